package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.Counterpart;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.WantedPayments;
import app.loupe.reconcile.Reconciliations;
import app.loupe.reconcile.Reconciliations.Part;
import app.loupe.sync.PastFailures.Answers;
import app.loupe.sync.SyncProgress.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the payments of the invoices that changed, or whose counterparts changed, since their payments were last found;
 * of all invoices when everything is read. Payments are derived from the items in the copy. Only where they do not follow
 * from these, Odoo's payment box is read; that is the costliest question of all, and therefore comes last.
 */
final class PaymentStage {
    private static final Comparator<Payment> BY_DATE = Comparator
            .comparing(Payment::date, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(Payment::moveId);

    private final Work work;
    private final Set<Long> readItems;
    private final Set<Long> unanswered = new TreeSet<>();

    /** @param readItems items of other entries that this run has read */
    PaymentStage(Work work, Set<Long> readItems) {
        this.work = work;
        this.readItems = readItems;
    }

    @Blocking
    void run() throws ProblemException {
        work.steps().begin(Step.PAYMENTS, 0);
        boolean everything = work.scope().from() == null;
        List<WantedPayments> wanted = work.copy().paymentsWanted(work.id(), everything);
        if (readItems.isEmpty() && wanted.isEmpty()) {
            return;
        }
        Reconciliations reconciled = reconciliations();
        Set<Long> others = everything ? Set.of() : othersSides(reconciled, wanted);
        if (!others.isEmpty()) {
            work.copy().doubtPayments(work.id(), others);
            wanted = work.copy().paymentsWanted(work.id(), false);
        }
        work.steps().begin(Step.PAYMENTS, wanted.size());
        askTheBox(derive(wanted, reconciled));
    }

    /** What is settled by something that was read now: its payments go by the number and the text of the other side. */
    private Set<Long> othersSides(Reconciliations reconciled, List<WantedPayments> wanted) {
        List<Long> changed = wanted.stream().map(WantedPayments::invoice).toList();
        Set<Long> others = reconciled.settledBy(readItems);
        others.addAll(reconciled.settledWith(changed));
        others.removeAll(Set.copyOf(changed));
        return others;
    }

    private Reconciliations reconciliations() throws ProblemException {
        var builder = new Reconciliations.Builder();
        work.copy().eachReconciled(work.id(), builder::add);
        return builder.build();
    }

    /** Keeps the payments that follow from the items; returns the invoices for which they do not. */
    private List<Long> derive(List<WantedPayments> wanted, Reconciliations reconciled) throws ProblemException {
        var unknown = new ArrayList<Long>();
        List<WantedPayments> ordered = differencesLast(wanted, reconciled);
        for (int from = 0; from < ordered.size(); from += InvoiceSource.MAX_IDS) {
            work.pages().check();
            var page = ordered.subList(from, Math.min(ordered.size(), from + InvoiceSource.MAX_IDS));
            Map<Long, List<Payment>> derived = derivePage(page, reconciled);
            page.stream().map(WantedPayments::invoice).filter(id -> !derived.containsKey(id)).forEach(unknown::add);
            save(page, derived);
            work.steps().through(derived.size());
        }
        return unknown;
    }

    private void save(List<WantedPayments> page, Map<Long, List<Payment>> derived) throws ProblemException {
        var noted = new HashMap<>(derived);
        page.stream().filter(one -> !one.noted()).forEach(one -> noted.remove(one.invoice()));
        var news = new HashMap<>(derived);
        news.keySet().removeAll(noted.keySet());
        if (!noted.isEmpty()) {
            work.copy().saveNotedPayments(work.id(), noted);
        }
        if (!news.isEmpty()) {
            work.copy().savePayments(work.id(), news);
        }
    }

    /** Puts the invoices with exchange differences together at the end, so that few questions are needed for them. */
    private static List<WantedPayments> differencesLast(List<WantedPayments> wanted, Reconciliations reconciled) {
        Map<Boolean, List<WantedPayments>> differs = wanted.stream().collect(Collectors.partitioningBy(one -> reconciled
                .parts(one.invoice(), one.settled()).stream().flatMap(List::stream).anyMatch(Part::isMoneyless)));
        return Stream.of(false, true).flatMap(which -> differs.getOrDefault(which, List.of()).stream()).toList();
    }

    private Map<Long, List<Payment>> derivePage(List<WantedPayments> page, Reconciliations reconciled)
            throws ProblemException {
        var parts = new HashMap<Long, List<Part>>();
        var items = new HashSet<Long>();
        for (WantedPayments one : page) {
            reconciled.parts(one.invoice(), one.settled()).ifPresent(found -> {
                parts.put(one.invoice(), found);
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
