package app.loupe.ui.help;

import app.loupe.domain.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A section of the guide: a heading of the second level with everything up to the next. */
record GuideSection(String title, List<GuideBlock> blocks) {
    /** Stands before what is a part of the item above it. */
    static final String PART_MARK = "\u2013";

    /** Copies the blocks. */
    GuideSection {
        blocks = List.copyOf(blocks);
    }

    /** A heading as a link names it: small letters of any language, digits and hyphens. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-');
    }

    /** Whether a link to this heading leads here. */
    boolean has(String anchor) {
        return anchor(title).equals(anchor) || blocks.stream().anyMatch(
                block -> block instanceof GuideBlock.Heading heading && heading.anchor().equals(anchor));
    }

    /**
     * The same, followed by links to these sections and their headings, so that the page is not only three lines of
     * introduction.
     */
    GuideSection leadingTo(List<GuideSection> sections) {
        var all = new ArrayList<>(blocks);
        for (GuideSection section : sections) {
            all.add(new GuideBlock.Item(GuideReader.BULLET_MARK, List.of(GuideSpan.link(section.title()))));
            section.blocks().stream().filter(GuideBlock.Heading.class::isInstance).map(GuideBlock::text)
                    .forEach(part -> all
                            .add(new GuideBlock.Item(PART_MARK, List.of(GuideSpan.link(part)))));
        }
        return new GuideSection(title, all);
    }

    /** Whether it holds every word of the search, large or small, with or without accents, also as a part of another word. */
    boolean matches(String search) {
        String all = Folding.searchable(
                title + "\n" + blocks.stream().map(GuideBlock::text).collect(Collectors.joining("\n")));
        return Arrays.stream(search.strip().split("\\s+"))
                .allMatch(word -> Folding.forms(word).stream().anyMatch(all::contains));
    }
}
