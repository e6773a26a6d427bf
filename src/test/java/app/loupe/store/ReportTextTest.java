package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextTest {
    private static final SyncCounts COUNTS = new SyncCounts(1, 2, 3, 4, 5, 6, 7, 8, 9);
    private static final Problem UNREADABLE = Problem.of(ProblemCode.RECORD_UNREADABLE, "account.move", "8", "name");

    static List<SyncReport> reports() {
        return List.of(new SyncReport.Done(COUNTS), new SyncReport.Cancelled(COUNTS),
                new SyncReport.Failed(COUNTS, Problem.of(ProblemCode.DISK_FULL)),
                new SyncReport.Partial(COUNTS, List.of(UNREADABLE, Problem.of(ProblemCode.NO_RIGHT, "", ""))));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatWasWrittenIsRead(SyncReport report) {
        assertThat(ReportText.report(ReportText.text(report))).isEqualTo(report);
    }

    /** What stands in the files of owners. */
    @Test
    void theTextIsTheSameInEveryVersion() {
        assertThat(ReportText.text(new SyncReport.Partial(COUNTS, List.of(UNREADABLE)))).isEqualTo(
                "PARTIAL\t1\t2\t3\t4\t5\t6\t7\t8\t9\nRECORD_UNREADABLE\taccount.move\t8\tname");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb\nc", "\\", "\\t", "\\\\n", "C:\\new\\table", "\n\n\t", "\\u0041 \\101 \\s", "\r"})
    void noParameterBreaksALine(String parameter) {
        var report = new SyncReport.Failed(COUNTS, Problem.of(ProblemCode.STORE_FAILED, parameter, parameter));

        assertThat(ReportText.text(report).split("\n", -1)).hasSize(2);
        assertThat(ReportText.report(ReportText.text(report))).isEqualTo(report);
    }

    @Test
    void aRunThatDidNotEndHasNoReport() {
        assertThat(ReportText.report("")).isNull();
    }
}
