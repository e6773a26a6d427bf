package app.loupe.review;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the taxes of invoices, sales and purchases apart, in company currency as Odoo booked them; documents that give
 * money back take away. The base of a tax is what was booked on the lines that name it; a tax that no line names, as one
 * of a group, has the base that its own tax lines tell. A line with two taxes stands in the base of both.
 */
public final class TaxTotals {
    /** Stands for no tax at all. */
    private static final long NONE = 0;

    private final Map<Key, Sum> sums = new HashMap<>();

    private record Key(String connection, String company, String currency, boolean sale, long tax) {}

    /** What of one tax was added up. */
    private static final class Sum {
        private String name = "";
        private BigDecimal base = BigDecimal.ZERO;
        private BigDecimal told = BigDecimal.ZERO;
        private BigDecimal amount = BigDecimal.ZERO;
        private boolean named;
    }

    /**
     * One tax of one company.
     *
     * @param id Odoo's id of the tax; 0 for what bears none
     * @param tax its name; empty when no tax line tells it, as of one that came to nothing
     */
    public record Line(String connection, String company, String currency, boolean sale, long id, String tax,
            BigDecimal base, BigDecimal amount) {}

    /** Adds an invoice with its lines. */
    public void add(ConnectionProfile connection, Invoice invoice) {
        for (MoveLine line : invoice.lines()) {
            boolean rounds = line.kind() == LineKind.ROUNDING;
            Ref own = line.taxes().tax();
            if (line.kind() == LineKind.TAX || (rounds && own != null)) {
                taxLine(sum(connection, invoice, own == null ? NONE : own.id()), invoice, line);
            } else if (line.kind() == LineKind.PRODUCT || rounds) {
                BigDecimal booked = booked(invoice, line);
                List<Long> taxes = line.taxes().ids().isEmpty() ? List.of(NONE) : line.taxes().ids();
                for (long tax : taxes) {
                    Sum sum = sum(connection, invoice, tax);
                    sum.base = sum.base.add(booked);
                    sum.named = true;
                }
            }
        }
    }

    private static void taxLine(Sum sum, Invoice invoice, MoveLine line) {
        BigDecimal amount = booked(invoice, line);
        BigDecimal told = line.taxes().baseAmount().abs();
        sum.amount = sum.amount.add(amount);
        // versions differ in the sign of the base, and agree in that of the booking
        sum.told = sum.told.add(amount.signum() < 0 ? told.negate() : told);
        sum.name = name(line.taxes().tax(), line.label());
    }

    /** Positive for what an ordinary document of its side adds. */
    private static BigDecimal booked(Invoice invoice, MoveLine line) {
        BigDecimal balance = line.posting().balance();
        return invoice.type().isSale() ? balance.negate() : balance;
    }

    private Sum sum(ConnectionProfile connection, Invoice invoice, long tax) {
        return sums.computeIfAbsent(new Key(connection.name(), name(invoice.booking().company(), ""),
                name(invoice.booking().companyCurrency(), ""), invoice.type().isSale(), tax), key -> new Sum());
    }

    private static String name(@Nullable Ref ref, String otherwise) {
        return ref == null || ref.name().isBlank() ? otherwise : ref.name();
    }

    /** What it came to: sales before purchases, in the order of names. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        sums.forEach((key, sum) -> lines.add(new Line(key.connection(), key.company(), key.currency(), key.sale(),
                key.tax(), sum.name, sum.named ? sum.base : sum.told, sum.amount)));
        lines.sort(Comparator.comparing(Line::connection).thenComparing(Line::company).thenComparing(Line::currency)
                .thenComparing(line -> !line.sale()).thenComparing(line -> line.id() == NONE)
                .thenComparing(Line::tax).thenComparingLong(Line::id));
        return lines;
    }
}
