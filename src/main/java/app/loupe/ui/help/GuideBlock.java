package app.loupe.ui.help;

import java.util.List;
import java.util.stream.Collectors;

/** A part of the guide that stands by itself. */
sealed interface GuideBlock {
    /** What it says, without marks. */
    String text();

    /** The heading of a part of a section. */
    record Heading(String text) implements GuideBlock {
        /** Where a link leads to it, as on the web pages that show Markdown. */
        String anchor() {
            return GuideSection.anchor(text);
        }
    }

    /** Lines that are one, broken anew. */
    record Paragraph(List<GuideSpan> spans) implements GuideBlock {
        @Override
        public String text() {
            return joined(spans);
        }
    }

    /**
     * A line of a list.
     *
     * @param mark a bullet, or its number
     */
    record Item(String mark, List<GuideSpan> spans) implements GuideBlock {
        @Override
        public String text() {
            return mark + " " + joined(spans);
        }
    }

    /** What is typed into a terminal, as it is. */
    record Code(String text) implements GuideBlock {}

    /**
     * A picture.
     *
     * @param text what it shows, for whoever does not see it
     * @param file its place beside the guide
     */
    record Picture(String text, String file) implements GuideBlock {}

    private static String joined(List<GuideSpan> spans) {
        return spans.stream().map(GuideSpan::text).collect(Collectors.joining());
    }
}
