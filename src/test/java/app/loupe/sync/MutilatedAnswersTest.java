package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import testkit.Mutilation;

/** No answer is trusted that is not whole: it is asked again, or named, and the next run makes it good. */
class MutilatedAnswersTest {
    private static final int CALLS = 14;

    private static Scene books() {
        var scene = new Scene();
        List<Long> ids = scene.create(16);
        scene.books.pay(ids.get(3), true);
        scene.books.pay(ids.get(4), false);
        return scene;
    }

    private static void change(Scene scene) {
        List<Long> ids = scene.books.ids();
        scene.books.advance(Duration.ofHours(2));
        scene.books.edit(ids.get(5));
        scene.books.pay(ids.get(6), true);
        scene.create(3);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void oneMutilatedAnswerOfAFirstRunIsMadeGoodOrNamed(Mutilation how) {
        for (int call = 0; call < CALLS; call++) {
            Scene scene = books();
            scene.books.mutilate(how, call, 1);

            isRightOrSaysSo(scene, how + " at call " + call);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void oneMutilatedAnswerOfALaterRunIsMadeGoodOrNamed(Mutilation how) {
        for (int call = 0; call < CALLS; call++) {
            Scene scene = books();
            scene.runs();
            change(scene);
            scene.books.mutilate(how, call, 1);

            isRightOrSaysSo(scene, how + " at call " + call);
        }
    }

    /** Nobody knows what there should be. */
    @Test
    void whatIsNewAndWasCutFromTheEndOfAListingShowsInAnotherWay() {
        for (int call = 0; call < CALLS; call++) {
            Scene scene = books();
            scene.runs();
            scene.books.advance(Duration.ofHours(2));
            scene.create(24).forEach(id -> scene.books.pay(id, true));
            scene.books.mutilate(Mutilation.SHORTENED, call, 1);

            isRightOrSaysSo(scene, "call " + call);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NONE", "EMPTIED"})
    void answersThatAreAlwaysMutilatedAreNamed(Mutilation how) {
        Scene scene = books();
        scene.books.mutilate(how, 0, 1_000);

        isRightOrSaysSo(scene, "always " + how);
    }

    @Test
    void booksThatAreEmptyOnceLoseNothing() {
        for (int call = 0; call < CALLS; call++) {
            Scene scene = books();
            scene.runs();
            scene.books.mutilate(Mutilation.EMPTIED, call, 1);

            scene.run();

            assertThat(scene.copy.absent()).as("call " + call).isEmpty();
            assertThat(scene.copy.present()).hasSize(16);
        }
    }

    private static void isRightOrSaysSo(Scene scene, String what) {
        SyncReport report = scene.run();
        if (report instanceof SyncReport.Done) {
            scene.assertCopyIsRight();
        } else if (report instanceof SyncReport.Partial partial) {
            assertThat(partial.problems()).as(what).extracting(Problem::code)
                    .containsAnyOf(ProblemCode.RECORDS_NOT_SENT, ProblemCode.RECORD_UNREADABLE);
        } else {
            assertThat(report).as(what).isInstanceOf(SyncReport.Failed.class);
        }
        scene.books.mutilate(Mutilation.NONE, 0, 0);

        scene.runs();

        assertThat(scene.copy.absent()).as(what).isEmpty();
        scene.assertCopyIsRight();
    }
}
