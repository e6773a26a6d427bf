package app.loupe.sample;

import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Product;
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
    private final SampleCurrency money;
    private final Stage stage;
    private final int sign;
    private final List<MoveLine> lines = new ArrayList<>();
    private BigDecimal balance = ZERO;

    /**
     * What is known of the document on the day of asking.
     *
     * @param date null on a draft
     * @param open what is still owed, in the document's currency
     * @param partials what of it was reconciled
     */
    record Stage(MoveState state, Instant written, @Nullable LocalDate date, @Nullable LocalDate due,
            BigDecimal open, List<Long> partials) {}

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
        add(new Booking(kind, label, null, ZERO, ZERO), Goods.NONE, Levy.NONE, Debt.NONE);
    }

    private void product(Deal.Item item, BigDecimal subtotal, BigDecimal tax) {
        boolean sale = deal.type().isSale();
        Product product = item.article().product();
        var goods = new Goods(ref(product), product.unit(), item.quantity(), item.price(), item.discountPercent(),
                subtotal, subtotal.add(tax), List.of(taxOf(deal, item).ref(sale).id()));
        add(booking(LineKind.PRODUCT, product.name(), sale ? INCOME : EXPENSE, subtotal), goods, Levy.NONE, Debt.NONE);
    }

    private void tax(Tax tax, BigDecimal base, BigDecimal amount) {
        boolean sale = deal.type().isSale();
        Ref ref = tax.ref(sale);
        add(booking(LineKind.TAX, ref.name(), sale ? SALES_TAX : PURCHASE_TAX, amount), Goods.NONE,
                new Levy(ref, tax.group(), base), Debt.NONE);
    }

    /** What is owed takes up what the lines before it have booked, in euros to the cent. */
    private void owed(BigDecimal total) {
        BigDecimal inEuros = balance.negate();
        BigDecimal open = signed(stage.open());
        BigDecimal openEuros = stage.open().compareTo(total) == 0 ? inEuros : money.inEuros(open);
        add(new Booking(LineKind.PAYMENT_TERM, deal.number(), deal.type().isSale() ? RECEIVABLE : PAYABLE,
                signed(total), inEuros), Goods.NONE, Levy.NONE,
                new Debt(stage.due(), open, openEuros, matching(total)));
    }

    private Matching matching(BigDecimal total) {
        boolean posted = stage.state() == MoveState.POSTED;
        boolean closed = posted && stage.open().signum() == 0;
        boolean half = posted && !closed && stage.open().compareTo(total) < 0;
        return new Matching(closed, closed ? "A" + deal.id() : half ? "P" + deal.id() : "", stage.partials());
    }

    private BigDecimal signed(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(sign));
    }

    /** Against what is owed. */
    private Booking booking(LineKind kind, String label, Ref account, BigDecimal amount) {
        BigDecimal inCurrency = signed(amount).negate();
        return new Booking(kind, label, account, inCurrency, money.inEuros(inCurrency));
    }

    /** What every line says. */
    private record Booking(LineKind kind, String label, @Nullable Ref account, BigDecimal inCurrency,
            BigDecimal inEuros) {}

    /** What was sold or bought. */
    private record Goods(@Nullable Ref product, @Nullable Ref unit, BigDecimal quantity, BigDecimal price,
            BigDecimal discount, BigDecimal subtotal, BigDecimal total, List<Long> taxes) {
        static final Goods NONE = new Goods(null, null, ZERO, ZERO, ZERO, ZERO, ZERO, List.of());
    }

    /** The tax that a line books, and on what. */
    private record Levy(@Nullable Ref tax, @Nullable Ref group, BigDecimal base) {
        static final Levy NONE = new Levy(null, null, ZERO);
    }

    /** What is still owed of a line. */
    private record Debt(@Nullable LocalDate due, BigDecimal open, BigDecimal openEuros, Matching matching) {
        static final Debt NONE = new Debt(null, ZERO, ZERO, Matching.NONE);
    }

    private void add(Booking booking, Goods goods, Levy levy, Debt debt) {
        balance = balance.add(booking.inEuros());
        var move = new Ref(deal.id(), stage.state() == MoveState.DRAFT ? "" : deal.number());
        lines.add(new MoveLine(deal.id() * IDS_PER_INVOICE + lines.size(), stage.written(),
                JournalEntry.of(move, stage.state()), booking.kind(), 10 * (lines.size() + 1), booking.label(),
                new MoveLine.Price(goods.product(), goods.unit(), goods.quantity(), goods.price(), goods.discount(),
                        goods.subtotal(), goods.total()),
                new MoveLine.Taxes(goods.taxes(), levy.tax(), levy.group(), levy.base()),
                new MoveLine.Posting(booking.account(), deal.contact().ref(), COMPANY, money.ref(),
                        booking.inEuros().max(ZERO), booking.inEuros().negate().max(ZERO), booking.inEuros(),
                        booking.inCurrency(), debt.openEuros(), debt.open()),
                stage.date(), debt.due(), debt.matching()));
    }

    private static Ref ref(Product product) {
        return new Ref(product.id(), "[" + product.defaultCode() + "] " + product.name());
    }
}
