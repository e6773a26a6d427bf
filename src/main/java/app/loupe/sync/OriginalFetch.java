package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.Originals;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
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
        JournaledRun run = JournaledRun.begin(ports.journal(), clock, invoice.connection(), SyncMode.ORIGINAL);
        OriginalPdf pdf;
        try {
            pdf = read(invoice, run.log(), cancel);
            originals.keep(invoice, pdf);
        } catch (ProblemException | RuntimeException | Error stopped) {
            run.fail(stopped, counts(run), cancel);
            throw stopped;
        }
        // it is kept, whatever becomes of the log; damage that was met there has taken the copy with it
        if (run.end(new SyncReport.Done(counts(run))) instanceof SyncReport.Failed failed
                && failed.problem().code() == ProblemCode.STORE_DAMAGED) {
            throw new ProblemException(failed.problem());
        }
        return pdf;
    }

    private static SyncCounts counts(JournaledRun run) {
        return SyncCounts.ofRequests(run.log().count());
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
