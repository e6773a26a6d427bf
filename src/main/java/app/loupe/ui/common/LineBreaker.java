package app.loupe.ui.common;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides where the lines of a text end in a given room, from the widths of its words: at a space or wherever a script
 * allows, and between what a reader sees as characters where one word is wider than the room. Words are measured once
 * each, and only when the text does not fit in one line. Of a text without a reasonable end only the beginning is drawn.
 * Belongs to one thread.
 */
final class LineBreaker {
    /** Widths are sums of binary fractions; a text must fit into the room that was made for it. */
    private static final double TOLERANCE_PX = 0.01;
    /** More than any page of text; a server decides how long a text is, and drawing it keeps the window waiting. */
    static final int MOST_CHARACTERS = 50_000;
    private static final String CUT = "\u2026";
    private static final char APOSTROPHE = '\u2019';
    private static final int LONGEST_UNIT = 2;
    private static final char DOT = '\u00b7';
    private static final char MINUS = '\u2212';
    private static final String WITHIN_NUMBERS = ".,:'\u2019-\u2013";

    private final ToDoubleFunction<String> measure;
    private final List<Paragraph> paragraphs;

    /** The lines of a text whose parts are as wide as the function says. */
    LineBreaker(String text, ToDoubleFunction<String> measure) {
        this.measure = measure;
        // a tab is as wide as its place in the line says, which changes with every width
        paragraphs = Arrays.stream(limited(text).replace('\t', ' ').split("\\R", -1)).map(Paragraph::new).toList();
    }

    /** No character is taken apart at the limit: what comes before the last beginning of one is kept. */
    private static String limited(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - CUT.length();
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + CUT;
    }

    /** The width that needs no line broken. */
    double naturalWidth() {
        return paragraphs.stream().mapToDouble(paragraph -> paragraph.width).max().orElse(0);
    }

    /** The text with a line feed at each end of a line; in no room at all it stays unbroken. */
    String broken(double room) {
        return paragraphs.stream().flatMap(paragraph -> paragraph.lines(room + TOLERANCE_PX).stream())
                .collect(Collectors.joining("\n"));
    }

    /** The first lines of a text that was broken for this room; where more follow, the last one ends in a mark of it. */
    String first(int most, String broken, double room) {
        List<String> lines = broken.lines().toList();
        if (lines.size() <= most) {
            return broken;
        }
        String last = lines.get(most - 1).stripTrailing();
        List<Integer> ends = characterEnds(last);
        int kept = ends.size() - 1;
        while (kept > 0 && measure.applyAsDouble(last.substring(0, ends.get(kept)) + CUT) > room + TOLERANCE_PX) {
            kept--;
        }
        return Stream.concat(lines.stream().limit(most - 1L), Stream.of(last.substring(0, ends.get(kept)) + CUT))
                .collect(Collectors.joining("\n"));
    }

    /** A part of a line that is not broken without need; {@code bare} is its width without the spaces at its end. */
    private record Word(String text, double width, double bare) {}

    private final class Paragraph {
        private final String text;
        private final double width;
        private Optional<List<Word>> words = Optional.empty();

        Paragraph(String text) {
            this.text = text;
            this.width = measure.applyAsDouble(text);
        }

        List<String> lines(double room) {
            if (width <= room || room < 1) {
                return List.of(text);
            }
            var lines = new ArrayList<String>();
            var waiting = new ArrayDeque<Word>(words());
            while (!waiting.isEmpty()) {
                String line = next(waiting, room);
                if (!line.isEmpty()) {
                    lines.add(line);
                } else if (!waiting.isEmpty()) {
                    waiting.push(word(cut(waiting.pop().text, room, lines)));
                }
            }
            return lines.isEmpty() ? List.of("") : lines;
        }

        /** Takes what fits into one line; nothing when the first word is wider. */
        private String next(Deque<Word> waiting, double room) {
            var line = new ArrayDeque<Word>();
            double used = 0;
            while (!waiting.isEmpty() && used + waiting.element().bare <= room) {
                used += waiting.element().width;
                line.add(waiting.pop());
            }
            // beside each other words can be wider than alone: a space comes from the font of its neighbours
            while (line.size() > 1 && measure.applyAsDouble(joined(line)) > room) {
                waiting.push(line.removeLast());
            }
            return joined(line);
        }

        private List<Word> words() {
            if (words.isEmpty()) {
                words = Optional.of(split());
            }
            return words.get();
        }

        /** Line breaks of some scripts fall into what is one character to a reader, such as a family; those are left. */
        private List<Word> split() {
            BreakIterator lines = BreakIterator.getLineInstance(rules());
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            lines.setText(text);
            characters.setText(text);
            var found = new ArrayList<Word>();
            int from = lines.first();
            for (int to = lines.next(); to != BreakIterator.DONE; to = lines.next()) {
                if (characters.isBoundary(to) && !isInScheme(to) && !isAtApostrophe(to)
                        && !isInNumber(to) && !isBeforeDot(to) && !isBeforeUnit(to)) {
                    found.add(word(text.substring(from, to)));
                    from = to;
                }
            }
            return List.copyOf(found);
        }

        /** The rules allow an end before the "//" of an address and after it, which no reader expects. */
        private boolean isInScheme(int end) {
            return text.startsWith("://", end - 1) || text.startsWith("://", end - 3);
        }

        /** The rules take an apostrophe for the end of a quotation: French would leave "n\u2019" behind at the end of a line. */
        private boolean isAtApostrophe(int end) {
            return end > 1 && end < text.length() && text.charAt(end - 1) == APOSTROPHE
                    && Character.isLetter(text.codePointBefore(end - 1))
                    && Character.isLetterOrDigit(text.codePointAt(end));
        }

        /** The rules allow an end after the point of "\u221240.00" and within a range, and that of a time: half a figure reads as another one. */
        private boolean isInNumber(int end) {
            if (end < 2 || end == text.length() || !Character.isDigit(text.charAt(end))) {
                return false;
            }
            char before = text.charAt(end - 1);
            return before == MINUS
                    || (WITHIN_NUMBERS.indexOf(before) >= 0 && Character.isDigit(text.charAt(end - 2)));
        }

        /** The dot between two things stays with the first: at the beginning of a line it looks like the dot of a list. */
        private boolean isBeforeDot(int end) {
            return end < text.length() && text.charAt(end) == DOT;
        }

        /** A number keeps its unit, as in "100 g" or "5 kg": one or two letters alone in a line say nothing. */
        private boolean isBeforeUnit(int end) {
            if (end < 2 || text.charAt(end - 1) != ' ' || !Character.isDigit(text.charAt(end - 2))) {
                return false;
            }
            int letters = end;
            while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
                letters++;
            }
            return letters > end && letters - end <= LONGEST_UNIT
                    && (letters == text.length() || !Character.isDigit(text.charAt(letters)));
        }

        /** Thai has no spaces between words; Java knows its dictionary under its language alone. */
        private Locale rules() {
            boolean thai = text.codePoints()
                    .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.THAI);
            return thai ? Locale.of("th") : Locale.ROOT;
        }
    }

    private Word word(String text) {
        double width = measure.applyAsDouble(text);
        String bare = text.stripTrailing();
        return new Word(text, width, bare.length() == text.length() ? width : measure.applyAsDouble(bare));
    }

    private static String joined(Deque<Word> line) {
        return line.stream().map(Word::text).collect(Collectors.joining()).stripTrailing();
    }

    /** Breaks a word that is wider than a line; returns the rest, which fits into the next line. */
    private String cut(String word, double room, List<String> lines) {
        List<Integer> ends = characterEnds(word);
        int bare = word.stripTrailing().length();
        int from = 0;
        while (from < ends.size() - 1) {
            int to = lastThatFits(word, ends, from, room);
            // the rest is measured only when it is no longer than what fits: measuring all of it each time would cost
            // the square of the length
            if (ends.get(to) >= bare && width(word, ends.get(from), Math.max(ends.get(from), bare)) <= room) {
                break;
            }
            lines.add(word.substring(ends.get(from), ends.get(to)));
            from = to;
        }
        return word.substring(ends.get(from));
    }

    /** One character stands in a line even when it is wider. A letter's shape depends on the next: each try is measured. */
    private int lastThatFits(String word, List<Integer> ends, int from, double room) {
        int fits = from + 1;
        int last = ends.size() - 1;
        int step = 1;
        while (fits + step <= last && width(word, ends.get(from), ends.get(fits + step)) <= room) {
            fits += step;
            step *= 2;
        }
        while (step > 0) {
            if (fits + step <= last && width(word, ends.get(from), ends.get(fits + step)) <= room) {
                fits += step;
            }
            step /= 2;
        }
        return fits;
    }

    private double width(String word, int from, int to) {
        return measure.applyAsDouble(word.substring(from, to));
    }

    /** Where what a reader sees as one character ends, with the start of the first. */
    private static List<Integer> characterEnds(String word) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(word);
        var ends = new ArrayList<Integer>();
        for (int end = characters.first(); end != BreakIterator.DONE; end = characters.next()) {
            ends.add(end);
        }
        return ends;
    }
}
