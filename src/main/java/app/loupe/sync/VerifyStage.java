package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.Figures;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Verified;
import app.loupe.sync.SyncProgress.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares every invoice of the copy with the server, whatever its write date says, and reads those that differ again as
 * any run does; what differs even then is named in the report. Comes after the changes were read, with a second listing,
 * so that the one shows what the other left out. The few kinds of records beside invoices are simply read in full, and
 * are then as in Odoo. An invoice that did not come, or not as a whole, never counts as verified, and never as removed.
 */
final class VerifyStage {
    private static final int REPAIRS = 2;

    private final Work work;
    private final RunTally tally = new RunTally();
    private final RunTally besides = new RunTally();
    private final Instant when;
    private final InvoiceStage invoices;
    /** Invoices whose figures differed under the same write date: no other run would ever have noticed. */
    private final Set<Long> different = new TreeSet<>();

    /** @param work of the run, whose changes are in the copy already */
    VerifyStage(Work work, Instant when) {
        this.work = work.with(tally);
        this.when = when;
        this.invoices = new InvoiceStage(this.work, when);
    }

    /**
     * What a comparison left open.
     *
     * @param differing invoices that are here but not as in Odoo
     * @param unsure invoices that did not come, could not be read, or are not here
     */
    private record Open(Set<Long> differing, Set<Long> unsure) {
        Open() {
            this(new TreeSet<>(), new TreeSet<>());
        }

        Set<Long> all() {
            var all = new TreeSet<>(differing);
            all.addAll(unsure);
            return all;
        }
    }

    /** Compares; what was done before a failure is in the tally all the same. */
    @Blocking
    void run(RunTally ofRun) throws ProblemException {
        try {
            verify();
        } finally {
            tally.add(besides);
            ofRun.add(tally);
        }
    }

    private void verify() throws ProblemException {
        invoices.run();
        var all = new TreeSet<>(work.copy().stamps(work.id(), RecordKind.INVOICE).keySet());
        all.addAll(invoices.listed());
        all.removeAll(invoices.away());
        Open open = compare(all);
        if (!open.unsure().isEmpty()) {
            // asked once more before anything is read: an invoice that did not come is no difference
            Open second = compare(open.unsure());
            second.differing().addAll(open.differing());
            open = second;
        }
        for (int repair = 0; repair < REPAIRS && !open.all().isEmpty(); repair++) {
            if (!open.differing().isEmpty()) {
                work.copy().doubt(work.id(), open.differing());
            }
            invoices.readAgain(open.all());
            var again = open.all();
            again.removeAll(invoices.away());
            open = compare(again);
        }
        all.removeAll(invoices.away());
        Set<Long> failed = open.all();
        failed.addAll(bringRestInLine());
        failed.retainAll(all);
        if (!failed.isEmpty()) {
            tally.notVerified(failed);
        }
        different.removeAll(failed);
        if (besides.hasAllBesideInvoices()) {
            // otherwise something beside the invoices did not come, and nothing can be said about the whole
            tally.verified(new Verified(all.size(), all.size() - failed.size(), different.size() + besides.others()));
        }
    }

    private Open compare(Collection<Long> ids) throws ProblemException {
        var open = new Open();
        work.steps().begin(Step.COMPARING, ids.size());
        work.pages().read(RecordKind.INVOICE, List.copyOf(ids), work.source()::figures, (part, there) -> {
            Map<Long, Figures> here = work.copy().figures(work.id(), part);
            var left = new HashSet<>(part);
            for (Figures figures : there.records()) {
                left.remove(figures.id());
                compare(here.get(figures.id()), figures, open);
            }
            open.unsure().addAll(left);
            work.steps().through(part.size());
        });
        return open;
    }

    private void compare(@Nullable Figures here, Figures there, Open open) {
        if (here == null) {
            open.unsure().add(there.id());
        } else if (!here.equals(there)) {
            open.differing().add(there.id());
            if (here.writeDate().equals(there.writeDate())) {
                different.add(there.id());
            }
        }
    }

    /** Brings everything beside invoices in line; returns the invoices whose payments could not be compared. */
    private Set<Long> bringRestInLine() throws ProblemException {
        Work whole = work.with(besides).whole();
        var items = new JournalItemStage(whole, when, invoices.showsSameBooks());
        items.run();
        Set<Long> partners = PartyStage.partners(whole);
        Set<Long> products = PartyStage.products(whole);
        new NameStage(whole, partners, products).run();
        var payments = new PaymentStage(whole, items.read());
        payments.run();
        return payments.unanswered();
    }
}
