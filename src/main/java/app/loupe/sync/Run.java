package app.loupe.sync;

import app.loupe.domain.SyncMode;
import app.loupe.domain.Verified;
import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import app.loupe.sync.SyncProgress.Step;
import app.loupe.sync.Work.Listings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run from signing in to the new watermark, step by step. The watermark is only moved after everything was read; if
 * this run ends before, the next one begins where this one did.
 */
final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final Period RECENT = Period.ofMonths(12);

    private final SyncPorts ports;
    private final InstantSource clock;
    private final Pages pages;
    private final RunLog log;
    private final RunTally tally;
    private final RunSteps steps;

    Run(SyncPorts ports, InstantSource clock, Pages pages, RunLog log, RunTally tally, RunSteps steps) {
        this.ports = ports;
        this.clock = clock;
        this.pages = pages;
        this.log = log;
        this.tally = tally;
        this.steps = steps;
    }

    @Blocking
    void run(ConnectionId id, SyncMode mode, CancelToken cancel) throws ProblemException {
        steps.begin(Step.CONNECTING, 0);
        ConnectionProfile profile = profile(id);
        Instant began = clock.instant();
        LocalDate recent = LocalDate.ofInstant(began, ZoneOffset.UTC).minus(RECENT);
        var scope = new Work.Scope(id, profile.since(), from(id, mode), settled(id, mode), recent,
                listings(id, mode));
        try (InvoiceSource source = pages.open(() -> ports.sources().open(id, log, cancel))) {
            if (mode == SyncMode.VERIFY) {
                // however it ends from here on, not again at the next start; what kept it from signing in costs it no day
                ports.profiles().verified(id, VerifyRhythm.begun(profile.verification(), began));
            }
            String before = profile.serverVersion();
            if (!before.isEmpty() && !before.equals(source.serverVersion())) {
                LOG.info("sync {}: the server says {} now, {} before", id, source.serverVersion(), before);
            }
            var work = new Work(scope, source, ports.copy(), pages, tally, steps);
            var invoices = new InvoiceStage(work, began);
            Optional<Instant> newest = read(work, began, invoices, mode);
            if (mode == SyncMode.VERIFY) {
                new VerifyStage(work, began).run(tally);
            }
            source.notices().forEach(tally::problem);
            cancel.check();
            finish(id, newest, listedAt(invoices.listedAt(), newest, began), source.serverVersion());
            note(profile, mode);
        }
    }

    private ConnectionProfile profile(ConnectionId id) throws ProblemException {
        return ports.profiles().profile(id)
                .orElseThrow(() -> ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, id.value()));
    }

    private @Nullable Instant from(ConnectionId id, SyncMode mode) throws ProblemException {
        return switch (mode) {
            case FULL -> null;
            case ORIGINAL -> throw new IllegalArgumentException("no sync: " + mode);
            case CHANGES, VERIFY ->
                ports.copy().watermark(id).map(mark -> mark.minus(Stamp.LONGEST_TRANSACTION)).orElse(null);
        };
    }

    /**
     * The moment before which a write date proves that a record was read: it cannot have been written again in the same
     * second.
     */
    private @Nullable Instant settled(ConnectionId id, SyncMode mode) throws ProblemException {
        return mode == SyncMode.FULL
                ? null
                : ports.copy().listedAt(id).map(at -> at.minus(Stamp.LONGEST_TRANSACTION)).orElse(null);
    }

    /**
     * After a run that brought all that is to be kept, little has to be asked. A first run that broke off had not, nor had
     * any while more is to be kept than before: then the watermark is the time of the last listing. A full run believes
     * nothing, and a comparison lists everything a second time after the changes.
     */
    private Listings listings(ConnectionId id, SyncMode mode) throws ProblemException {
        if (mode == SyncMode.VERIFY) {
            return Listings.WHOLE;
        }
        Optional<Instant> listed = ports.copy().listedAt(id);
        boolean followsOn = mode == SyncMode.CHANGES && listed.isPresent()
                && !listed.equals(ports.copy().watermark(id));
        return followsOn ? Listings.SHORT : Listings.TWICE;
    }

    /**
     * Reads everything and returns the new watermark: that of the invoices' listing, which comes first, because what is
     * read later in the run may have changed in the very second it was read.
     */
    private static Optional<Instant> read(Work work, Instant began, InvoiceStage invoiceStage, SyncMode mode)
            throws ProblemException {
        Optional<Instant> invoices = invoiceStage.run();
        if (mode != SyncMode.CHANGES) {
            invoiceStage.askForHidden();
        }
        var itemStage = new JournalItemStage(work, began, invoiceStage.showsSameBooks());
        invoiceStage.close();
        Optional<Instant> items = itemStage.run();
        Set<Long> partners = PartyStage.partners(work);
        Set<Long> products = PartyStage.products(work);
        new NameStage(work, partners, products).run();
        new PaymentStage(work, itemStage.read()).run();
        return invoices.or(() -> items);
    }

    /**
     * The earlier of two times. The clock that an answer tells may not be the one that dates records: a proxy may be
     * ahead, and what is written meanwhile would count as read. A time that is too early only means that some records are
     * read twice.
     */
    private static Instant earlier(Instant told, Instant own) {
        return told.isBefore(own) ? told : own;
    }

    /**
     * When the listing began. When no clock is told, as through a proxy that removes it, that is when the run began, by
     * this computer's clock. That clock may be ahead too; the newest write date is a time that the server's clock had
     * surely passed. Less the overlap, so that nothing counts as read that otherwise would not.
     */
    private static Optional<Instant> listedAt(Optional<Instant> told, Optional<Instant> newest, Instant began) {
        return told.map(at -> earlier(at, began))
                .or(() -> newest.map(written -> earlier(written, began).minus(Stamp.LONGEST_TRANSACTION)));
    }

    /** A comparison that came to its end without a result would find the same tomorrow: it waits as long as one with a result. */
    private void note(ConnectionProfile before, SyncMode mode) throws ProblemException {
        Verified found = tally.verified();
        Instant now = clock.instant();
        if (found != null) {
            ports.profiles().verified(before.id(), VerifyRhythm.ended(before.id(), found, now));
        } else if (mode == SyncMode.VERIFY) {
            ports.profiles().verified(before.id(), VerifyRhythm.undecided(before.id(), before.verification(), now));
        } else if (before.verification() == null) {
            ports.profiles().verified(before.id(), VerifyRhythm.first(before.id(), now));
        }
    }

    private void finish(ConnectionId id, Optional<Instant> newest, Optional<Instant> listedAt, String version)
            throws ProblemException {
        steps.begin(Step.FINISHING, 0);
        if (newest.isPresent() && !tally.mustLookAgain()) {
            ports.copy().publish(id, newest.get(), listedAt.orElse(null));
        } else {
            ports.copy().endUnpublished(id);
        }
        ports.profiles().synced(id, clock.instant(), version);
    }
}
