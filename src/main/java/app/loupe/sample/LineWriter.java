package app.loupe.sample;

import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of one document so that they add up: the products' totals are the document's, the entry balances, and
 * tax is rounded per line, so that there is nothing left over.
 */
final class LineWriter {
    static final long IDS_PER_INVOICE = 40;
    static final Ref COMPANY = new Ref(1, "Hazelmere Trading");
    static final Ref RECEIVABLE = new Ref(1, "400000 Customers");
    static final Ref PAYABLE = new Ref(2, "440000 Vendors");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final Ref INCOME = new Ref(3, "700000 Sales");
    private static final Ref EXPENSE = new Ref(4, "600000 Purchases");
    private static final Ref SALES_TAX = new Ref(5, "451000 Tax due");
    private static final Ref PURCHASE_TAX = new Ref(6, "411000 Tax to recover");

    private final Deal deal;
    private final Money money;
    private final Stage stage;
    private final int sign;
    private final List<MoveLine> lines = new ArrayList<>();
    private BigDecimal balance = ZERO;

    /**
     * What is known of the document on the day of asking.
     *
     * @param date null on a draft
     * @param settled share that was paid: residual in the document's currency
     * @param partials what of it was reconciled
     */
    record Stage(MoveState state, Instant written, @Nullable LocalDate date, @Nullable LocalDate due,
            BigDecimal settled, List<Long> partials) {}

    /** Untaxed, tax and total in the document's currency. */
    record Totals(BigDecimal untaxed, BigDecimal tax) {
        BigDecimal total() {
            return untaxed.add(tax);
        }
    }

    LineWriter(Deal deal, Stage stage) {
        this.deal = deal;
        this.money = deal.contact().currency();
        this.stage = stage;
        this.sign = sign(deal);
    }

    /** One when money comes in, minus one when it goes out. */
    static int sign(Deal deal) {
        return deal.type().isSale() == deal.type().isRefund() ? -1 : 1;
    }

    /** What the document adds up to, whatever became of it. */
    static Totals totals(Deal deal) {
        BigDecimal untaxed = ZERO;
        BigDecimal tax = ZERO;
        for (Deal.Item item : deal.items()) {
            BigDecimal subtotal = subtotal(deal, item);
            untaxed = untaxed.add(subtotal);
            tax = tax.add(taxOn(deal, item, subtotal));
        }
        return new Totals(untaxed, tax);
    }

    private static BigDecimal subtotal(Deal deal, Deal.Item item) {
        BigDecimal kept = HUNDRED.subtract(item.discountPercent()).divide(HUNDRED, 4, RoundingMode.HALF_UP);
        return deal.contact().currency().round(item.quantity().multiply(item.price()).multiply(kept));
    }

    private static Tax taxOf(Deal deal, Deal.Item item) {
        return deal.contact().abroad() ? Tax.NONE : item.article().tax();
    }

    private static BigDecimal taxOn(Deal deal, Deal.Item item, BigDecimal subtotal) {
        return deal.contact().currency().round(subtotal.multiply(taxOf(deal, item).rate()));
    }

    /** All lines, sections and notes first to last, then tax, then what is owed. */
    List<MoveLine> lines() {
        var bases = new EnumMap<Tax, BigDecimal>(Tax.class);
        var taxes = new EnumMap<Tax, BigDecimal>(Tax.class);
        if (deal.id() % 5 == 0) {
            text(LineKind.SECTION, "Regular order");
        }
        for (Deal.Item item : deal.items()) {
            BigDecimal subtotal = subtotal(deal, item);
            BigDecimal tax = taxOn(deal, item, subtotal);
            bases.merge(taxOf(deal, item), subtotal, BigDecimal::add);
            taxes.merge(taxOf(deal, item), tax, BigDecimal::add);
            product(item, subtotal, tax);
        }
        if (deal.id() % 7 == 0) {
            text(LineKind.NOTE, "Delivery to the back entrance, mornings only.");
        }
        for (Map.Entry<Tax, BigDecimal> entry : taxes.entrySet()) {
            if (entry.getValue().signum() != 0) {
                tax(entry.getKey(), bases.getOrDefault(entry.getKey(), ZERO), entry.getValue());
            }
        }
        owed(totals(deal).total());
        return lines;
    }

    private void text(LineKind kind, String label) {
        add(new Sum(kind, label, null, null, ZERO, ZERO), null, null, ZERO);
    }

    private void product(Deal.Item item, BigDecimal subtotal, BigDecimal tax) {
        add(new Sum(LineKind.PRODUCT, item.article().product().name(), item, taxOf(deal, item), subtotal,
                subtotal.add(tax)), deal.type().isSale() ? INCOME : EXPENSE, null, subtotal);
    }

    private void tax(Tax tax, BigDecimal base, BigDecimal amount) {
        add(new Sum(LineKind.TAX, tax.ref(deal.type().isSale()).name(), null, tax, base, ZERO),
                deal.type().isSale() ? SALES_TAX : PURCHASE_TAX, null, amount);
    }

    private void owed(BigDecimal total) {
        add(new Sum(LineKind.PAYMENT_TERM, deal.number(), null, null, ZERO, ZERO),
                deal.type().isSale() ? RECEIVABLE : PAYABLE, stage.due(), total);
    }

    /** What a line says, beside the amount it books. */
    private record Sum(LineKind kind, String label, Deal.@Nullable Item item, @Nullable Tax tax, BigDecimal base,
            BigDecimal total) {}

    private void add(Sum sum, @Nullable Ref account, @Nullable LocalDate due, BigDecimal amount) {
        boolean owed = sum.kind() == LineKind.PAYMENT_TERM;
        BigDecimal inCurrency = owed
                ? amount.multiply(BigDecimal.valueOf(sign))
                : amount.multiply(BigDecimal.valueOf(-sign));
        BigDecimal inEuros = owed ? balance.negate() : money.inEuros(inCurrency);
        balance = balance.add(inEuros);
        Deal.Item item = sum.item();
        boolean taxLine = sum.kind() == LineKind.TAX;
        boolean sale = deal.type().isSale();
        Tax tax = sum.tax();
        BigDecimal residual = owed ? stage.settled().multiply(BigDecimal.valueOf(sign)) : ZERO;
        boolean closed = owed && stage.state() == MoveState.POSTED && residual.signum() == 0;
        boolean half = owed && !closed && stage.state() == MoveState.POSTED && residual.abs().compareTo(amount) < 0;
        lines.add(new MoveLine(deal.id() * IDS_PER_INVOICE + lines.size(), stage.written(),
                JournalEntry.of(new Ref(deal.id(), stage.state() == MoveState.DRAFT ? "" : deal.number()),
                        stage.state()),
                sum.kind(),
                10 * (lines.size() + 1), sum.label(), item == null ? null : ref(item), item == null
                        ? null
                        : item.article().product().unit(),
                item == null ? ZERO : item.quantity(), item == null ? ZERO : item.price(),
                item == null ? ZERO : item.discountPercent(), item == null ? ZERO : sum.base(), sum.total(),
                item == null || tax == null ? List.of() : List.of(tax.ref(sale).id()),
                taxLine && tax != null ? tax.ref(sale) : null, taxLine && tax != null ? tax.group() : null,
                taxLine ? sum.base() : ZERO, account, deal.contact().ref(), COMPANY, money.ref(),
                inEuros.max(ZERO), inEuros.negate().max(ZERO), inEuros, inCurrency,
                residual.abs().compareTo(amount) == 0 && owed ? inEuros : money.inEuros(residual), residual,
                stage.date(),
                due, new Matching(closed, closed ? "A" + deal.id() : half ? "P" + deal.id() : "",
                        owed ? stage.partials() : List.of())));
    }

    private static Ref ref(Deal.Item item) {
        return new Ref(item.article().product().id(),
                "[" + item.article().product().defaultCode() + "] " + item.article().product().name());
    }
}
