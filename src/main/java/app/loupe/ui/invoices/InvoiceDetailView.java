package app.loupe.ui.invoices;

import app.loupe.text.PlainText;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.WrappingTooltip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panel right of the table with everything about one invoice; not there while nothing is open. */
final class InvoiceDetailView {
    private final InvoiceDetailViewModel model;
    private final InvoicesViewModel invoices;
    private final InvoiceWords words;
    private final VBox content = new VBox();
    private final ScrollPane view = new ScrollPane(content);
    private final ReviewCard review;
    private @Nullable InvoiceKey shown;

    InvoiceDetailView(InvoiceDetailViewModel model, InvoicesViewModel invoices, InvoiceWords words,
            RemindMenu remind) {
        this.model = model;
        this.invoices = invoices;
        this.words = words;
        this.review = new ReviewCard(invoices.marks(), words, remind);
        content.getStyleClass().add("detail-content");
        view.getStyleClass().addAll("detail", "edge-to-edge");
        view.setFitToWidth(true);
        view.setFocusTraversable(true);
        view.managedProperty().bind(view.visibleProperty());
        model.detail().subscribe(this::show);
    }

    ScrollPane view() {
        return view;
    }

    /** Puts the focus into the private note of the open invoice. */
    void writeNote() {
        review.writeNote();
    }

    /** Writes what is open anew. */
    void rewrite() {
        show(model.detail().get());
    }

    private void show(@Nullable InvoiceDetail detail) {
        view.setVisible(detail != null);
        review.show(detail == null ? null : detail.row());
        // the card stays where it is: what is being typed in it keeps the focus
        content.getChildren().removeIf(node -> !node.equals(review.view()));
        InvoiceKey before = shown;
        shown = detail == null ? null : detail.row().row().key();
        if (detail == null) {
            return;
        }
        view.setAccessibleText(words.get("detail.accessible", number(detail)));
        var above = new ArrayList<Node>();
        above.add(title(detail));
        bannerKey(detail.row().row()).map(this::banner).ifPresent(above::add);
        Collections.addAll(above, DetailHead.of(detail, words, invoices::open), LinesGrid.of(detail, words),
                TotalsGrid.of(detail, words));
        String terms = PlainText.of(detail.invoice().otherInfo().narration());
        if (!terms.isEmpty()) {
            above.add(Nodes.paragraph(terms, "muted", "small"));
        }
        content.getChildren().addAll(0, above);
        if (!content.getChildren().contains(review.view())) {
            content.getChildren().add(review.view());
        }
        if (detail.page().isPresent()) {
            content.getChildren().add(openInOdoo());
        }
        // the same invoice with more known about it stays where the owner reads
        if (!detail.row().row().key().equals(before)) {
            view.setVvalue(0);
        }
    }

    private Node title(InvoiceDetail detail) {
        var number = Nodes.paragraph(number(detail), "detail-number");
        var badge = new Label();
        Badges.show(badge, detail.row(), words);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = new Button(words.get("detail.close"));
        close.getStyleClass().addAll("flat", "detail-close");
        close.setAccessibleText(words.get("detail.close.accessible"));
        close.setTooltip(new WrappingTooltip(words.get("detail.close.accessible")));
        close.setMinWidth(Button.USE_PREF_SIZE);
        close.setOnAction(event -> invoices.selected().set(null));
        var head = new HBox(number, badge, gap, close);
        head.getStyleClass().add("detail-title");
        var kind = new Label(words.type(detail.invoice().type()));
        kind.getStyleClass().addAll("muted", "small");
        return new VBox(head, kind);
    }

    private String number(InvoiceDetail detail) {
        String number = detail.row().row().number();
        return number.isEmpty() ? words.get("number.draft") : number;
    }

    private Node banner(String key) {
        Label banner = Nodes.paragraph(words.get(key), "detail-banner");
        banner.setMaxWidth(Double.MAX_VALUE);
        return banner;
    }

    private static Optional<String> bannerKey(InvoiceRow row) {
        return switch (row.presence()) {
            case PRESENT -> Optional.empty();
            case REMOVED_IN_ODOO -> Optional.of("detail.removed");
            case NO_LONGER_ACCESSIBLE -> Optional.of("detail.inaccessible");
        };
    }

    private Node openInOdoo() {
        var open = new Button(words.get("detail.open-in-odoo"));
        open.setAccessibleText(words.get("detail.open-in-odoo.accessible"));
        open.setOnAction(event -> model.openInOdoo());
        return open;
    }
}
