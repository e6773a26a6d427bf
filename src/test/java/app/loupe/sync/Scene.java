package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SyncMode;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Examination;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestLog;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import testkit.FakeBooks;
import testkit.Fuse;
import testkit.InMemoryCopy;
import testkit.InMemoryJournal;
import testkit.InMemoryProfiles;
import testkit.Partners;

/** An engine between a fake server and a fake copy, and what "the copy is right" means. */
final class Scene {
    static final ConnectionId ID = new ConnectionId("abcd2345");

    final Fuse fuse = new Fuse();
    final FakeBooks books = new FakeBooks(fuse);
    final InMemoryCopy copy = new InMemoryCopy(fuse);
    final InMemoryProfiles profiles = new InMemoryProfiles(fuse);
    final InMemoryJournal journal = new InMemoryJournal(fuse);
    final List<SyncProgress> progress = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    Instant clock = Instant.parse("2026-03-02T10:00:00Z");
    /** How far the clock of a proxy before the books is ahead of theirs. */
    Duration ahead = Duration.ZERO;
    /** What stands between the books and the engine. */
    UnaryOperator<InvoiceSource> through = source -> source;
    /** What the check of the copy finds. */
    Examination examination = (connection, cancel) -> List.of();
    final Turns turns = new Turns();
    final SyncEngine engine;

    Scene() {
        this(Runnable::run);
    }

    Scene(Executor fetcher) {
        engine = new SyncEngine(ports(), this::now, (length, cancel) -> {
            cancel.check();
            pauses.add(length);
        }, turns, fetcher);
        since(null);
    }

    /** Not behind the books, however much time goes by there. */
    Instant now() {
        return books.second().isAfter(clock) ? books.second() : clock;
    }

    private SyncPorts ports() {
        return new SyncPorts(this::open, copy, profiles, journal,
                (connection, cancel) -> examination.examine(connection, cancel));
    }

    private InvoiceSource open(ConnectionId id, RequestLog log, CancelToken cancel) throws ProblemException {
        InvoiceSource source = books.open(id, log, cancel);
        return through.apply(ahead.isZero() ? source : AheadSource.of(source, ahead));
    }

    void since(@Nullable LocalDate since) {
        try {
            profiles.put(new ConnectionProfile(ID, ConnectionProfile.Kind.ODOO, "Fake", since, null, "", null));
        } catch (ProblemException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The owner wants more to be kept than until now. */
    void widen(@Nullable LocalDate since) {
        since(since);
        try {
            copy.widen(ID);
        } catch (ProblemException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The company of the books is among the partners, as on every server. */
    void ownContact() {
        books.partners.put(99L, Partners.own(1, Partners.named(99, books.second(), "Own company")));
    }

    /** So many posted invoices. */
    List<Long> create(int count) {
        var ids = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            ids.add(books.create(MoveState.POSTED, 100 + i));
        }
        return ids;
    }

    SyncReport run() {
        return run(SyncMode.CHANGES);
    }

    SyncReport run(SyncMode mode) {
        return run(mode, new CancelToken());
    }

    SyncReport run(SyncMode mode, CancelToken cancel) {
        progress.clear();
        return engine.run(ID, mode, cancel, progress::add);
    }

    /** A run that has to come to a good end. */
    SyncCounts runs() {
        SyncReport report = run();
        assertThat(report).isInstanceOf(SyncReport.Done.class);
        return report.counts();
    }

    /** Everything the server shows is here, as it is there, and nothing else counts as present. */
    void assertCopyIsRight() {
        assertThat(copy.present()).isEqualTo(books.invoices());
        assertThat(copy.items()).isEqualTo(books.items());
        assertThat(books.partners()).containsAllEntriesOf(copy.partners());
        assertThat(books.products()).containsAllEntriesOf(copy.products());
        for (Invoice invoice : books.invoices().values()) {
            assertThat(copy.partners()).containsKey(Objects.requireNonNull(invoice.parties().partner()).id());
            if (invoice.state() == MoveState.POSTED && invoice.paymentState() != PaymentState.NOT_PAID) {
                assertThat(copy.payments(invoice.id())).isEqualTo(books.payments(invoice.id()));
            }
        }
        assertThat(books.openSessions()).isZero();
    }
}
