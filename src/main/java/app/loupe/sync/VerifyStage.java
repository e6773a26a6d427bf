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
 * Compares every invoice of the copy with the server, whatever its write date says, and has those that differ read again as
 * any run reads them; what differs then is named. Runs after the changes were brought in, over a second listing, so that
 * what one answer left out the other one shows. The few kinds beside invoices are simply read in full: what was not as it is
 * in Odoo is then. An invoice that did not come, or not whole, is never verified and never taken for removed.
 */
final class VerifyStage {
    private static final int REPAIRS = 2;

    private final Work work;
    private final Tally tally = new Tally();
    private final Tally besides = new Tally();
    private final InvoiceStage invoices;
    /** Those whose figures differed under the same write date: nothing in Odoo would ever have told. */
    private final Set<Long> different = new TreeSet<>();

    /** @param work of the run whose changes are in the copy by now */
    VerifyStage(Work work, Instant when) {
        this.work = work.with(tally);
        this.invoices = new InvoiceStage(this.work, when);
    }

    /**
     * What a comparison left open.
     *
     * @param differing here, but not as there
     * @param unsure did not come, could not be read, or is not here
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

    /** Does it; what was done until a failure is in the tally all the same. */
    @Blocking
    void run(Tally ofRun) throws ProblemException {
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
            // asked once more before anything is read: what did not come is no difference
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
        if (!besides.mustLookAgain()) {
            // else something beside the invoices did not come, and nothing is said about the whole
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

    /** Brings the rest in line; returns the invoices whose payments could not be compared. */
    private Set<Long> bringRestInLine() throws ProblemException {
        Work whole = work.with(besides).whole();
        var items = new JournalItemStage(whole);
        items.run();
        Set<Long> partners = PartyStage.partners(whole);
        Set<Long> products = PartyStage.products(whole);
        new NameStage(whole, partners, products).run();
        var payments = new PaymentStage(whole, items.read());
        payments.run();
        return payments.unanswered();
    }
}
