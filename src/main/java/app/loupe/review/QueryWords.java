package app.loupe.review;

import app.loupe.domain.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what an owner typed into words, {@code "phrases"} and {@code field:values}, each with its place. */
final class QueryWords {
    /** Those of keyboards, and of texts in several languages: which of them opens and which closes is another in each. */
    private static final String QUOTES = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb";
    /** Also those that break no line, as French ones have them inside. */
    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final char QUOTE = '"';
    private static final Pattern FIELD = Pattern.compile("(\\p{L}+(?:-\\p{L}+)*):(.*)", Pattern.DOTALL);
    private static final Pattern FIELD_BEFORE_QUOTE = Pattern
            .compile("(\\p{L}+(?:-\\p{L}+)*):[" + QUOTES + "]");

    /** What stands between two ends. */
    static final String DASH = "-";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private boolean open;

    QueryWords(String text) {
        this.text = text;
    }

    /**
     * One word, phrase or field.
     *
     * @param start where it begins, its minus or word of negation and quotation mark included
     * @param from where it begins behind that minus or word
     * @param end behind its last character
     * @param text without minus, field and quotation marks; empty for a minus or field that stands alone
     * @param field the English name of what comes before the colon; empty when there is none
     */
    record Word(int start, int from, int end, String text, String field, boolean quoted, boolean excluded) {
        /** Whether it may be part of a meaning of several words. */
        boolean isBare() {
            return !quoted && field.isEmpty() && !text.isEmpty();
        }

        /** Whether it is nothing but a minus, which leaves nothing out and may stand between two ends. */
        boolean isDash() {
            return excluded && text.isEmpty() && field.isEmpty() && !quoted;
        }

        /** This minus as a word. */
        Word asDash() {
            return new Word(start, from, end, DASH, "", false, false);
        }

        /** Whether it may be the value of a field that stands alone in front of it: {@code customer: deco}. */
        boolean isValue() {
            return field.isEmpty() && !excluded && !text.isEmpty();
        }

        /** This field with that word as its value. */
        Word before(Word value) {
            return new Word(start, from, value.end, value.text, field, value.quoted, excluded);
        }

        /** This field with more words of its value. */
        Word with(List<Word> more) {
            return new Word(start, from, more.getLast().end,
                    text + " " + String.join(" ", more.stream().map(Word::text).toList()), field, quoted, excluded);
        }

        /** This word, left out by another one in front of it. */
        Word negatedBy(Word not) {
            return new Word(not.start, from, end, text, field, quoted, true);
        }

        String folded() {
            return Folding.fold(text);
        }
    }

    /**
     * The same text, every phrase of it between {@code "}: as long as what was typed, so that each place is the same. A mark
     * within a word or another phrase stays, as that of an inch, and so does one that nothing closes, but for {@code "}.
     */
    static String withPlainQuotes(String typed) {
        var plain = new StringBuilder(typed);
        int at = 0;
        while (at < typed.length()) {
            int quote = quote(typed, typed.charAt(at) == '-' ? at + 1 : at);
            if (quote >= 0) {
                String closing = typed.charAt(quote) == QUOTE ? String.valueOf(QUOTE) : QUOTES;
                int close = quote + 1;
                while (close < typed.length() && closing.indexOf(typed.charAt(close)) < 0) {
                    close++;
                }
                if (close < typed.length()) {
                    plain.setCharAt(quote, QUOTE);
                    plain.setCharAt(close, QUOTE);
                    at = close + 1;
                } else {
                    at = typed.charAt(quote) == QUOTE ? close : quote + 1;
                }
            } else {
                while (at < typed.length() && !isBlank(typed.charAt(at))) {
                    at++;
                }
                at++;
            }
        }
        return plain.toString();
    }

    /** Where the phrase that begins at a place, or behind a field there, has its quotation mark; -1 where there is none. */
    private static int quote(String text, int at) {
        if (at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0) {
            return at;
        }
        Matcher field = FIELD_BEFORE_QUOTE.matcher(text).region(at, text.length());
        return field.lookingAt() && !SearchWords.field(field.group(1)).isEmpty() ? field.end() - 1 : -1;
    }

    List<Word> cut() {
        int at = 0;
        while (at < text.length()) {
            at = isBlank(text.charAt(at)) ? at + 1 : next(at);
        }
        return List.copyOf(words);
    }

    /** Whether the last phrase has no end. */
    boolean isOpen() {
        return open;
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private int next(int start) {
        boolean excluded = text.charAt(start) == '-';
        int at = excluded ? start + 1 : start;
        if (at < text.length() && text.charAt(at) == QUOTE) {
            return phrase(start, at, "", excluded);
        }
        Matcher field = FIELD_BEFORE_QUOTE.matcher(text).region(at, text.length());
        String name = field.lookingAt() && text.charAt(field.end() - 1) == QUOTE
                ? SearchWords.field(field.group(1))
                : "";
        if (!name.isEmpty()) {
            return phrase(start, field.end() - 1, name, excluded);
        }
        return word(start, at, excluded);
    }

    private int phrase(int start, int quote, String field, boolean excluded) {
        int close = text.indexOf(QUOTE, quote + 1);
        int end = close < 0 ? text.length() : close + 1;
        open = close < 0;
        String inside = text.substring(quote + 1, close < 0 ? end : close);
        inside = BLANKS_AROUND.matcher(inside).replaceAll("");
        if (!inside.isEmpty()) {
            words.add(new Word(start, excluded ? start + 1 : start, end, inside, field, true, excluded));
        }
        return end;
    }

    private int word(int start, int from, boolean excluded) {
        int end = from;
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        String word = text.substring(from, end);
        Matcher field = FIELD.matcher(word);
        String name = field.matches() ? SearchWords.field(field.group(1)) : "";
        words.add(name.isEmpty()
                ? new Word(start, from, end, word, "", false, excluded)
                : new Word(start, from, end, field.group(2), name, false, excluded));
        return end;
    }
}
