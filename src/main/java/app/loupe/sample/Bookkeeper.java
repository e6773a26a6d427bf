package app.loupe.sample;

import app.loupe.domain.Invoice;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import app.loupe.sample.Deal.Fate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Says what became of a deal until a day: drafted, posted, cancelled, reversed, paid in part or in full. */
final class Bookkeeper {
    private static final int DAYS_AS_DRAFT = 10;
    private static final int DAYS_ON_THE_WAY = 4;
    private static final int DAYS_TO_CANCEL = 3;
    private static final long FIRST_PAYMENT_MOVE = 1_000_000;
    private static final long FIRST_ITEM = 100_000_000;
    private static final long PAYMENTS_PER_INVOICE = 3;
    private static final long FIRST_REVERSAL = 200_000_000;
    private static final Ref OWN_ACCOUNT = new Ref(1, "EX07 0160 0000 0001");
    private static final Ref BANK = new Ref(9, "Bank");
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final LocalDate today;

    Bookkeeper(LocalDate today) {
        this.today = today;
    }

    /** A deal as the books show it. */
    record Document(Invoice invoice, List<Payment> payments, List<MoveLine> items) {}

    private record Receipt(LocalDate date, BigDecimal amount) {}

    /** The invoice that an item of a payment belongs to. */
    static long invoiceOfItem(long item) {
        return (item - FIRST_ITEM) / PAYMENTS_PER_INVOICE;
    }

    /** The document, or empty while nobody has written it yet. */
    Optional<Document> document(Deal deal) {
        LocalDate drafted = deal.date().minusDays(deal.id() % 3 == 0 ? DAYS_AS_DRAFT : 0);
        if (drafted.isAfter(today)) {
            return Optional.empty();
        }
        if (deal.date().isAfter(today)) {
            var totals = LineWriter.totals(deal);
            return Optional.of(new Document(invoice(deal, MoveState.DRAFT, drafted, totals.total(),
                    PaymentState.NOT_PAID, List.of()), List.of(), List.of()));
        }
        return Optional.of(posted(deal));
    }

    private Document posted(Deal deal) {
        BigDecimal total = LineWriter.totals(deal).total();
        LocalDate cancelled = deal.date().plusDays(DAYS_TO_CANCEL);
        if (deal.fate() == Fate.CANCELLED && !cancelled.isAfter(today)) {
            return new Document(invoice(deal, MoveState.CANCELLED, cancelled, ZERO, PaymentState.NOT_PAID,
                    List.of()), List.of(), List.of());
        }
        LocalDate reversed = deal.reversedOn();
        Ref counterpart = deal.counterpart();
        if (reversed != null && counterpart != null && !reversed.isAfter(today)) {
            PaymentState state = deal.type() == MoveType.CREDIT_NOTE ? PaymentState.PAID : PaymentState.REVERSED;
            var settled = new Payment(reversed, total, "", counterpart.name(), counterpart.id(), false);
            // invoice and credit note name the same one
            long partial = FIRST_REVERSAL + Math.min(deal.id(), counterpart.id());
            return new Document(invoice(deal, MoveState.POSTED, reversed, ZERO, state, List.of(partial)),
                    List.of(settled), List.of());
        }
        return settled(deal, total, receipts(deal, total));
    }

    private List<Receipt> receipts(Deal deal, BigDecimal total) {
        SampleCurrency money = deal.contact().currency();
        BigDecimal half = money.round(total.multiply(new BigDecimal("0.4")));
        List<Receipt> agreed = switch (deal.fate()) {
            case PAID -> List.of(new Receipt(deal.paidOn(), total));
            case PAID_IN_PARTS -> List.of(new Receipt(deal.date().plusDays(5), half),
                    new Receipt(deal.paidOn().plusDays(30), total.subtract(half)));
            case UNPAID, CANCELLED, REVERSED -> List.of();
        };
        return agreed.stream().filter(receipt -> !receipt.date().isAfter(today)).toList();
    }

    private Document settled(Deal deal, BigDecimal total, List<Receipt> receipts) {
        BigDecimal paid = receipts.stream().map(Receipt::amount).reduce(ZERO, BigDecimal::add);
        BigDecimal residual = total.subtract(paid);
        LocalDate last = receipts.isEmpty() ? deal.date() : receipts.getLast().date();
        LocalDate atBank = last.plusDays(DAYS_ON_THE_WAY);
        PaymentState state = PaymentState.NOT_PAID;
        LocalDate changed = last;
        if (residual.signum() == 0) {
            state = atBank.isAfter(today) ? PaymentState.IN_PAYMENT : PaymentState.PAID;
            changed = atBank.isAfter(today) ? last : atBank;
        } else if (!receipts.isEmpty()) {
            state = PaymentState.PARTIAL;
        }
        List<Long> partials = LongStream.range(0, receipts.size()).map(index -> itemOf(deal, index)).boxed().toList();
        Invoice invoice = invoice(deal, MoveState.POSTED, changed, residual, state, partials);
        var payments = new ArrayList<Payment>();
        var items = new ArrayList<MoveLine>();
        BigDecimal open = invoice.amounts().signed().total();
        for (Receipt receipt : receipts) {
            boolean rest = items.size() == receipts.size() - 1 && residual.signum() == 0;
            BigDecimal euros = rest
                    ? open
                    : deal.contact().currency()
                            .inEuros(receipt.amount()).multiply(BigDecimal.valueOf(LineWriter.sign(deal)));
            open = open.subtract(euros);
            MoveLine item = item(deal, receipt, items.size(), euros.negate(), residual.signum() == 0);
            items.add(item);
            payments.add(new Payment(receipt.date(), receipt.amount(), BANK.name(), item.label(),
                    item.entry().move().id(), false));
        }
        return new Document(invoice, payments, items);
    }

    /** The item of the deal's payment with this number, and the partial reconciliation that it brought about. */
    private static long itemOf(Deal deal, long index) {
        return FIRST_ITEM + deal.id() * PAYMENTS_PER_INVOICE + index;
    }

    private static MoveLine item(Deal deal, Receipt receipt, int index, BigDecimal euros, boolean all) {
        long number = deal.id() * PAYMENTS_PER_INVOICE + index;
        var move = new Ref(FIRST_PAYMENT_MOVE + number,
                String.format(Locale.ROOT, "BNK/%d/%d", receipt.date().getYear(), number));
        var entry = new JournalEntry(move, MoveState.POSTED, BANK, "");
        BigDecimal amount = receipt.amount().multiply(BigDecimal.valueOf(-LineWriter.sign(deal)));
        long id = itemOf(deal, index);
        return new MoveLine(id, written(deal, receipt.date()), entry,
                deal.type().isSale() ? LineKind.RECEIVABLE : LineKind.PAYABLE, 10,
                deal.number(),
                new MoveLine.Price(null, null, ZERO, ZERO, ZERO, ZERO, ZERO),
                new MoveLine.Taxes(List.of(), null, null, ZERO),
                new MoveLine.Posting(deal.type().isSale() ? LineWriter.RECEIVABLE : LineWriter.PAYABLE,
                        deal.contact().ref(), LineWriter.COMPANY, deal.contact().currency().ref(), euros.max(ZERO),
                        euros.negate().max(ZERO), euros, amount, ZERO, ZERO),
                receipt.date(), receipt.date(),
                new Matching(true, (all ? "A" : "P") + deal.id(), List.of(id)));
    }

    private static Instant written(Deal deal, LocalDate day) {
        return day.atTime(8, 0).toInstant(ZoneOffset.UTC).plusSeconds(deal.id() % 7_200);
    }

    private Invoice invoice(Deal deal, MoveState state, LocalDate changed, BigDecimal residual,
            PaymentState paymentState, List<Long> partials) {
        boolean draft = state == MoveState.DRAFT;
        boolean sale = deal.type().isSale();
        var totals = LineWriter.totals(deal);
        LocalDate date = draft ? null : deal.date();
        LocalDate due = draft ? null : deal.date().plusDays(deal.termDays());
        Instant written = written(deal, changed);
        List<MoveLine> lines = new LineWriter(deal, new LineWriter.Stage(state, written, date, due, residual,
                partials)).lines();
        MoveLine owed = lines.getLast();
        BigDecimal untaxed = lines.stream().filter(line -> line.kind() == LineKind.PRODUCT)
                .map(line -> line.posting().balance())
                .reduce(ZERO, BigDecimal::add).negate();
        Ref counterpart = deal.counterpart();
        return new Invoice(deal.id(), written, draft ? "" : deal.number(), deal.type(), state, paymentState,
                new Invoice.Parties(deal.contact().ref(), deal.contact().ref(), deal.contact().partner().name()),
                new Invoice.Booking(LineWriter.COMPANY, deal.contact().currency().ref(), SampleCurrency.EUR.ref(),
                        journal(sale),
                        sale ? salesperson(deal) : null,
                        new Ref(1L + deal.termDays(),
                                deal.termDays() == 0 ? "Immediate payment" : deal.termDays() + " days"),
                        deal.type() == MoveType.CREDIT_NOTE ? counterpart : null,
                        sale ? OWN_ACCOUNT : account(deal.contact())),
                new Invoice.Dates(date, date, due),
                new Invoice.Amounts(totals.untaxed(), totals.tax(), totals.total(), residual,
                        new Invoice.SignedAmounts(untaxed, owed.posting().balance(), owed.posting().residual())),
                new Invoice.OtherInfo(sale ? "" : "F-" + deal.id() * 7_919 % 100_000,
                        sale && !draft ? deal.number() : "", sale ? "S" + deal.id() % 100_000 : "",
                        sale && !draft && deal.id() % 9 != 0,
                        !sale && deal.id() % 11 == 0 && deal.date().isAfter(today.minusMonths(3)),
                        deal.id() % 4 == 0 ? "Thank you for your order." : ""),
                lines);
    }

    private static @Nullable Ref salesperson(Deal deal) {
        return deal.id() % 3 == 0 ? new Ref(7, "Marit Dekeyser") : new Ref(8, "Jonas Albrecht");
    }

    /** EX is no country: an account that nobody can have. */
    private static Ref account(AddressBook.Contact contact) {
        long id = contact.partner().id();
        return new Ref(id,
                String.format(Locale.ROOT, "EX%02d 0160 %04d %04d", id % 97, id * 37 % 10_000, id * 7_919 % 10_000));
    }

    private static Ref journal(boolean sale) {
        return sale ? new Ref(1, "Customer Invoices") : new Ref(2, "Vendor Bills");
    }
}
