package app.loupe.export;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PaymentState;
import app.loupe.owed.Subledger;
import app.loupe.review.ReviewRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Documents as they stood at the end of a day: what was due of each then, since when, and whether it was paid, by the same items
 * and settlements that the aged lists of that day are made of. All else is as it stands in the books today; so is a document
 * of which the copy holds no item. Documents that were booked later are not given.
 */
final class RowsThen {
    private final LocalDate day;
    private final List<ReviewRow> rows;
    private final Set<InvoiceKey> unbooked;
    private final Set<InvoiceKey> uncertain;

    private RowsThen(LocalDate day, List<ReviewRow> rows, Set<InvoiceKey> unbooked, Set<InvoiceKey> uncertain) {
        this.day = day;
        this.rows = rows;
        this.unbooked = unbooked;
        this.uncertain = uncertain;
    }

    /** What of the items of one document was open. */
    private static final class Open {
        private BigDecimal amount = BigDecimal.ZERO;
        private LocalDate since = LocalDate.MAX;
        private boolean exact = true;
        /** Whether nothing was settled or taken back since the day, as far as the copy holds it. */
        private boolean untouched = true;

        void add(OwedItem item, Subledger.Open left, boolean settledSince) {
            exact &= left.exact();
            untouched &= !settledSince;
            if (left.amount().signum() != 0) {
                amount = amount.add(item.payable() ? left.amount().negate() : left.amount());
                LocalDate due = item.dates().dueOrBooked();
                since = due.isBefore(since) ? due : since;
            }
        }
    }

    /**
     * These documents at the end of a day.
     *
     * @param today the day of asking
     */
    static RowsThen of(List<ReviewRow> rows, Map<ConnectionId, Subledger> ledgers, LocalDate day, LocalDate today) {
        Set<InvoiceKey> wanted = rows.stream().map(row -> row.row().key()).collect(Collectors.toSet());
        var open = new HashMap<InvoiceKey, Open>();
        ledgers.forEach((connection, ledger) -> ledger.items().forEach(item -> {
            var key = new InvoiceKey(connection, item.invoice());
            if (wanted.contains(key)) {
                open.computeIfAbsent(key, first -> new Open()).add(item, ledger.open(item, day, today),
                        ledger.edges(item).stream().anyMatch(edge -> edge.date().isAfter(day)));
            }
        }));
        var unbooked = new HashSet<InvoiceKey>();
        List<ReviewRow> then = rows.stream().map(row -> {
            Open left = open.get(row.row().key());
            if (left != null && booked(row.row(), row.row().type().signed(left.amount), left).isEmpty()) {
                unbooked.add(row.row().key());
            }
            return left == null ? row : new ReviewRow(then(row.row(), left, day.isBefore(today)));
        }).toList();
        return new RowsThen(day, then, unbooked, open.entrySet().stream().filter(one -> !one.getValue().exact)
                .map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    /** The day. */
    LocalDate day() {
        return day;
    }

    /** The documents, in the order in which they were given. */
    List<ReviewRow> rows() {
        return rows;
    }

    /** Of which of them Odoo's figures do not tell what was due in company currency: a part, other than today. */
    Set<InvoiceKey> unbooked() {
        return unbooked;
    }

    /** Of which of them the copy does not hold all that settled them, so that the amount is not certain. */
    Set<InvoiceKey> uncertain() {
        return uncertain;
    }

    private static InvoiceRow then(InvoiceRow row, Open left, boolean past) {
        InvoiceRow.Amounts now = row.amounts();
        BigDecimal due = row.type().signed(left.amount);
        // as much as now is open for the same reason, as reversed or blocked; but a payment without an entry leaves all of it
        // open (Odoo 18 and later), and on a past day was perhaps not there
        boolean paidSince = past && due.signum() != 0 && row.paymentState() == PaymentState.IN_PAYMENT;
        PaymentState payment = due.compareTo(now.residual()) == 0 && !paidSince
                ? row.paymentState()
                : payment(due, now.total());
        LocalDate since = left.amount.signum() == 0 || left.since.equals(row.dueDate()) ? null : left.since;
        return new InvoiceRow(row.key(), row.number(), row.type(), row.state(), payment,
                row.partner(),
                row.invoiceDate(), row.dueDate(),
                new InvoiceRow.Amounts(now.currency(), now.untaxed(), now.tax(), now.total(), due, since),
                new InvoiceRow.Booking(row.booking().journal(), row.booking().currency(), row.booking().untaxed(),
                        row.booking().total(), booked(row, due, left).orElse(row.booking().residual())),
                row.otherInfo(), row.presence());
    }

    /**
     * What was due in company currency, as Odoo signs it, without a rate of our own; empty where that does not tell it. Of a
     * document in company currency that is what was due.
     */
    private static Optional<BigDecimal> booked(InvoiceRow row, BigDecimal due, Open left) {
        InvoiceRow.Amounts now = row.amounts();
        if (due.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (now.currency().equals(row.booking().currency())) {
            return Optional.of(row.type().isSale() == row.type().isRefund() ? due.negate() : due);
        }
        // a difference of exchange rates that was booked since settles nothing of the document and changes what is due here
        if (left.untouched && due.compareTo(now.residual()) == 0) {
            return Optional.of(row.booking().residual());
        }
        return due.compareTo(now.total()) == 0 ? Optional.of(row.booking().total()) : Optional.empty();
    }

    private static PaymentState payment(BigDecimal due, BigDecimal total) {
        if (due.signum() == 0) {
            return PaymentState.PAID;
        }
        return due.abs().compareTo(total.abs()) == 0 ? PaymentState.NOT_PAID : PaymentState.PARTIAL;
    }
}
