package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MarkAct;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.export.ExportForm;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import app.loupe.review.RowList;
import app.loupe.review.Shelf;
import app.loupe.review.StatusChoice;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.CountingReader;
import testkit.FakeInvoices;
import testkit.FxStage;

/** Work waits until the test does it, so that what happens meanwhile has an order. */
class InvoicesViewModelFxTest {
    private final FakeInvoices copy = FakeInvoices.believable();
    private final CountingReader reader = new CountingReader(copy);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Problem> problems = new ArrayList<>();
    private final InvoicesViewModel model = FxStage.on(() -> new InvoicesViewModel(
            new Shelf(reader, copy.changes()),
            // marks have a queue of their own, which no test here needs
            new MarksViewModel(copy.book(), new NoteDrafts(), new Background(task -> {}, problems::add),
                    Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)),
            new Background(waiting::add, problems::add), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC), Locale.US));

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @AfterEach
    void noOtherProblem() {
        assertThat(FxStage.on(() -> List.copyOf(problems))).isEmpty();
    }

    /** Does what waits now, and lets the FX thread take the results. */
    private void work() {
        List<Runnable> now = FxStage.on(() -> {
            var taken = new ArrayList<>(waiting);
            waiting.clear();
            return taken;
        });
        now.forEach(Runnable::run);
        FxStage.run(() -> {});
    }

    private void settle() {
        while (FxStage.on(() -> !waiting.isEmpty())) {
            work();
        }
    }

    private void shown() {
        FxStage.run(() -> model.select(List.of(FakeInvoices.profile())));
        settle();
    }

    private void searched(String text) {
        FxStage.run(() -> {
            model.choice().search().set(text);
            model.choice().types().clear();
        });
        settle();
    }

    private int rows() {
        return FxStage.on(() -> model.result().get().rows().size());
    }

    @Test
    void pagesThatAreStoredMeanwhileCostOneReadingOfWhatTheyChanged() {
        shown();
        Set<Long> stored = new HashSet<>();

        FxStage.run(() -> {
            for (int page = 0; page < 20; page++) {
                stored.add(copy.add("INV/2026/0210" + page, "Lumber Inc", "2026-11-22", "2026-12-22", "1.00", "1.00",
                        "EUR").id());
                model.load();
            }
        });
        assertThat(FxStage.on(waiting::size)).isOne();
        settle();

        assertThat(reader.readings()).as("everything is read once, before").isOne();
        assertThat(reader.changed()).containsExactly(stored);
        assertThat(rows()).isEqualTo(14 + 20);
    }

    @Test
    void everyReadingIsToldAlthoughNoRowChangedAndNoSearchIs() {
        shown();
        long before = FxStage.on(() -> model.readings().get());

        FxStage.run(model::load);
        settle();
        searched("nordlys");

        assertThat(FxStage.on(() -> model.readings().get()) - before).isOne();
    }

    @Test
    void theLastChangeIsSeen() {
        shown();
        FxStage.run(model::load);
        int before = rows();
        List<Runnable> reading = FxStage.on(() -> List.copyOf(waiting));
        FxStage.run(waiting::clear);
        reading.forEach(Runnable::run);
        copy.add("INV/2026/01190", "Lumber Inc", "2026-11-22", "2026-12-22", "1.00", "1.00", "EUR");
        FxStage.run(model::load);

        settle();

        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void aRemovedInvoiceThatIsOpenedFromAnotherIsShown() {
        InvoiceKey reversed = copy.key("INV/2026/01172");
        copy.remove(reversed);
        shown();

        FxStage.run(() -> model.open(reversed));
        settle();

        assertThat(rows()).isOne();
        assertThat(FxStage.on(() -> model.selected().get())).isNotNull();
    }

    @Test
    void theWayBackToOtherConnectionsOpensTheInvoiceThatWasOpenWithTheFiltersOfThen() {
        shown();
        FxStage.run(() -> model.choice().statuses().add(StatusChoice.OVERDUE));
        settle();
        FilterChoice.State then = FxStage.on(() -> model.choice().state());
        InvoiceKey open = FxStage.on(() -> model.result().get().rows().get(0).row().key());
        Runnable back = FxStage.on(() -> {
            model.selected().set(model.result().get().rows().get(0));
            return model.bookmark();
        });
        FxStage.run(() -> model.select(List.of()));
        settle();

        FxStage.run(() -> {
            model.select(List.of(FakeInvoices.profile()));
            back.run();
        });
        settle();

        assertThat(FxStage.on(() -> model.selected().get())).isNotNull()
                .satisfies(row -> assertThat(row.row().key()).isEqualTo(open));
        assertThat(FxStage.on(() -> model.choice().state())).isEqualTo(then);
    }

    @Test
    void otherConnectionsChosenMeanwhileAreReadAfterwards() {
        FxStage.run(() -> model.select(List.of(FakeInvoices.profile())));
        FxStage.run(() -> model.select(List.of()));

        settle();

        assertThat(reader.readings()).isEqualTo(2);
        assertThat(FxStage.on(() -> model.showing().get())).isEqualTo(Showing.NOTHING_SYNCED);
    }

    @Test
    void theLinesAreSearchedOnceForATextHoweverOftenTheCopyChanges() {
        shown();
        searched("bloc");
        int found = rows();
        assertThat(reader.searches()).isOne();

        for (int page = 0; page < 5; page++) {
            FxStage.run(model::load);
            settle();
        }

        assertThat(reader.searches()).isOne();
        assertThat(rows()).isEqualTo(found).isPositive();
    }

    @Test
    void theLinesOfWhatChangedAreReadWithIt() {
        shown();
        searched("bloc");
        InvoiceKey changed = copy.key("INV/2026/01184");
        copy.remove(changed);

        FxStage.run(model::load);
        settle();

        assertThat(reader.searches()).isOne();
        assertThat(reader.changedLines()).containsExactly(Set.of(changed.id()));
    }

    @Test
    void everyLetterIsAskedAtOnceAndTheNewestIsShown() {
        shown();

        FxStage.run(() -> model.choice().search().set("l"));
        work();
        FxStage.run(() -> {
            model.choice().search().set("lu");
            model.choice().search().set("lumber inc");
        });
        assertThat(FxStage.on(waiting::size)).as("letters that come meanwhile wait together").isLessThan(3);
        settle();

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aSearchOfTheLinesThatFailsIsToldAndLeavesNoRowsOfTheSearchBefore() {
        shown();
        assertThat(rows()).isPositive();
        reader.searchesFail(true);

        searched("acoustic bloc");

        assertThat(FxStage.on(() -> model.showing().get())).isEqualTo(Showing.NOTHING_MATCHES);
        assertThat(rows()).isZero();
        assertThat(FxStage.on(() -> List.copyOf(problems))).extracting(Problem::code)
                .containsOnly(ProblemCode.STORE_FAILED);
        FxStage.run(problems::clear);
        reader.searchesFail(false);
        FxStage.run(model::load);
        settle();
        assertThat(rows()).as("the lines are searched again").isPositive();
    }

    @Test
    void aSearchThatIsUnderWayIsNotBegunAgain() {
        shown();
        FxStage.run(() -> {
            model.choice().search().set("bloc");
            model.choice().types().clear();
            model.choice().statuses().add(StatusChoice.OVERDUE);
            model.choice().statuses().clear();
            model.load();
        });
        settle();

        assertThat(reader.searches()).isOne();
    }

    @Test
    void whatIsOfferedForExportIsOneAnswerWithItsOwnQuestion() {
        var words = new InvoiceWords(Wording.of(new Texts(Locale.ENGLISH),
                Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
        Supplier<Optional<ExportOffer>> offer = () -> FxStage.on(
                () -> new InvoiceExports(model, copy, words).offer(false,
                        model.result().get().rows().only(new int[0])));
        assertThat(offer.get()).isEmpty();
        FxStage.run(() -> model.select(List.of(FakeInvoices.profile())));
        assertThat(offer.get()).as("before anything is read").isEmpty();
        settle();
        ExportOffer before = offer.get().orElseThrow();

        FxStage.run(() -> model.choice().search().set("lumber"));
        assertThat(offer.get().orElseThrow().shown()).as("its rows are not there yet").isEqualTo(before.shown());
        settle();
        assertThat(offer.get().orElseThrow().shown()).contains("Search: lumber").isNotEqualTo(before.shown());
    }

    /** The review inbox is left as a list of work: with what the owner wrote, and with what is still to be looked at. */
    @Test
    void theInboxIsExportedWithTheOwnersMarks(@TempDir Path folder) throws IOException, ProblemException {
        copy.book().mark(Map.of(copy.key("INV/2026/01176"), new MarkAct.Note("asked Ann")));
        var written = new MarksViewModel(copy.book(), new NoteDrafts(), new Background(waiting::add, problems::add),
                Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC));
        InvoicesViewModel inbox = FxStage.on(() -> new InvoicesViewModel(new Shelf(reader, copy.changes()), written,
                new Background(waiting::add, problems::add), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC),
                Locale.US));
        FxStage.run(() -> inbox.select(List.of(FakeInvoices.profile())));
        settle();
        var words = new InvoiceWords(Wording.of(new Texts(Locale.ENGLISH),
                Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
        var exports = new InvoiceExports(inbox, copy, words);
        RowList none = inbox.result().get().rows().only(new int[0]);
        assertThat(FxStage.on(() -> exports.offer(false, none)).orElseThrow().parts())
                .extracting(ExportOffer.Part::id).doesNotContain("marks");

        ExportOffer.Part marks = FxStage.on(() -> exports.offer(true, none)).orElseThrow().parts().stream()
                .filter(part -> part.id().equals("marks")).findFirst().orElseThrow();
        Path file = folder.resolve("marks.jsonl");
        marks.takeaway().write(new Takeaway.Place(ExportForm.JSONL, file, false, null), Steps.unwatched());

        assertThat(Files.readAllLines(file)).hasSize(inbox.result().get().rows().size())
                .filteredOn(row -> row.contains("\"note\":\"asked Ann\"")).singleElement().asString()
                .contains("\"move_name\":\"INV/2026/01176\"");
    }
}
