package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.LineTerm;
import app.loupe.domain.MoveType;
import java.util.List;
import java.util.Set;

/** One thing that a search asks for. */
sealed interface Condition {
    /** In letters. */
    int SHORTEST_LINE_TEXT = 2;

    /** What only a filter can say: a row has one status, one kind, one date, one currency. */
    sealed interface Filter extends Condition {
        /** Whether two of this sort are alternatives; else both must hold, as the two ends of a range do. */
        default boolean isAlternative() {
            return true;
        }

        /** What two of these have in common that are alternatives. */
        default Object group() {
            return getClass();
        }
    }

    /**
     * Text that must appear in the row or in one of its lines.
     *
     * @param forms the spellings looked for, folded
     * @param line the same for the lines
     */
    record Text(List<String> forms, LineTerm.Text line) implements Condition {
        /** Looks for what was typed; as whole words when it would be a filter otherwise. */
        static Text of(String typed, boolean whole) {
            return new Text(Folding.forms(typed), new LineTerm.Text(typed, whole));
        }

        /** Single letters are not looked for in lines, because they would hit nearly every invoice. */
        boolean isForLines() {
            return line.typed().length() >= SHORTEST_LINE_TEXT;
        }
    }

    /** Words that must all appear in the row itself, wherever: "last month" is a filter, but may be a name as well. */
    record Scattered(List<Text> words) implements Condition {}

    /** Exactly this amount, without its sign: total, due, untaxed, tax or a line. */
    record Amount(LineTerm.Amount line) implements Condition {}

    /**
     * A range of totals, without their sign.
     *
     * @param currencies ISO codes of those that are written beside the number; empty for any
     */
    record Total(AmountRange range, Set<String> currencies) implements Condition {
        /** What was typed, with the signs of currencies that stand in it. */
        static Total of(AmountRange range, String typed) {
            return new Total(range, CurrencyWords.signs(typed));
        }
    }

    /** ISO codes of currencies. */
    record Currencies(Set<String> codes) implements Filter {}

    /** A status. */
    record Status(StatusChoice choice) implements Filter {}

    /**
     * What customers owe, as the overview's card counts it: their documents that are unpaid, those whose payment is on hold
     * included.
     *
     * @param ofAnySide whether the word is said of what vendors are owed as well: beside another kind of document, typed or chosen,
     *     it is a {@link Status} alone ({@link Receivables})
     */
    record Receivable(boolean ofAnySide) implements Filter {}

    /**
     * How many days late what is overdue is, by its first open due date ({@link ReviewRow#openDueDate}). Overdue is what the status
     * says, so that every way to ask for it finds the same: a payment that is on hold is blocked, not overdue.
     */
    record Late(LateRange range) implements Filter {
        @Override
        public boolean isAlternative() {
            return false;
        }
    }

    /** Text that must appear in one of the invoice's texts. */
    record In(RowField field, Text text) implements Filter {
        @Override
        public Object group() {
            return field;
        }

        /** Whether a text, of whatever place, holds what is asked for. */
        boolean isHeldBy(String other) {
            String searched = Folding.searchable(other);
            return text.forms().stream().anyMatch(searched::contains);
        }

        /** Whether it asks for one side: a chip of the other side's documents makes way. */
        boolean namesSide() {
            return field == RowField.CUSTOMER || field == RowField.VENDOR;
        }
    }

    /** Any document, of whatever kind: the word that the counts use asks for nothing more. */
    record Documents() implements Filter {}

    /**
     * When what is still open is due, by the first open due date ({@link ReviewRow#openDueDate}); of {@link InvoicePeriod.Overdue}
     * what is overdue alone.
     */
    record Due(InvoicePeriod period) implements Filter {
        /** In a period as it was typed: one without a year is the next that is not long past. */
        static Due in(InvoicePeriod typed) {
            return new Due(PeriodDays.isWithoutYear(typed)
                    ? new InvoicePeriod.Beside(typed, DaySide.WITHIN)
                    : typed);
        }
    }

    /** Kinds of documents. */
    record Types(Set<MoveType> types) implements Filter {}

    /** One of the owner's own marks. */
    record Marked(MarkChoice choice) implements Filter {}

    /**
     * Text that must appear in the private note.
     *
     * @param forms the spellings looked for, folded
     */
    record Note(List<String> forms) implements Filter {}

    /** A period of the invoice date. */
    record Dated(InvoicePeriod period) implements Filter {
        /** Two sides are the two ends of a range. */
        @Override
        public boolean isAlternative() {
            return !(period instanceof InvoicePeriod.OnSide);
        }
    }
}
