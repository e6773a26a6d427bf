package app.loupe.review;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adds up the taxes of invoices, sales and purchases apart, in company currency as Odoo booked them; documents that give
 * money back take away. The base of a tax is what was booked on the lines of a document that name it, also on those of a
 * discount for early payment and of another tax; a tax that no line but another tax names, as one of a group, has the base
 * that its own tax lines tell. A line with two taxes stands in the base of both. A tax that is booked to both sides, as one
 * that the customer owes, comes to nothing: debits and credits are told apart as well, as on a return.
 */
public final class TaxTotals {
    /** Stands for no tax at all. */
    private static final long NONE = 0;
    /** Of less a tax may come to nothing by rounding. */
    private static final BigDecimal LARGE_ENOUGH = BigDecimal.TEN;

    private final Map<Key, Sum> sums = new HashMap<>();

    private record Key(String connection, String company, String currency, boolean sale, long tax) {}

    /** What of one tax was added up. */
    private static final class Sum {
        private String name = "";
        private BigDecimal base = BigDecimal.ZERO;
        private BigDecimal amount = BigDecimal.ZERO;
        private BigDecimal debit = BigDecimal.ZERO;
        private BigDecimal credit = BigDecimal.ZERO;
        private boolean group;
        private boolean nothing;

        void add(BigDecimal toBase) {
            base = base.add(toBase);
        }

        /** Adds a tax line, given as it adds to its side and as it is booked; a refund takes away what its invoice booked. */
        void book(BigDecimal toAmount, BigDecimal balance, boolean refund) {
            amount = amount.add(toAmount);
            BigDecimal debited = balance.max(BigDecimal.ZERO);
            BigDecimal credited = balance.negate().max(BigDecimal.ZERO);
            debit = refund ? debit.subtract(credited) : debit.add(debited);
            credit = refund ? credit.subtract(debited) : credit.add(credited);
        }
    }

    /**
     * One tax of one company.
     *
     * @param id Odoo's id of the tax; 0 for what bears none
     * @param tax its name; empty when no tax line tells it, as of one that came to nothing, or of a group
     * @param group whether it is a group, whose taxes have the tax lines
     * @param amount debits and credits against each other, positive for what an ordinary document of its side adds
     * @param debit what invoices, bills and receipts debited, less what refunds credited: for purchases what adds to the
     *     amount, for sales what lessens it
     * @param credit the same the other way round
     */
    public record Line(String connection, String company, String currency, boolean sale, long id, String tax,
            boolean group, BigDecimal base, BigDecimal amount, BigDecimal debit, BigDecimal credit) {}

    /** Adds an invoice with its lines. */
    public void add(ConnectionProfile connection, Invoice invoice) {
        Set<Long> named = named(invoice);
        Set<Long> booked = invoice.lines().stream().map(line -> line.taxes().tax()).filter(Objects::nonNull)
                .map(Ref::id)
                .collect(Collectors.toSet());
        BigDecimal groups = BigDecimal.ZERO;
        var told = new HashMap<Long, Told>();
        var without = new HashMap<Long, BigDecimal>();
        for (MoveLine line : invoice.lines()) {
            BigDecimal amount = booked(invoice, line);
            if (line.isTax()) {
                Ref tax = line.taxes().tax();
                long id = tax == null ? NONE : tax.id();
                Sum sum = sum(connection, invoice, id);
                sum.book(amount, line.posting().balance(), invoice.type().isRefund());
                sum.name = Ref.nameOr(tax, line.label());
                if (!named.contains(id)) {
                    told.merge(id, Told.of(amount, line.taxes().baseAmount()), Told::plus);
                }
                // taxed itself; of what no other line names, the base that is told holds it
                line.taxes().ids().stream().filter(named::contains)
                        .forEach(other -> sum(connection, invoice, other).add(amount));
            } else {
                ids(line).forEach(id -> {
                    sum(connection, invoice, id).add(amount);
                    if (id != NONE && !booked.contains(id)) {
                        without.merge(id, amount, BigDecimal::add);
                    }
                });
                groups = Collections.disjoint(ids(line), booked) ? groups.add(amount) : groups;
            }
        }
        boolean takesAway = groups.signum() == 0 ? invoice.type().isRefund() : groups.signum() < 0;
        told.forEach((id, one) -> sum(connection, invoice, id).add(takesAway ? one.base().negate() : one.base()));
        note(connection, invoice, without, told.values());
    }

    /**
     * Notes of the taxes without tax lines what one document says: it has tax lines of taxes that no line names, so those on
     * whose base these are, or all where several groups have a tax in common, are groups; and others are taxes of nothing,
     * unless there are tax lines that may be of them. Of several with one base nobody knows which the tax lines are of.
     *
     * @param without the bases of these taxes
     */
    private void note(ConnectionProfile connection, Invoice invoice, Map<Long, BigDecimal> without,
            Collection<Told> told) {
        List<BigDecimal> bases = told.stream().map(one -> one.base().stripTrailingZeros()).toList();
        Map<Long, BigDecimal> unsigned = new HashMap<>();
        without.forEach((id, base) -> unsigned.put(id, base.abs().stripTrailingZeros()));
        boolean isClear = unsigned.values().containsAll(bases);
        boolean isAny = Collections.disjoint(unsigned.values(), bases);
        unsigned.forEach((id, base) -> {
            Sum sum = sum(connection, invoice, id);
            boolean mayBe = !bases.isEmpty() && (isAny || bases.contains(base));
            sum.group |= mayBe && (isAny || Collections.frequency(unsigned.values(), base) == 1);
            sum.nothing |= isClear && !mayBe && base.compareTo(LARGE_ENOUGH) >= 0;
        });
    }

    /**
     * The bases that the lines of a tax tell, unsigned because versions differ in the sign: a tax that is booked to both
     * sides, as one whose customer owes it, tells its base with each of them.
     */
    private record Told(BigDecimal credited, BigDecimal debited) {
        static Told of(BigDecimal amount, BigDecimal base) {
            return amount.signum() < 0 ? new Told(BigDecimal.ZERO, base.abs()) : new Told(base.abs(), BigDecimal.ZERO);
        }

        Told plus(Told other) {
            return new Told(credited.add(other.credited), debited.add(other.debited));
        }

        BigDecimal base() {
            return credited.max(debited);
        }
    }

    /** The taxes whose base a line is a part of: none at all for what only balances another line. */
    private static List<Long> ids(MoveLine line) {
        boolean counts = line.kind() == LineKind.PRODUCT || line.kind() == LineKind.ROUNDING;
        return line.taxes().ids().isEmpty() && counts ? List.of(NONE) : line.taxes().ids();
    }

    private static Set<Long> named(Invoice invoice) {
        return invoice.lines().stream().filter(line -> !line.isTax()).flatMap(line -> ids(line).stream())
                .collect(Collectors.toSet());
    }

    /** Positive for what an ordinary document of its side adds. */
    private static BigDecimal booked(Invoice invoice, MoveLine line) {
        BigDecimal balance = line.posting().balance();
        return invoice.type().isSale() ? balance.negate() : balance;
    }

    private Sum sum(ConnectionProfile connection, Invoice invoice, long tax) {
        return sums.computeIfAbsent(new Key(connection.name(), Ref.nameOr(invoice.booking().company(), ""),
                Ref.nameOr(invoice.booking().companyCurrency(), ""), invoice.type().isSale(), tax), key -> new Sum());
    }

    /** What it came to: sales before purchases, in the order of names. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        sums.forEach((key, sum) -> lines.add(new Line(key.connection(), key.company(), key.currency(), key.sale(),
                key.tax(), sum.name, sum.group && !sum.nothing, sum.base, sum.amount, sum.debit, sum.credit)));
        lines.sort(Comparator.comparing(Line::connection).thenComparing(Line::company).thenComparing(Line::currency)
                .thenComparing(line -> !line.sale()).thenComparing(line -> line.id() == NONE)
                .thenComparing(Line::tax).thenComparingLong(Line::id));
        return lines;
    }
}
