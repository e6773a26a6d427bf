package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.app.commands.ServicesOpener;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.NotedChange;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.settings.Surroundings;
import app.loupe.domain.SyncMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
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

/** What syncs note of a server whose books change, over real files. */
class ChangesIT {
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

    private static List<String> changes(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        var all = new ArrayList<NotedChange>();
        loupe.changes().each(Set.of(id), Instant.EPOCH, all::add);
        return all.reversed().stream().map(NotedChange::change)
                .map(change -> change.invoice() + " " + change.kind() + " " + change.field().odoo() + " run "
                        + change.run())
                .toList();
    }

    private void changeTheBooks() {
        odoo.books().clock(Instant.parse("2026-03-20T08:00:00Z"));
        odoo.books().set("account.move", 2, "payment_state", "paid");
        odoo.books().set("account.move", 2, "amount_residual", 0.0);
        odoo.books().addInvoice(9, 10, "Azure Interior", "2026-03-19", 900);
        odoo.books().delete("account.move", 5);
        odoo.books().forbid("account.move", 6);
    }

    @Test
    void everySyncNotesWhatItFoundAndTheFirstOneNothing() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            sync(loupe, id);
            loupe.sync().run(id, SyncMode.FULL, new CancelToken(), at -> {});
            assertThat(changes(loupe, id)).isEmpty();

            changeTheBooks();
            sync(loupe, id);
            loupe.sync().run(id, SyncMode.FULL, new CancelToken(), at -> {});

            assertThat(changes(loupe, id)).containsExactlyInAnyOrder("2 CHANGED payment_state run 4",
                    "2 CHANGED amount_residual run 4", "9 NEW presence run 4", "5 REMOVED presence run 4",
                    "6 INACCESSIBLE presence run 4");
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).isEmpty();
            assertThat(changes(loupe, loupe.connections().list().getFirst().id())).hasSize(5);
        }
    }

    @Test
    void theSampleCompanyTellsWhatCameAndWhatWasPaidSinceTheLastSync() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId id = loupe.connections().addSample().id();
            sync(loupe, id);
            sync(loupe, id);

            assertThat(changes(loupe, id)).isEmpty();
        }
        Clock later = Clock.offset(WholeLoupe.CLOCK, Duration.ofDays(7));
        try (OpenLoupe loupe = new WholeLoupe(folder(), later, bench.keyring).open()) {
            ConnectionId id = loupe.connections().list().getFirst().id();
            sync(loupe, id);

            var told = new ArrayList<NotedChange>();
            loupe.changes().each(Set.of(id), Instant.EPOCH, told::add);
            assertThat(told).extracting(noted -> noted.change().kind()).contains(InvoiceChange.Kind.NEW,
                    InvoiceChange.Kind.PAYMENT_ADDED);
            assertThat(told).extracting(NotedChange::change).noneMatch(InvoiceChange::editedAfterPosting);
        }
    }

    @Test
    void aConnectionThatIsAddedAgainFindsItsHistoryWhenItWasKept() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            changeTheBooks();
            sync(loupe, id);

            loupe.connections().delete(id, Notes.STAY, DeletionProgress.UNWATCHED);
            ConnectionId again = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, again);
            assertThat(changes(loupe, again)).hasSize(5);

            loupe.connections().delete(again);
            ConnectionId third = add(loupe, odoo, FakeOdoo.API_KEY).id();
            assertThat(changes(loupe, third)).isEmpty();
        }
    }

    @Test
    void aDamagedHistoryIsToldAndTakesNoInvoiceAlong() throws Exception {
        ConnectionId id;
        try (OpenLoupe loupe = bench.open()) {
            id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            changeTheBooks();
            sync(loupe, id);
        }
        bench.open().close();
        byte[] bytes = Files.readAllBytes(folder().resolve("book.mv.db"));
        Arrays.fill(bytes, bytes.length / 3, bytes.length, (byte) 0x5a);
        Files.write(folder().resolve("book.mv.db"), bytes);

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).extracting(problem -> problem.code())
                    .containsExactly(ProblemCode.BOOK_RESTORED);
            assertThat(changes(loupe, id)).hasSize(5);
            assertThat(WholeLoupe.rows(loupe, id)).hasSize(7);
            assertThat(loupe.connections().problems()).isEmpty();
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
    void besideTheWindowItIsListedAsWithoutIt() throws ProblemException, IOException {
        var lines = List.of("changes", "changes --from 2026-04-01 --json", "changes --format csv");
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
            changeTheBooks();
            sync(loupe, id);
            lines.forEach(line -> beside.add(run(asking, line)));
        }

        assertThat(beside.getFirst()).startsWith("0\nFOUND BY THE SYNC OF").contains("Removed in Odoo",
                "No longer accessible");
        for (int i = 0; i < lines.size(); i++) {
            assertThat(beside.get(i)).as(lines.get(i)).startsWith("0\n").hasSizeGreaterThan(300)
                    .isEqualTo(run(bench.opener(), lines.get(i)));
        }
    }
}
