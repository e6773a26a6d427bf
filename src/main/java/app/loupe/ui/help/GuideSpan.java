package app.loupe.ui.help;

import app.loupe.domain.EnumKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a line of the guide in one style.
 *
 * @param text without its marks
 * @param target the heading that a link leads to, as an anchor; empty for every other style
 */
record GuideSpan(String text, Style style, String target) {
    private static final Pattern MARKED = Pattern.compile("\\*\\*(?<bold>[^*]+)\\*\\*"
            + "|\\*(?<italic>[^*\\s](?:[^*]*[^*\\s])?)\\*|`(?<code>[^`]+)`|\\[(?<link>[^]]+)]\\(#(?<target>[\\p{L}\\p{N}-]+)\\)");

    /** How it is written. */
    enum Style {
        PLAIN,
        /** Two stars: a word of the program. */
        BOLD,
        /** One star: a word of Odoo. */
        ITALIC,
        /** Backquotes: a key, or what is typed. */
        CODE,
        /** Leads to another heading of the guide. */
        LINK
    }

    /** A link to a heading of the guide, in the words of the heading. */
    static GuideSpan link(String heading) {
        return new GuideSpan(heading, Style.LINK, GuideSection.anchor(heading));
    }

    /** The pieces of a line, in order. What is no mark of these stays as it is. */
    static List<GuideSpan> of(String line) {
        var spans = new ArrayList<GuideSpan>();
        Matcher marks = MARKED.matcher(line);
        int from = 0;
        while (marks.find()) {
            plain(line.substring(from, marks.start()), spans);
            spans.add(marked(marks));
            from = marks.end();
        }
        plain(line.substring(from), spans);
        return spans;
    }

    private static GuideSpan marked(Matcher marks) {
        for (Style style : List.of(Style.BOLD, Style.ITALIC, Style.CODE)) {
            String text = marks.group(EnumKey.of(style));
            if (text != null) {
                return new GuideSpan(text, style, "");
            }
        }
        return new GuideSpan(marks.group("link"), Style.LINK, marks.group("target"));
    }

    private static void plain(String text, List<GuideSpan> spans) {
        if (!text.isEmpty()) {
            spans.add(new GuideSpan(text, Style.PLAIN, ""));
        }
    }
}
