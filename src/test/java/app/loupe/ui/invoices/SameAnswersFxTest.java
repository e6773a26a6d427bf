package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.app.Selections;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.ProblemException;
import app.loupe.review.Shelf;
import app.loupe.ui.common.Background;
import app.loupe.text.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FxStage;
import testkit.cli.CommandsOverFakes;
import testkit.cli.SearchedCopy;
import testkit.window.NoneExpected;
import tools.jackson.databind.json.JsonMapper;

/** Sixty searches, asked in the window and on the command line over the same copy, whose words are also names. */
class SameAnswersFxTest {
    private static final Clock CLOCK = Clock.fixed(CommandsOverFakes.NOW, ZoneOffset.UTC);

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    private List<Long> inTheWindow(String query) throws ProblemException {
        var background = new Background(waiting::add, unexpected);
        InvoicesViewModel model = FxStage.on(() -> new InvoicesViewModel(new Shelf(bench.reader, new CopyChanges()),
                new MarksViewModel(bench.book, new NoteDrafts(), background, CLOCK), background, CLOCK, Locale.US));
        FxStage.run(() -> {
            model.choice().search().set(query);
            model.choice().types().clear();
            model.select(bench.connections.profiles);
        });
        while (FxStage.on(() -> !waiting.isEmpty())) {
            List<Runnable> now = FxStage.on(() -> {
                var taken = new ArrayList<>(waiting);
                waiting.clear();
                return taken;
            });
            now.forEach(Runnable::run);
            FxStage.run(() -> {});
        }
        return FxStage
                .on(() -> model.result().get().rows().stream().map(row -> row.row().key().id()).sorted().toList());
    }

    private List<Long> onTheCommandLine(String query, String... more) {
        String[] arguments = Stream.concat(Stream.of("invoices", "--json", "--query=" + query), Arrays.stream(more))
                .toArray(String[]::new);
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        var mapper = JsonMapper.builder().build();
        return bench.terminal.output().lines().map(line -> mapper.readTree(line).get("id").asLong()).sorted().toList();
    }

    private void fill() throws ProblemException {
        bench.connections.put(SearchedCopy.ID, "Acme", CommandsOverFakes.NOW);
        SearchedCopy.fill(bench.reader);
        bench.rowSelection = Selections.over(bench.reader, bench.book, CLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bill smith              | 1 2
            agricole                | 3
            credit agricole         | 3
            credit                  | 3 4 13
            "credit"                | 3 4
            type:credit             | 4 13
            credit note             | 4 13
            bill                    | 1 2
            type:bill               | 2
            "bill"                  | 1 2 13
            refund                  | 4 13
            vendor refund           | 13
            receipts                | 14
            paid                    | 3 4 7 9 14 17
            status:paid             | 3 4 7 14 17
            "paid"                  | 2 9
            paid parking            | 9
            overdue                 | 2 5 17
            status:overdue          | 2 5
            overdue hotel           | 5
            late:>0                 | 2 5
            overdue >0 hotel        | 5
            partly paid             | 6
            draft                   | 8
            -status:draft -type:invoice | 2 4 13 14
            may                     | 8
            may ltd                 | 8
            november                | 1 2 3 4 10 13 14 16 17
            november 2026           | 1 2 4 10 13 14 16 17
            november 2025           | 9
            novembre 2026           | 1 2 4 13 14 16 17
            studio november 2026    | 10
            24 Nov 2026             | 5
            24 okt 2026             | 3
            2026-10-24              | 3
            24.10.2026              | 3
            date:2026-09            | 5
            2025                    | 9
            last month              | 3
            372                     | 1 10
            372.00                  | 1 10
            1,234.56                | 3
            1.234,56                | 3
            1 234,56                | 3
            1'234.56                | 3
            1020,30                 | 3
            214.26                  | 3
            400                     | 6 10
            4200                    | 16
            >1000                   | 3 16
            1000..2000              | 3 6
            usd                     | 4 5
            usd -credit             | 5
            chf                     | 14
            pen                     | 6
            mueller                 | 6 7
            müller                  | 6 7
            muller                  | 7
            muesli                  | 7
            zoe moeller             | 1 3 5 7 9 13 15 17
            blue                    | 15
            removed                 | 11 12 14
            removed hotel           | 12
            status:removed          | 11 12
            -removed smith          | 1 2 13
            "removed"               | 14
            INV/2026/0010           | 10
            po 7006                 | 6
            inv/2026/0011           |
            """)
    void theWindowAndTheCommandLineFindTheSame(String query, @Nullable String expected) throws ProblemException {
        fill();

        List<Long> inTheWindow = inTheWindow(query);

        assertThat(onTheCommandLine(query)).isEqualTo(inTheWindow);
        assertThat(inTheWindow).isEqualTo(expected == null
                ? List.of()
                : Arrays.stream(expected.split(" ")).map(Long::valueOf).toList());
    }

    /** Both writes for the United States here, where the month stands first. */
    @ParameterizedTest
    @ValueSource(strings = {"10/01/2026..11/11/2026", "since 11/10/2026", "10/01/2026 - 11/11/2026 unpaid"})
    void bothReadDaysInTheOrderOfTheirRegion(String query) throws ProblemException {
        fill();
        bench.texts = new Texts(Locale.ENGLISH, Locale.US);
        assertThat(onTheCommandLine(query)).isEqualTo(inTheWindow(query)).isNotEmpty();
        assertThat(inTheWindow("10/01/2026..11/11/2026")).isEqualTo(inTheWindow("2026-10-01..2026-11-11"))
                .isNotEqualTo(inTheWindow("2026-01-10..2026-11-11"));
    }

    @Test
    void everyMatchIsListedWhenRemovedOnesAreIncluded() throws ProblemException {
        fill();

        assertThat(onTheCommandLine("smith", "--include-removed")).containsExactly(1L, 2L, 11L, 13L);
    }
}
