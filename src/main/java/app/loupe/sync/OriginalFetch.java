package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.FailureCode;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.Originals;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Reads the original PDF of one invoice when the owner asks for it, and keeps it in the copy. A run of its own in the sync
 * log, with its requests; waits for a sync under way. For a thread of the background.
 */
public final class OriginalFetch {
    private final SyncPorts ports;
    private final Originals originals;
    private final InstantSource clock;
    private final Turns turns;

    /**
     * A fetch that keeps what it reads.
     *
     * @param clock for the log, and for when a file was read
     * @param turns of all who run something
     */
    public OriginalFetch(SyncPorts ports, Originals originals, InstantSource clock, Turns turns) {
        this.ports = ports;
        this.originals = originals;
        this.clock = clock;
        this.turns = turns;
    }

    /**
     * Reads it from Odoo, also when the copy has it already: it may have been sent anew.
     *
     * @throws ProblemException {@link ProblemCode#ORIGINAL_NONE} when Odoo keeps none,
     *     {@link ProblemCode#ORIGINAL_UNREADABLE} when what it keeps is no PDF or too large, CANCELLED, and whatever
     *     signing in, reading and storing refuse; what the copy has stays then
     */
    @Blocking
    public OriginalPdf fetch(InvoiceKey invoice, CancelToken cancel) throws ProblemException {
        try (var _ = turns.take(invoice.connection(), Turns.Kind.FETCH, cancel)) {
            return journaled(invoice, cancel);
        }
    }

    private OriginalPdf journaled(InvoiceKey invoice, CancelToken cancel) throws ProblemException {
        Instant began = clock.instant();
        int number = ports.journal().begin(invoice.connection(), began, SyncMode.ORIGINAL);
        var log = new RunLog(ports.journal(), invoice.connection(), number);
        OriginalPdf pdf;
        try {
            pdf = read(invoice, log, cancel);
            originals.keep(invoice, pdf);
        } catch (ProblemException stopped) {
            SyncCounts counts = SyncCounts.ofRequests(log.count());
            end(invoice, number, began, log, cancel.isCancelled()
                    ? new SyncReport.Cancelled(counts)
                    : new SyncReport.Failed(counts, stopped.problem()));
            throw stopped;
        } catch (RuntimeException | Error unexpected) {
            // it goes on to the caller: the log must not show a run without an end
            end(invoice, number, began, log, new SyncReport.Failed(SyncCounts.ofRequests(log.count()),
                    FailureCode.of(unexpected).problem()));
            throw unexpected;
        }
        end(invoice, number, began, log, new SyncReport.Done(SyncCounts.ofRequests(log.count())));
        return pdf;
    }

    private void end(InvoiceKey invoice, int number, Instant began, RunLog log, SyncReport report)
            throws ProblemException {
        log.keep();
        Instant now = clock.instant();
        ports.journal().end(invoice.connection(), number, now.isBefore(began) ? began : now, report);
    }

    private OriginalPdf read(InvoiceKey invoice, RunLog log, CancelToken cancel) throws ProblemException {
        ConnectionProfile profile = ports.profiles().profile(invoice.connection())
                .orElseThrow(() -> ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, invoice.connection().value()));
        try (InvoiceSource source = ports.sources().open(invoice.connection(), log, cancel)) {
            byte[] file = source.original(invoice.id())
                    .orElseThrow(() -> ProblemException.of(ProblemCode.ORIGINAL_NONE, profile.name()));
            cancel.check();
            return OriginalPdf.of(file, clock.instant())
                    .orElseThrow(() -> ProblemException.of(ProblemCode.ORIGINAL_UNREADABLE, profile.name()));
        }
    }
}
