package app.loupe.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Markdown that the guides in docs are written in, and no more of it: headings of two levels, paragraphs, lists, code and
 * pictures. Decision 38 says why there is no library for it.
 */
final class GuideReader {
    /** What stands before the line of a list without numbers. */
    static final String BULLET_MARK = "\u2022";
    private static final Pattern SECTION = Pattern.compile("## (.+)");
    private static final Pattern HEADING = Pattern.compile("### (.+)");
    private static final Pattern BULLET = Pattern.compile("- (.+)");
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.) (.+)");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(([\\w./-]+)\\)");
    private static final String FENCE = "```";

    private final List<GuideSection> sections = new ArrayList<>();
    private final List<GuideBlock> blocks = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();
    private String title = "";
    private String mark = "";
    private boolean inCode;

    private GuideReader() {}

    /** The guide that is packed into the program, in the language of the texts; the English one where it was not written in it. */
    static List<GuideSection> packed(Locale language) {
        try (InputStream own = file("guide." + language.getLanguage() + ".md");
                InputStream guide = own == null ? Objects.requireNonNull(file("guide.md")) : own) {
            return read(new String(guide.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static @Nullable InputStream file(String name) {
        return GuideReader.class.getResourceAsStream(name);
    }

    /** The sections of a guide. What stands before the first is its introduction, under the title of the whole. */
    static List<GuideSection> read(String markdown) {
        var reader = new GuideReader();
        markdown.lines().forEach(reader::line);
        reader.endSection("");
        return List.copyOf(reader.sections);
    }

    private void line(String line) {
        if (line.startsWith(FENCE)) {
            fence();
        } else if (inCode) {
            lines.append(line).append('\n');
        } else {
            text(line);
        }
    }

    private void fence() {
        if (inCode) {
            blocks.add(new GuideBlock.Code(lines.toString().stripTrailing()));
            lines.setLength(0);
        } else {
            endBlock();
        }
        inCode = !inCode;
    }

    private void text(String line) {
        Matcher section = SECTION.matcher(line);
        Matcher heading = HEADING.matcher(line);
        Matcher bullet = BULLET.matcher(line);
        Matcher number = NUMBER.matcher(line);
        Matcher picture = PICTURE.matcher(line);
        if (line.startsWith("# ")) {
            title = line.substring(2);
        } else if (section.matches()) {
            endSection(section.group(1));
        } else if (heading.matches()) {
            endBlock();
            blocks.add(new GuideBlock.Heading(heading.group(1)));
        } else if (picture.matches()) {
            endBlock();
            blocks.add(new GuideBlock.Picture(picture.group(1), picture.group(2)));
        } else if (bullet.matches()) {
            beginItem(BULLET_MARK, bullet.group(1));
        } else if (number.matches()) {
            beginItem(number.group(1), number.group(2));
        } else if (line.isBlank()) {
            endBlock();
        } else {
            lines.append(lines.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void beginItem(String itsMark, String text) {
        endBlock();
        mark = itsMark;
        lines.append(text);
    }

    private void endBlock() {
        if (!lines.isEmpty()) {
            List<GuideSpan> spans = GuideSpan.of(lines.toString());
            blocks.add(mark.isEmpty() ? new GuideBlock.Paragraph(spans) : new GuideBlock.Item(mark, spans));
        }
        lines.setLength(0);
        mark = "";
    }

    private void endSection(String next) {
        endBlock();
        if (!blocks.isEmpty()) {
            sections.add(new GuideSection(title, blocks));
        }
        blocks.clear();
        title = next;
    }
}
