package app.loupe.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One value of a report, kept as what it is: a spreadsheet gets a number or a date and no picture of one. */
public sealed interface Cell {
    /** Nothing. */
    Cell EMPTY = new Empty();

    /** Words; line breaks stay. */
    record Text(String text) implements Cell {}

    /**
     * A value that people read in words and programs by its name, which no language changes.
     *
     * @param code Odoo's own name where it has one; empty is absent to programs
     */
    record Coded(String words, String code) implements Cell {}

    /** A count or a number of days. */
    record Whole(long number) implements Cell {}

    /** How much of something, or per cent. */
    record Quantity(BigDecimal number) implements Cell {}

    /**
     * An amount.
     *
     * @param currency ISO code as Odoo names it
     */
    record Money(BigDecimal amount, String currency) implements Cell {}

    /** A day, in no time zone. */
    record Day(LocalDate date) implements Cell {}

    /** Whether something is so. */
    record Flag(boolean set) implements Cell {}

    /** An absent value. */
    record Empty() implements Cell {}

    /** Words; empty ones are absent. */
    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }

    /** Words for people, and what programs get in their place; empty words are absent. */
    static Cell coded(String words, String code) {
        return words.isEmpty() && code.isEmpty() ? EMPTY : new Coded(words, code);
    }

    /** A day that may be absent. */
    static Cell day(@Nullable LocalDate date) {
        return date == null ? EMPTY : new Day(date);
    }

    /** Whether something is so. */
    static Cell flag(boolean set) {
        return new Flag(set);
    }

    /** An amount. */
    static Cell money(BigDecimal amount, String currency) {
        return new Money(amount, currency);
    }

    /** How much of something. */
    static Cell quantity(BigDecimal number) {
        return new Quantity(number);
    }

    /** A count. */
    static Cell whole(long number) {
        return new Whole(number);
    }
}
