package app.loupe.domain;

import java.math.BigDecimal;

/** One thing that is looked for in the printed lines of invoices; see {@link PrintedLine}. */
public sealed interface LineTerm {
    /**
     * A text in the label or the product's name of one line; capitals, accents and spellings such as {@code ue} for
     * {@code ü} make no difference ({@link Folding}).
     *
     * @param typed as the owner wrote it
     * @param whole whether it must stand there as whole words: "paid" is not in "prepaid"
     */
    record Text(String typed, boolean whole) implements LineTerm {}

    /** An amount of a product line, without its sign: its price, or its amount without or with tax. */
    record Amount(BigDecimal value) implements LineTerm {
        /** Makes 372 and 372.00 equal. */
        public Amount {
            value = value.abs().stripTrailingZeros();
        }
    }
}
