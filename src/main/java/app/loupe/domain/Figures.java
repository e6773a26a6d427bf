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
 * What is compared of an invoice when a copy is verified: each figure that is shown or added up, the records it refers
 * to, each line, and the reconciliations that settled it. Two of these are equal when copy and server agree; names, which
 * come from other records, and long texts do not count.
 *
 * @param texts its number, reference and payment reference
 * @param references ids of the partner, the one who owes, the company, the journal, the salesperson, the terms and the
 *     bank account; 0 for none
 * @param amounts in the order of {@link Invoice}, without needless zeros
 * @param lines by their ids
 */
public record Figures(long id, Instant writeDate, List<String> texts, MoveType type, MoveState state,
        PaymentState paymentState, List<Long> references, String partnerName, Invoice.Dates dates,
        long currency, List<BigDecimal> amounts, Map<Long, Line> lines) {
    /** Copies what is in it. */
    public Figures {
        texts = List.copyOf(texts);
        references = List.copyOf(references);
        amounts = List.copyOf(amounts);
        lines = Map.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param references ids of the product, its unit, the account and the tax that it is; 0 for none
     * @param taxes ids of the taxes on it
     * @param numbers in the order of {@link MoveLine}, without needless zeros
     * @param partials ids of the partial reconciliations that name it
     */
    public record Line(int sequence, String label, List<Long> references, Set<Long> taxes, List<BigDecimal> numbers,
            @Nullable LocalDate dueDate, Set<Long> partials) {
        /** Copies what is in it. */
        public Line {
            references = List.copyOf(references);
            taxes = Set.copyOf(taxes);
            numbers = List.copyOf(numbers);
            partials = Set.copyOf(partials);
        }
    }

    /** The figures of an invoice; its other fields need not be there. */
    public static Figures of(Invoice invoice) {
        return new Figures(invoice.id(), invoice.writeDate(),
                List.of(invoice.name(), invoice.otherInfo().ref(), invoice.otherInfo().paymentReference()),
                invoice.type(), invoice.state(), invoice.paymentState(),
                List.of(id(invoice.parties().partner()), id(invoice.parties().commercialPartner()),
                        id(invoice.booking().company()), id(invoice.booking().journal()),
                        id(invoice.booking().salesperson()), id(invoice.booking().paymentTerms()),
                        id(invoice.booking().bankAccount())),
                invoice.parties().printedName(), invoice.dates(), id(invoice.booking().currency()),
                plain(invoice.amounts().untaxed(), invoice.amounts().tax(), invoice.amounts().total(),
                        invoice.amounts().residual(),
                        invoice.amounts().signed().untaxed(), invoice.amounts().signed().total(),
                        invoice.amounts().signed().residual()),
                invoice.lines().stream().collect(Collectors.toMap(MoveLine::id, Figures::line)));
    }

    /** Odoo's id of the partner; 0 for none. */
    public long partner() {
        return references.get(0);
    }

    /** Odoo's id of the company; 0 for none. */
    public long company() {
        return references.get(2);
    }

    /** The total in the currency of the invoice. */
    public BigDecimal total() {
        return amounts.get(2);
    }

    private static Line line(MoveLine line) {
        return new Line(line.sequence(), line.label(),
                List.of(id(line.price().product()), id(line.price().unit()), id(line.posting().account()),
                        id(line.taxes().tax())),
                Set.copyOf(line.taxes().ids()),
                plain(line.price().quantity(), line.price().priceUnit(), line.price().discount(),
                        line.price().subtotal(), line.price().total(),
                        line.posting().balance(), line.posting().amountCurrency(), line.posting().residual(),
                        line.posting().residualCurrency()),
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
