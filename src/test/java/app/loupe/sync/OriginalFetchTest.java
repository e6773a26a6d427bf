package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.Originals;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fetch keeps the file as it came and stands in the sync log like every run; what it cannot have changes nothing. */
class OriginalFetchTest {
    private static final byte[] FILE = "%PDF-1.4 sent".getBytes(StandardCharsets.US_ASCII);

    private final Scene scene = new Scene();
    private final Map<InvoiceKey, OriginalPdf> kept = new HashMap<>();
    private boolean closed;
    private final OriginalFetch fetch = new OriginalFetch(
            new SyncPorts(scene.books, scene.copy, scene.profiles, scene.journal, (connection, cancel) -> List.of()),
            new Originals() {
                @Override
                public Optional<OriginalPdf> original(InvoiceKey invoice) {
                    return Optional.ofNullable(kept.get(invoice));
                }

                @Override
                public void keep(InvoiceKey invoice, OriginalPdf pdf) throws ProblemException {
                    if (closed) {
                        throw ProblemException.of(ProblemCode.FILES_CLOSED);
                    }
                    kept.put(invoice, pdf);
                }
            }, () -> scene.clock, scene.turns);

    private InvoiceKey invoice() {
        return new InvoiceKey(Scene.ID, scene.create(1).getFirst());
    }

    private OriginalPdf kept(InvoiceKey invoice) {
        return Objects.requireNonNull(kept.get(invoice));
    }

    private void assertRefused(InvoiceKey invoice, CancelToken cancel, ProblemCode code) {
        assertThatThrownBy(() -> fetch.fetch(invoice, cancel)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @Test
    void theFileIsKeptAsItCameAndItsRequestIsCounted() throws ProblemException {
        InvoiceKey invoice = invoice();
        scene.books.original(invoice.id(), FILE);

        assertThat(fetch.fetch(invoice, new CancelToken()).bytes()).isEqualTo(FILE);

        assertThat(kept(invoice).bytes()).isEqualTo(FILE);
        assertThat(kept(invoice).readAt()).isEqualTo(scene.clock);
        assertThat(scene.journal.runs(10)).singleElement().satisfies(run -> {
            assertThat(run.mode()).isEqualTo(SyncMode.ORIGINAL);
            List<RequestRecord> requests = scene.journal.requests(Scene.ID, run.number());
            assertThat(run.report()).isInstanceOfSatisfying(SyncReport.Done.class,
                    done -> assertThat(done.counts().requests()).isEqualTo(requests.size()));
            assertThat(requests.getLast().method()).isEqualTo("read");
            assertThat(requests.getLast().model()).isEqualTo("account.move");
        });
        assertThat(scene.books.openSessions()).isZero();
    }

    @Test
    void whatOdooDoesNotKeepIsSaidAndTheOneBeforeStays() throws ProblemException {
        InvoiceKey invoice = invoice();
        scene.books.original(invoice.id(), FILE);
        fetch.fetch(invoice, new CancelToken());
        scene.books.original(invoice.id(), "<html>".getBytes(StandardCharsets.US_ASCII));

        assertRefused(invoice, new CancelToken(), ProblemCode.ORIGINAL_UNREADABLE);
        assertRefused(invoice(), new CancelToken(), ProblemCode.ORIGINAL_NONE);

        assertThat(kept).containsOnlyKeys(invoice);
        assertThat(kept(invoice).bytes()).isEqualTo(FILE);
        assertThat(scene.journal.runs(10))
                .extracting(run -> Objects.requireNonNull(run.report()).getClass().getSimpleName())
                .containsExactly("Failed", "Failed", "Done");
        assertThat(scene.books.openSessions()).isZero();
    }

    @Test
    void aFetchWaitsForASyncAndASyncForAFetch() throws Exception {
        InvoiceKey invoice = invoice();
        scene.books.original(invoice.id(), FILE);
        var under = new ConcurrentLinkedQueue<String>();
        var others = new ArrayList<Thread>();
        var begun = new AtomicBoolean();
        scene.books.beforeCall(() -> {
            if (begun.compareAndSet(false, true)) {
                others.add(Thread.ofPlatform().start(() -> {
                    try {
                        fetch.fetch(invoice, new CancelToken());
                        under.add("fetched");
                    } catch (ProblemException refused) {
                        under.add(refused.problem().code().key());
                    }
                }));
            }
        });

        assertThat(scene.run()).isInstanceOf(SyncReport.Done.class);
        under.add("synced");
        others.getFirst().join();

        // the fetch may be told first once the sync has given its turn away
        assertThat(under).containsExactlyInAnyOrder("synced", "fetched");
        assertThat(scene.journal.runs(10)).extracting(run -> run.mode()).containsExactly(SyncMode.ORIGINAL,
                SyncMode.CHANGES);
        assertThat(kept).containsOnlyKeys(invoice);
    }

    @Test
    void whoWaitsForItsTurnCanBeCancelled() throws ProblemException {
        InvoiceKey invoice = invoice();
        var cancel = new CancelToken();
        try (var _ = scene.turns.take(Scene.ID, Turns.Kind.FETCH, new CancelToken())) {
            cancel.cancel();

            assertRefused(invoice, cancel, ProblemCode.CANCELLED);
            assertThat(scene.run(SyncMode.CHANGES, cancel)).isInstanceOf(SyncReport.Cancelled.class);
        }
        try (var _ = scene.turns.take(Scene.ID, Turns.Kind.SYNC, new CancelToken())) {
            assertThat(scene.run()).isInstanceOfSatisfying(SyncReport.Failed.class,
                    failed -> assertThat(failed.problem().code()).isEqualTo(ProblemCode.SYNC_ALREADY_RUNNING));
        }
        assertThat(scene.journal.runs(10)).isEmpty();
    }

    @Test
    void whatIsKeptIsHandedOverThoughTheLogCannotBeWritten() throws ProblemException {
        InvoiceKey invoice = invoice();
        scene.books.original(invoice.id(), FILE);
        long before = scene.fuse.calls();
        fetch.fetch(invoice, new CancelToken());
        scene.fuse.failAt(scene.fuse.calls() - before);

        assertThat(fetch.fetch(invoice, new CancelToken()).bytes()).isEqualTo(FILE);

        assertThat(scene.journal.runs(10).getFirst().report()).as("its end is not in the log").isNull();
    }

    /** The copy begins anew then, without what was just kept. */
    @Test
    void damageThatTheLogMeetsIsTold() throws ProblemException {
        InvoiceKey invoice = invoice();
        scene.books.original(invoice.id(), FILE);
        long before = scene.fuse.calls();
        fetch.fetch(invoice, new CancelToken());
        scene.fuse.failAt(scene.fuse.calls() - before, ProblemCode.STORE_DAMAGED);

        assertRefused(invoice, new CancelToken(), ProblemCode.STORE_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whyItFailedIsToldThoughTheLogCannotBeWritten(boolean crash) {
        InvoiceKey invoice = invoice();
        long before = scene.fuse.calls();
        assertRefused(invoice, new CancelToken(), ProblemCode.ORIGINAL_NONE);
        long calls = scene.fuse.calls() - before;
        if (crash) {
            scene.fuse.crashAt(calls);
        } else {
            scene.fuse.failAt(calls);
        }

        assertRefused(invoice, new CancelToken(), ProblemCode.ORIGINAL_NONE);
    }

    @Test
    void oneThatFindsTheFilesClosedHasNotFailed() throws ProblemException {
        InvoiceKey invoice = invoice();
        scene.books.original(invoice.id(), FILE);
        closed = true;

        assertRefused(invoice, new CancelToken(), ProblemCode.FILES_CLOSED);

        assertThat(scene.journal.runs(10)).singleElement()
                .satisfies(run -> assertThat(run.report()).isInstanceOf(SyncReport.Cancelled.class));
    }

    @Test
    void aCancelledFetchKeepsNothing() {
        InvoiceKey invoice = invoice();
        scene.books.original(invoice.id(), FILE);
        var cancel = new CancelToken();
        cancel.cancel();

        assertRefused(invoice, cancel, ProblemCode.CANCELLED);

        assertThat(kept).isEmpty();
    }

    @Test
    void whateverElseGoesWrongLeavesNoRunWithoutAnEnd() throws ProblemException {
        InvoiceKey invoice = invoice();
        scene.books.beforeCall(() -> {
            throw new IllegalStateException("unforeseen");
        });

        assertThatThrownBy(() -> fetch.fetch(invoice, new CancelToken())).isInstanceOf(IllegalStateException.class);

        assertThat(scene.journal.runs(10)).singleElement()
                .satisfies(run -> assertThat(run.report()).isInstanceOf(SyncReport.Failed.class));
    }

    @Test
    void onlyAPdfOfBearableSizeIsOne() {
        assertThat(OriginalPdf.of(new byte[0], scene.clock)).isEmpty();
        assertThat(OriginalPdf.of("%PDF-".getBytes(StandardCharsets.US_ASCII), scene.clock)).isEmpty();
        byte[] large = new byte[OriginalPdf.MOST_BYTES + 1];
        System.arraycopy(FILE, 0, large, 0, FILE.length);
        assertThat(OriginalPdf.of(large, scene.clock)).isEmpty();
    }
}
