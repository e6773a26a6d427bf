package app.loupe.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of an invoice when a copy is verified: few fields, but each figure that is shown or added up, each line,
 * and with which reconciliations it was settled. Two of them are equal when copy and server say the same; names come from
 * elsewhere and do not count.
 *
 * @param partners ids of the partner and of the one who owes; 0 for none
 * @param amounts in the order of {@link Invoice}, without needless zeros
 * @param lines by their ids
 */
public record Figures(long id, Instant writeDate, String name, MoveType type, MoveState state,
        PaymentState paymentState, List<Long> partners, String partnerName, @Nullable LocalDate invoiceDate,
        @Nullable LocalDate dueDate, long currency, List<BigDecimal> amounts, Map<Long, Line> lines) {
    /** Copies what is in it. */
    public Figures {
        partners = List.copyOf(partners);
        amounts = List.copyOf(amounts);
        lines = Map.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param product its id; 0 for none
     * @param numbers in the order of {@link MoveLine}, without needless zeros
     * @param partials ids of the partial reconciliations that name it
     */
    public record Line(String label, long product, List<BigDecimal> numbers, @Nullable LocalDate dueDate,
            Set<Long> partials) {
        /** Copies what is in it. */
        public Line {
            numbers = List.copyOf(numbers);
            partials = Set.copyOf(partials);
        }
    }

    /** Those of an invoice; of its fields that are not compared nothing is asked. */
    public static Figures of(Invoice invoice) {
        return new Figures(invoice.id(), invoice.writeDate(), invoice.name(), invoice.type(), invoice.state(),
                invoice.paymentState(), List.of(id(invoice.partner()), id(invoice.commercialPartner())),
                invoice.partnerName(), invoice.invoiceDate(), invoice.dueDate(), id(invoice.currency()),
                plain(invoice.amountUntaxed(), invoice.amountTax(), invoice.amountTotal(), invoice.amountResidual(),
                        invoice.amountUntaxedSigned(), invoice.amountTotalSigned(), invoice.amountResidualSigned()),
                invoice.lines().stream().collect(Collectors.toMap(MoveLine::id, Figures::line)));
    }

    private static Line line(MoveLine line) {
        return new Line(line.label(), id(line.product()),
                plain(line.quantity(), line.priceUnit(), line.discount(), line.priceSubtotal(), line.priceTotal(),
                        line.balance(), line.amountCurrency(), line.amountResidual(), line.amountResidualCurrency()),
                line.dueDate(), Set.copyOf(line.matching().partials()));
    }

    private static long id(@Nullable Ref ref) {
        return ref == null ? 0 : ref.id();
    }

    private static List<BigDecimal> plain(BigDecimal... numbers) {
        return Stream.of(numbers)
                .map(number -> number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toList();
    }
}
