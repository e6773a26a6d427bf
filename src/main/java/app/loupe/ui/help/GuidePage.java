package app.loupe.ui.help;

import app.loupe.ui.common.Nodes;
import java.net.URL;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

/** A section of the guide as nodes, one below the other. */
final class GuidePage extends VBox {
    private final Consumer<String> follow;
    private final String heading;

    /**
     * The page of a section.
     *
     * @param heading what a screen reader calls a heading
     * @param follow is given the anchor of a link that was pressed
     */
    GuidePage(GuideSection section, String heading, Consumer<String> follow) {
        this.follow = follow;
        this.heading = heading;
        getStyleClass().add("guide-page");
        setMinWidth(0);
        getChildren().add(heading(section.title(), "guide-title"));
        section.blocks().forEach(block -> getChildren().add(node(block)));
    }

    private Node node(GuideBlock block) {
        return switch (block) {
            case GuideBlock.Heading part -> {
                Label label = heading(part.text(), "guide-heading");
                label.setId(part.anchor());
                yield label;
            }
            case GuideBlock.Paragraph paragraph -> new GuideLine("", paragraph.spans(), follow);
            case GuideBlock.Item item -> new GuideLine(item.mark(), item.spans(), follow);
            case GuideBlock.Code code -> Nodes.paragraph(code.text(), "guide-code-block");
            case GuideBlock.Picture picture -> picture(picture);
        };
    }

    private Label heading(String text, String style) {
        Label label = Nodes.paragraph(text, style);
        label.setAccessibleRoleDescription(heading);
        return label;
    }

    /** As wide as the page, and no wider than it is. */
    private ImageView picture(GuideBlock.Picture picture) {
        URL file = Objects.requireNonNull(GuidePage.class.getResource(picture.file()), picture.file());
        var image = new Image(file.toExternalForm(), true);
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.fitWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(1, Math.min(image.getWidth(), getWidth() - snappedLeftInset() - snappedRightInset())),
                widthProperty(), insetsProperty(), image.widthProperty()));
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(picture.text());
        return view;
    }
}
