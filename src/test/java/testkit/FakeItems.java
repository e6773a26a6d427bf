package testkit;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where an invoice is booked: its receivable or payable item, and the one payment that settled what is settled of it. */
final class FakeItems {
    private FakeItems() {}

    /** The instalment, and what settled it. */
    static Stream<OwedItem> of(InvoiceRow row) {
        InvoiceRow.Booking booking = row.booking();
        InvoiceRow.Amounts amounts = row.amounts();
        boolean out = booking.total().signum() < 0;
        BigDecimal total = out ? amounts.total().negate() : amounts.total();
        BigDecimal open = out ? amounts.residual().negate() : amounts.residual();
        BigDecimal settled = total.subtract(open);
        long id = row.key().id() * 10;
        List<Long> partials = settled.signum() == 0 ? List.of() : List.of(id);
        var company = new Ref(1, row.otherInfo().company());
        var partner = new Ref(row.partner().commercialId(), row.partner().name());
        var currency = new Ref(amounts.currency().equals("EUR") ? 1 : amounts.currency().equals("USD") ? 2 : 3,
                amounts.currency());
        LocalDate date = Objects.requireNonNull(row.invoiceDate());
        var instalment = new OwedItem(id, row.key().id(),
                new OwedItem.Entry(row.key().id(), row.type(), row.number(), booking.journal(), row.otherInfo().ref()),
                !row.type().isSale(), company, partner, currency, new OwedItem.Dates(date, row.dueDate(), date), total,
                open,
                new OwedItem.Booked(new Ref(1, booking.currency()), booking.total(), booking.residual()), partials);
        var payment = new OwedItem(id + 1, 0, new OwedItem.Entry(900 + row.key().id(), null, "BNK/" + id, "Bank", ""),
                !row.type().isSale(), company, partner, currency,
                new OwedItem.Dates(FakeInvoices.TODAY.minusDays(3), FakeInvoices.TODAY.minusDays(3), null),
                settled.negate(), BigDecimal.ZERO,
                new OwedItem.Booked(null, booking.residual().subtract(booking.total()), BigDecimal.ZERO), partials);
        return partials.isEmpty() ? Stream.of(instalment) : Stream.of(instalment, payment);
    }

    /** Books in euros; a unit of any other currency is worth two of them. */
    static InvoiceRow.Booking booking(MoveType type, String currency, BigDecimal untaxed, BigDecimal total,
            BigDecimal residual) {
        var rate = new BigDecimal(currency.equals("EUR") ? 1 : 2);
        BigDecimal sign = type.isSale() == type.isRefund() ? rate.negate() : rate;
        return new InvoiceRow.Booking(type.isSale() ? "Customer Invoices" : "Vendor Bills", "EUR",
                untaxed.multiply(sign), total.multiply(sign), residual.multiply(sign));
    }
}
