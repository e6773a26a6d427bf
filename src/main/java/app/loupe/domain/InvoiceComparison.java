package app.loupe.domain;

import app.loupe.domain.InvoiceChange.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what changed between two states of an invoice. References are compared by id: renaming a company, partner,
 * journal or product changes no invoice. Amounts are compared by value. Of the journal items only the lines of the
 * document are compared, because Odoo recreates the others with every edit.
 *
 * @param run number of the run that brings the later state
 * @param noticed when it does
 */
public record InvoiceComparison(int run, Instant noticed) {
    private static final List<Compared<Invoice>> FIELDS = List.of(
            new Compared<>(InvoiceField.NUMBER, Invoice::number),
            new Compared<>(InvoiceField.TYPE, invoice -> invoice.type().odoo()),
            new Compared<>(InvoiceField.STATE, invoice -> invoice.state().odoo()),
            new Compared<>(InvoiceField.PAYMENT_STATE, invoice -> invoice.paymentState().odoo()),
            new Compared<>(InvoiceField.PARTNER, InvoiceComparison::partner),
            new Compared<>(InvoiceField.COMPANY, invoice -> invoice.booking().company()),
            new Compared<>(InvoiceField.CURRENCY, invoice -> invoice.booking().currency()),
            new Compared<>(InvoiceField.JOURNAL, invoice -> invoice.booking().journal()),
            new Compared<>(InvoiceField.SALESPERSON, invoice -> invoice.booking().salesperson()),
            new Compared<>(InvoiceField.PAYMENT_TERMS, invoice -> invoice.booking().paymentTerms()),
            new Compared<>(InvoiceField.REVERSED_ENTRY, invoice -> invoice.booking().reversedEntry()),
            new Compared<>(InvoiceField.BANK_ACCOUNT, invoice -> invoice.booking().bankAccount()),
            new Compared<>(InvoiceField.INVOICE_DATE, invoice -> invoice.dates().invoice()),
            new Compared<>(InvoiceField.ACCOUNTING_DATE, invoice -> invoice.dates().accounting()),
            new Compared<>(InvoiceField.DUE_DATE, invoice -> invoice.dates().due()),
            new Compared<>(InvoiceField.AMOUNT_UNTAXED, invoice -> invoice.amounts().untaxed()),
            new Compared<>(InvoiceField.AMOUNT_TAX, invoice -> invoice.amounts().tax()),
            new Compared<>(InvoiceField.AMOUNT_TOTAL, invoice -> invoice.amounts().total()),
            new Compared<>(InvoiceField.AMOUNT_RESIDUAL, invoice -> invoice.amounts().residual()),
            new Compared<>(InvoiceField.REFERENCE, invoice -> invoice.otherInfo().ref()),
            new Compared<>(InvoiceField.PAYMENT_REFERENCE, invoice -> invoice.otherInfo().paymentReference()),
            new Compared<>(InvoiceField.ORIGIN, invoice -> invoice.otherInfo().origin()),
            new Compared<>(InvoiceField.SENT, invoice -> invoice.otherInfo().sent()),
            new Compared<>(InvoiceField.TO_REVIEW, invoice -> invoice.otherInfo().toReview()),
            new Compared<>(InvoiceField.NARRATION, invoice -> invoice.otherInfo().narration()));

    /** A field and where its value is: a reference, a number, a date, a text, or absent. */
    record Compared<T>(InvoiceField field, Function<T, @Nullable Object> value) {
        boolean differs(T before, T after) {
            Object one = value.apply(before);
            Object other = value.apply(after);
            return !(one == null ? other == null : other != null && same(one, other));
        }

        private static boolean same(Object one, Object other) {
            return switch (one) {
                case Ref ref -> other instanceof Ref another && ref.id() == another.id();
                case BigDecimal number -> other instanceof BigDecimal another && number.compareTo(another) == 0;
                default -> one.equals(other);
            };
        }

        String text(T of) {
            Object found = value.apply(of);
            return switch (found) {
                case null -> "";
                case Ref ref -> ref.name();
                case BigDecimal number -> number.toPlainString();
                default -> found.toString();
            };
        }
    }

    /**
     * Without a partner the printed name is compared; with one the name follows the partner's own, which counts as no
     * change.
     */
    private static Object partner(Invoice invoice) {
        Ref partner = invoice.parties().partner();
        return partner == null ? invoice.parties().printedName() : partner;
    }

    /** What changed; nothing when only names, or items that are not lines of the document, changed. */
    public List<InvoiceChange> between(Invoice before, Invoice after) {
        boolean posted = before.state() == MoveState.POSTED && after.state() == MoveState.POSTED;
        var changes = new ArrayList<InvoiceChange>();
        for (Compared<Invoice> one : FIELDS) {
            if (one.differs(before, after)) {
                changes.add(change(after, Kind.CHANGED, one.field(), 0, one.text(before), one.text(after), posted));
            }
        }
        for (LineChange line : LineChange.between(before.lines(), after.lines())) {
            changes.add(change(after, line.kind(), line.field(), line.line(), line.before(), line.after(), posted));
        }
        return changes;
    }

    /** An invoice that comes, or comes back. */
    public InvoiceChange arrival(Invoice invoice, Kind kind) {
        return change(invoice, kind, InvoiceField.PRESENCE, 0, "", "", false);
    }

    /** An invoice that goes. */
    public InvoiceChange departure(Header invoice, Kind kind) {
        return change(invoice, kind, InvoiceField.PRESENCE, 0, "", "");
    }

    /** What was settled, and which settlements were taken back; another label is no change. */
    public List<InvoiceChange> payments(Header invoice, List<Payment> before, List<Payment> after) {
        var gone = new ArrayList<>(before);
        var come = new ArrayList<Payment>();
        for (Payment payment : after) {
            if (!removeOne(gone, payment)) {
                come.add(payment);
            }
        }
        var changes = new ArrayList<InvoiceChange>();
        gone.forEach(payment -> changes.add(change(invoice, Kind.PAYMENT_REMOVED, InvoiceField.PAYMENT,
                payment.moveId(), text(payment), "")));
        come.forEach(payment -> changes.add(change(invoice, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT,
                payment.moveId(), "", text(payment))));
        return changes;
    }

    private static boolean removeOne(List<Payment> among, Payment same) {
        for (int i = 0; i < among.size(); i++) {
            Payment one = among.get(i);
            if (one.moveId() == same.moveId() && one.amount().compareTo(same.amount()) == 0
                    && one.exchangeDifference() == same.exchangeDifference()
                    && String.valueOf(one.date()).equals(String.valueOf(same.date()))) {
                among.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Day, amount and label, with spaces between them; a hyphen in place of a missing day. */
    private static String text(Payment payment) {
        String day = payment.date() == null ? "-" : payment.date().toString();
        return (day + " " + payment.amount().toPlainString() + " " + payment.label()).strip();
    }

    /** The fields of an invoice that a change repeats. */
    public record Header(long id, String number, long company) {
        /** That of an invoice. */
        public static Header of(Invoice invoice) {
            Ref company = invoice.booking().company();
            return new Header(invoice.id(), invoice.number(), Ref.idOf(company));
        }
    }

    private InvoiceChange change(Header invoice, Kind kind, InvoiceField field, long record, String before,
            String after) {
        return new InvoiceChange(invoice.id(), invoice.number(), invoice.company(), run, noticed, kind, field, record,
                before, after, false);
    }

    private InvoiceChange change(Invoice invoice, Kind kind, InvoiceField field, long record, String before,
            String after, boolean posted) {
        Header header = Header.of(invoice);
        return new InvoiceChange(header.id(), header.number(), header.company(), run, noticed, kind, field, record,
                before, after, posted);
    }
}
