package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.Counterpart;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.WantedPayments;
import app.loupe.reconcile.ReconciledParts;
import app.loupe.reconcile.ReconciledParts.Asked;
import app.loupe.reconcile.Reconciliations;
import app.loupe.reconcile.Reconciliations.Part;
import app.loupe.sync.PastFailures.Answers;
import app.loupe.sync.SyncProgress.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * Finds the payments of the invoices that changed, or whose counterparts changed, since their payments were last found;
 * of all invoices when everything is read. Payments are derived from the items in the copy. Only where they do not follow
 * from these, Odoo's payment box is read; that is the costliest question of all, and therefore comes last.
 */
final class PaymentStage {
    private static final Comparator<Payment> BY_DATE = Comparator
            .comparing(Payment::date, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(Payment::moveId);

    /** Items of a part: what is found of all of them at once takes some hundred bytes of each. */
    private static final int PART = 130_000;

    private final Work work;
    private final Ids readItems;
    private final int most;
    private final Set<Long> unanswered = new TreeSet<>();

    /** @param readItems items of other entries that this run has read; none where it reads everything */
    PaymentStage(Work work, Ids readItems) {
        this(work, readItems, PART);
    }

    /** The same with so many items in a part. */
    PaymentStage(Work work, Ids readItems, int most) {
        this.work = work;
        this.readItems = readItems;
        this.most = most;
    }

    /** What follows from the items for one invoice; nothing where the box is to be asked. */
    private record Found(WantedPayments wanted, Optional<List<Part>> parts) {
        boolean differs() {
            return parts.stream().flatMap(List::stream).anyMatch(Part::isMoneyless);
        }
    }

    @Blocking
    void run() throws ProblemException {
        work.steps().begin(Step.PAYMENTS, 0);
        boolean everything = work.scope().from() == null;
        List<WantedPayments> wanted = work.copy().paymentsWanted(work.id(), everything);
        if (readItems.isEmpty() && wanted.isEmpty()) {
            return;
        }
        Ids changed = everything ? new Ids() : invoices(wanted);
        ReconciledParts reconciled = ReconciledParts.of(visitor -> work.copy().eachReconciled(work.id(), visitor),
                most, everything ? Asked.ALL : new Asked(isAmong(changed), isAmong(readItems)));
        Set<Long> others = everything ? Set.of() : othersSides(reconciled, changed);
        if (!others.isEmpty()) {
            work.copy().doubtPayments(work.id(), others);
            wanted = work.copy().paymentsWanted(work.id(), false);
        }
        work.steps().begin(Step.PAYMENTS, wanted.size());
        askTheBox(derive(wanted, reconciled));
    }

    private static Ids invoices(List<WantedPayments> wanted) {
        var ids = new Ids();
        wanted.forEach(one -> ids.add(one.invoice()));
        return ids;
    }

    private static LongPredicate isAmong(Ids ids) {
        long[] sorted = ids.sorted();
        return id -> Arrays.binarySearch(sorted, id) >= 0;
    }

    /** What is settled by something that was read now: its payments go by the number and the text of the other side. */
    private Set<Long> othersSides(ReconciledParts reconciled, Ids changed) throws ProblemException {
        LongPredicate isChanged = isAmong(changed);
        var others = new TreeSet<Long>();
        for (int part = 0; part < reconciled.count(); part++) {
            work.pages().check();
            addOthers(reconciled.part(part), changed, others);
        }
        others.removeIf(isChanged::test);
        return others;
    }

    private void addOthers(Reconciliations reconciled, Ids changed, Set<Long> others) {
        others.addAll(reconciled.settledBy(readItems));
        others.addAll(reconciled.settledWith(changed));
    }

    /** Keeps the payments that follow from the items; returns the invoices for which they do not. */
    private Ids derive(List<WantedPayments> wanted, ReconciledParts reconciled) throws ProblemException {
        var deriving = new Deriving();
        for (int part = 0; part < reconciled.count(); part++) {
            int own = part;
            // nothing here holds a part while the next one is read
            deriving.of(reconciled.part(part),
                    () -> wanted.stream().filter(one -> reconciled.of(one.invoice()) == own).iterator());
        }
        deriving.end();
        return deriving.unknown;
    }

    /**
     * Pages of what follows from the items. The invoices with exchange differences come together, so that few questions are
     * needed for them.
     */
    private final class Deriving {
        private final Ids unknown = new Ids();
        private final List<Found> plain = new ArrayList<>();
        private final List<Found> differing = new ArrayList<>();

        void of(Reconciliations reconciled, Iterable<WantedPayments> wanted) throws ProblemException {
            for (WantedPayments one : wanted) {
                var found = new Found(one, reconciled.parts(one.invoice(), one.settled()));
                List<Found> page = found.differs() ? differing : plain;
                page.add(found);
                if (page.size() == InvoiceSource.MAX_IDS) {
                    keep(page);
                    page.clear();
                }
            }
        }

        void end() throws ProblemException {
            var left = new ArrayList<>(plain);
            left.addAll(differing);
            for (int from = 0; from < left.size(); from += InvoiceSource.MAX_IDS) {
                keep(left.subList(from, Math.min(left.size(), from + InvoiceSource.MAX_IDS)));
            }
        }

        private void keep(List<Found> page) throws ProblemException {
            work.pages().check();
            Map<Long, List<Payment>> derived = payments(page);
            page.stream().map(one -> one.wanted().invoice()).filter(id -> !derived.containsKey(id))
                    .forEach(unknown::add);
            save(page, derived);
            work.steps().through(derived.size());
        }
    }

    private void save(List<Found> page, Map<Long, List<Payment>> derived) throws ProblemException {
        var noted = new HashMap<>(derived);
        page.stream().map(Found::wanted).filter(one -> !one.noted()).forEach(one -> noted.remove(one.invoice()));
        var news = new HashMap<>(derived);
        news.keySet().removeAll(noted.keySet());
        if (!noted.isEmpty()) {
            work.copy().saveNotedPayments(work.id(), noted);
        }
        if (!news.isEmpty()) {
            work.copy().savePayments(work.id(), news);
        }
    }

    private Map<Long, List<Payment>> payments(List<Found> page) throws ProblemException {
        var parts = new HashMap<Long, List<Part>>();
        var items = new HashSet<Long>();
        for (Found one : page) {
            one.parts().ifPresent(found -> {
                parts.put(one.wanted().invoice(), found);
                found.forEach(part -> items.add(part.item()));
            });
        }
        Map<Long, Counterpart> counterparts = work.copy().counterparts(work.id(), items);
        var moves = new TreeSet<Long>();
        parts.values().stream().flatMap(List::stream).filter(Part::isMoneyless)
                .forEach(part -> Optional.ofNullable(counterparts.get(part.item()))
                        .ifPresent(other -> moves.add(other.move().id())));
        ExchangeEntries entries = ExchangeEntries.read(work, moves);
        var payments = new HashMap<Long, List<Payment>>();
        parts.forEach((invoice, found) -> entries.payments(found, counterparts)
                .ifPresent(list -> payments.put(invoice, list.stream().sorted(BY_DATE).toList())));
        return payments;
    }

    /** Invoices whose payment box did not come, so that their payments may differ from those here. */
    Set<Long> unanswered() {
        return unanswered;
    }

    /** Reads the boxes; one that does not come is asked for once more, and named in the report if it does not come then. */
    private void askTheBox(List<Long> invoices) throws ProblemException {
        read(invoices);
        var again = List.copyOf(unanswered);
        unanswered.clear();
        read(again);
        if (!unanswered.isEmpty()) {
            // every run asks for what is in doubt, so the next one need not begin where this one did
            work.copy().doubtPayments(work.id(), unanswered);
            work.tally().leftOut(RecordKind.INVOICE, unanswered);
        }
    }

    /** Reads these boxes; one that the server cannot or may not work out does not keep the others away. */
    private void read(List<Long> invoices) throws ProblemException {
        var boxes = new PastFailures<>(invoices, work.source()::payments, Answers.<List<Payment>>ofMaps());
        work.pages().walk(invoices, boxes, (part, payments) -> {
            if (!payments.isEmpty()) {
                work.copy().savePayments(work.id(), payments);
            }
            part.stream().filter(id -> !payments.containsKey(id)).forEach(unanswered::add);
            work.steps().through(part.size());
        });
    }
}
