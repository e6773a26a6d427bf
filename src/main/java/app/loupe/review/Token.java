package app.loupe.review;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was understood of one part of a search, as the window shows it beside the box.
 *
 * @param start where the part begins in what was typed
 * @param end behind its last character
 * @param value what is asked for, as it was typed, without field and quotation marks; of days late how it is compared, of a named text with its name
 * @param text the same as a text that can be looked for
 * @param excluded whether it is asked for that this is not so
 * @param meaning what its words come to, seen from any day
 */
public record Token(int start, int end, Kind kind, String value, String text,
        boolean excluded, Meaning meaning) {
    /** What a part of a search is taken for. A word that is a filter is text as well unless it has a field. */
    public enum Kind {
        /** Text, and nothing else. */
        TEXT,
        /** A number: text and amount. */
        NUMBER,
        STATUS,
        /** How many days late. */
        LATE,
        TYPE,
        DATE,
        /** When what is open is due. */
        DUE,
        /** Text in one named place. */
        FIELD,
        CURRENCY,
        /** One of the owner's own marks. */
        MARK,
        /** Text in a private note. */
        NOTE,
        /** A range of amounts, or an amount that is asked for as such. */
        AMOUNT,
        /** It looks like a filter and is none; it is looked for as text. */
        UNREADABLE
    }

    /** Whether {@link #asText} asks for something else. */
    public boolean isMoreThanText() {
        return kind != Kind.TEXT && kind != Kind.UNREADABLE;
    }

    /** Whether this part is as it was typed: without minus, quotation marks and field. */
    boolean isPlain(String typed) {
        return typed.substring(start, end).equals(text);
    }

    /** The search without this part. */
    public String removedFrom(String typed) {
        return replacedIn(typed, "");
    }

    /** The search with this part in quotation marks, which make it text and nothing else. */
    public String asText(String typed) {
        return replacedIn(typed, (excluded ? "-\"" : "\"") + text.replace("\"", "") + "\"");
    }

    private String replacedIn(String typed, String part) {
        return Stream.of(typed.substring(0, start), part, typed.substring(end)).map(String::strip)
                .filter(piece -> !piece.isEmpty()).collect(Collectors.joining(" "));
    }
}
