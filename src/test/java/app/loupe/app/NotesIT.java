package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.app.commands.ServicesOpener;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MarkAct;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemException;
import app.loupe.review.MarkChoice;
import app.loupe.review.Marks;
import app.loupe.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeOdoo;
import testkit.cli.ScriptedTerminal;

/** What the owner wrote, over real files: through syncs of books that change, deletions, and beside the window. */
class NotesIT {
    @TempDir
    Path temporary;

    private FakeOdoo odoo;
    private WholeLoupe bench;

    @BeforeEach
    void start() {
        bench = new WholeLoupe(folder());
        odoo = FakeOdoo.start(FakeOdoo.Version.V19);
        odoo.books().addPartner(10, "Azure Interior");
        odoo.books().addProduct(20, "Desk");
        for (int id = 1; id <= 6; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-0" + (1 + id % 3) + "-15", 100 * id);
        }
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    private Path folder() {
        return temporary.resolve("loupe");
    }

    private static Marks marks(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        return new Marks(loupe.notes().marks(Set.of(id)), loupe.notes().news(Set.of(id)), ZoneOffset.UTC);
    }

    private static Optional<MarkChoice> inbox(OpenLoupe loupe, ConnectionId id, long invoice)
            throws ProblemException {
        return marks(loupe, id).inbox(row(loupe, id, invoice), LocalDate.now(WholeLoupe.CLOCK));
    }

    private static InvoiceRow row(OpenLoupe loupe, ConnectionId id, long invoice) throws ProblemException {
        return WholeLoupe.rows(loupe, id).stream().filter(row -> row.key().id() == invoice).findFirst().orElseThrow();
    }

    private static void write(OpenLoupe loupe, ConnectionId id, long invoice, MarkAct act) throws ProblemException {
        loupe.notes().mark(Map.of(new InvoiceKey(id, invoice), act));
    }

    private static void review(OpenLoupe loupe, ConnectionId id, long... invoices) throws ProblemException {
        for (long invoice : invoices) {
            write(loupe, id, invoice, new MarkAct.Review(
                    marks(loupe, id).reviewOf(row(loupe, id, invoice), WholeLoupe.CLOCK.instant())));
        }
    }

    @Test
    void noInvoiceOfTheFirstRunIsNewAndWhatComesLaterIs() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            for (InvoiceRow row : WholeLoupe.rows(loupe, id)) {
                assertThat(inbox(loupe, id, row.key().id())).isEmpty();
            }
            odoo.books().clock(Instant.parse("2026-03-20T08:00:00Z"));
            odoo.books().addInvoice(9, 10, "Azure Interior", "2026-03-19", 900);
            sync(loupe, id);

            assertThat(inbox(loupe, id, 9)).contains(MarkChoice.NEW);
            assertThat(inbox(loupe, id, 1)).isEmpty();
        }
    }

    @Test
    void everySyncLeavesWhatTheOwnerWroteAndAnEditBringsAReviewedOneBack() throws Exception {
        ConnectionId id;
        try (OpenLoupe loupe = bench.open()) {
            id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            write(loupe, id, 2, new MarkAct.Note("call Anna"));
            write(loupe, id, 5, new MarkAct.Flag(true));
            review(loupe, id, 2, 3);
            odoo.books().clock(Instant.parse("2026-03-20T08:00:00Z"));
            odoo.books().set("account.move", 2, "payment_state", "paid");
            odoo.books().set("account.move", 2, "amount_residual", 0.0);
            odoo.books().set("account.move", 3, "ref", "another reference");
            odoo.books().delete("account.move", 5);
            sync(loupe, id);
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).isEmpty();
            assertThat(inbox(loupe, id, 2)).as("paid").contains(MarkChoice.REVIEWED);
            assertThat(inbox(loupe, id, 3)).as("edited").contains(MarkChoice.TO_REVIEW);
            assertThat(marks(loupe, id).of(new InvoiceKey(id, 2)).note()).isEqualTo("call Anna");
            assertThat(marks(loupe, id).of(new InvoiceKey(id, 5)).flagged()).as("removed in Odoo").isTrue();
        }
    }

    /** While it was deleted nobody noted changes: what the invoice said then shows them. */
    @Test
    void aConnectionThatIsAddedAgainFindsThemWhenTheyWereKept() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            write(loupe, id, 2, new MarkAct.Note("call Anna"));
            loupe.notes().notePartner(new PartnerKey(id, 10), "pays late");
            review(loupe, id, 1, 2);
            loupe.connections().delete(id, Notes.STAY, DeletionProgress.UNWATCHED);
            odoo.books().clock(Instant.parse("2026-03-20T08:00:00Z"));
            odoo.books().set("account.move", 1, "ref", "another reference");

            ConnectionId again = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, again);

            assertThat(marks(loupe, again).of(new InvoiceKey(again, 2)).note()).isEqualTo("call Anna");
            assertThat(loupe.notes().partnerNotes(Set.of(again))).containsValue("pays late");
            assertThat(inbox(loupe, again, 2)).contains(MarkChoice.REVIEWED);
            assertThat(inbox(loupe, again, 1)).contains(MarkChoice.TO_REVIEW);
            loupe.connections().delete(again);
            ConnectionId third = add(loupe, odoo, FakeOdoo.API_KEY).id();
            assertThat(loupe.notes().marks(Set.of(third))).isEmpty();
            assertThat(loupe.notes().partnerNotes(Set.of(third))).isEmpty();
        }
    }

    private String run(ServicesOpener opener, String line) {
        var terminal = new ScriptedTerminal();
        int code = new Main(terminal, LastWords.read(terminal.err(), WholeLoupe.TEXTS), WholeLoupe.TEXTS,
                new Surroundings("Linux", Map.of(), temporary), shown -> true,
                opener).run((line + " --data-dir " + folder()).split(" "));
        return code + "\n" + terminal.output() + terminal.messages();
    }

    @Test
    void besideTheWindowTheyAreListedAndFoundAsWithoutIt() throws ProblemException, IOException {
        var lines = List.of("notes", "notes --with-note --json", "notes --format csv",
                "invoices --json --query note:anna", "invoices --json --query mark:new");
        var beside = new ArrayList<String>();
        ServicesOpener asking = bench.asking();
        try (OpenLoupe loupe = bench.open();
                ExecutorService work = Executors.newCachedThreadPool();
                OneWindow window = OneWindow.in(folder())) {
            window.onQuery(work,
                    new QueryAnswers(folder(), Clock.system(ZoneId.systemDefault()),
                            () -> Optional.of(loupe.lent(() -> {})))::answer);
            window.onRaise(Runnable::run, () -> true);
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            write(loupe, id, 2, new MarkAct.Note("call Anna"));
            write(loupe, id, 3, new MarkAct.Flag(true));
            odoo.books().clock(Instant.parse("2026-03-20T08:00:00Z"));
            odoo.books().addInvoice(9, 10, "Azure Interior", "2026-03-19", 900);
            sync(loupe, id);
            lines.forEach(line -> beside.add(run(asking, line)));
        }

        assertThat(beside.get(1)).contains("call Anna").doesNotContain("\"move_id\":3");
        assertThat(beside.get(3)).contains("\"id\":2,");
        assertThat(beside.get(4)).contains("\"id\":9,");
        for (int i = 0; i < lines.size(); i++) {
            assertThat(beside.get(i)).as(lines.get(i)).startsWith("0\n").hasSizeGreaterThan(100)
                    .isEqualTo(run(bench.opener(), lines.get(i)));
        }
    }

    @Test
    void aCommandBesideTheWindowCanWriteNothing() throws ProblemException {
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            var lent = loupe.lent(() -> {}).notes();

            assertThatThrownBy(() -> lent.mark(Map.of(new InvoiceKey(id, 1), new MarkAct.Flag(true))))
                    .hasMessage("already-open");
            assertThat(loupe.notes().marks(Set.of(id)).getOrDefault(new InvoiceKey(id, 1), InvoiceMark.NONE))
                    .isEqualTo(InvoiceMark.NONE);
        }
    }

    @Test
    void aMarkAtAnInvoiceOfTheSampleCompanyIsStillAtItWhenItsBooksHaveGoneOn() throws ProblemException {
        InvoiceRow marked;
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId id = loupe.connections().addSample().id();
            sync(loupe, id);
            marked = WholeLoupe.rows(loupe, id).getLast();
            loupe.notes().mark(Map.of(marked.key(), new MarkAct.Flag(true)));
        }
        Clock later = Clock.offset(WholeLoupe.CLOCK, Duration.ofDays(40));
        try (OpenLoupe loupe = new WholeLoupe(folder(), later, bench.keyring).open()) {
            ConnectionId id = marked.key().connection();
            sync(loupe, id);

            assertThat(loupe.notes().marks(Set.of(id))).containsOnlyKeys(marked.key());
            assertThat(WholeLoupe.invoice(loupe, id, marked.key().id()).name()).isEqualTo(marked.number());
        }
    }

    @Test
    void whatWasKeptOfTheSampleCompanyIsThereWhenItIsAddedAgain() throws ProblemException {
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId id = loupe.connections().addSample().id();
            loupe.notes().mark(Map.of(new InvoiceKey(id, 1), new MarkAct.Flag(true)));
            loupe.connections().delete(id, Notes.STAY, DeletionProgress.UNWATCHED);

            ConnectionId again = loupe.connections().addSample().id();
            assertThat(loupe.notes().marks(Set.of(again))).containsOnlyKeys(new InvoiceKey(again, 1));
            loupe.connections().delete(again, Notes.GO, DeletionProgress.UNWATCHED);

            assertThat(loupe.notes().marks(Set.of(loupe.connections().addSample().id()))).isEmpty();
        }
    }

    @Test
    void aConnectionThatLeadsToNoBooksKeepsNothingAndSaysSo() throws ProblemException {
        try (OpenLoupe loupe = bench.open()) {
            var nowhere = new InvoiceKey(new ConnectionId("01234567"), 1);

            assertThatThrownBy(() -> loupe.notes().mark(Map.of(nowhere, new MarkAct.Flag(true))))
                    .hasMessage("notes-not-kept");
        }
    }
}
