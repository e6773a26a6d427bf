package app.loupe.ui.help;

import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TextLink;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.transform.Shear;

/**
 * A paragraph in several styles, laid out word by word: the toolkit's own flow of texts must not break lines here, see
 * {@link app.loupe.ui.common.WrappingLabel}. A screen reader hears it as one text.
 */
final class GuideLine extends FlowPane {
    /** Room for the mark, as in help.css. */
    private static final double MARGIN_EM = 1.85;

    /** To the right by so much for each pixel above the baseline. */
    private static final double SLANT = -0.2;

    private final Consumer<String> follow;
    private final Label mark;
    private HBox word = new HBox();

    /**
     * A paragraph.
     *
     * @param bullet stands before it, in a margin; empty for none
     * @param follow is given the anchor of a link that was pressed
     */
    GuideLine(String bullet, List<GuideSpan> spans, Consumer<String> follow) {
        this.follow = follow;
        mark = Nodes.label(bullet, "guide-mark");
        mark.setManaged(false);
        getChildren().add(mark);
        if (!bullet.isEmpty()) {
            getStyleClass().add(bullet.equals(GuideSection.PART_MARK) ? "guide-part" : "guide-item");
        }
        getStyleClass().add("guide-line");
        setRowValignment(VPos.BASELINE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText((bullet + " ").stripLeading()
                + spans.stream().map(GuideSpan::text).collect(Collectors.joining()));
        setMinWidth(0);
        spans.forEach(this::add);
        endWord();
    }

    private void add(GuideSpan span) {
        if (span.style() == GuideSpan.Style.LINK) {
            word.getChildren().add(new TextLink(span.text(), span.text(), () -> follow.accept(span.target())));
            return;
        }
        String rest = span.text();
        while (!rest.isEmpty()) {
            int blank = rest.indexOf(' ');
            String piece = blank < 0 ? rest : rest.substring(0, blank);
            if (!piece.isEmpty()) {
                word.getChildren().add(piece(piece, span.style()));
            }
            if (blank >= 0) {
                endWord();
            }
            rest = blank < 0 ? "" : rest.substring(blank + 1);
        }
    }

    private static Node piece(String text, GuideSpan.Style style) {
        var piece = new Text(text);
        piece.getStyleClass().addAll("guide-word", "guide-" + style.name().toLowerCase(Locale.ROOT));
        if (style == GuideSpan.Style.ITALIC) {
            // the typeface that Loupe brings has no italics
            piece.getTransforms().add(new Shear(SLANT, 0));
        }
        return piece;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        mark.autosize();
        mark.relocate(snapPositionX(Math.max(0, snappedLeftInset() - MARGIN_EM * mark.getFont().getSize())),
                snappedTopInset());
    }

    private void endWord() {
        if (!word.getChildren().isEmpty()) {
            getChildren().add(word);
        }
        word = new HBox();
        word.getStyleClass().add("guide-pieces");
    }
}
