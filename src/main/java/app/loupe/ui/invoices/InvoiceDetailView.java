package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.review.ReviewRow;
import app.loupe.review.Totals;
import app.loupe.ui.common.DragDesk;
import app.loupe.ui.common.DraggedFile;
import app.loupe.ui.common.FileGrip;
import app.loupe.ui.common.FocusInSight;
import app.loupe.ui.common.FocusKept;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PaperRequest;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.WrappingTooltip;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
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
    private final DetailLinks links;
    private final DetailPapers papers;
    private final DetailTabs tabs;
    private final ReviewCard review;
    private final Label several = Nodes.paragraph("", "strong");
    private @Nullable InvoiceKey shown;
    private @Nullable FileGrip grip;

    InvoiceDetailView(InvoiceDetailViewModel model, InvoicesViewModel invoices, DetailLinks links, DetailPapers papers,
            RemindMenu remind) {
        this.model = model;
        this.invoices = invoices;
        this.words = links.words();
        this.links = links;
        this.papers = papers;
        this.tabs = new DetailTabs(words, links);
        this.review = new ReviewCard(invoices.marks(), words, remind);
        content.getStyleClass().add("detail-content");
        content.getChildren().addAll(tabs.view(), review.view());
        view.getStyleClass().addAll("detail", "edge-to-edge");
        view.setFitToWidth(true);
        view.setFocusTraversable(true);
        view.managedProperty().bind(view.visibleProperty());
        FocusInSight.in(view);
        several.setId("detail-several");
        several.setMaxWidth(Double.MAX_VALUE);
        invoices.selection().subscribe(this::sayHowMany);
        model.detail().subscribe(detail -> FocusKept.through(content, () -> show(detail)));
    }

    /** Of several that are selected, what they come to stands above the one that was selected last. */
    private void sayHowMany(Totals selected) {
        boolean some = selected.count() > 1;
        Nodes.show(several, some);
        several.setText(some
                ? Stream.concat(
                        Stream.of(words.get("footer.count", selected.count()) + " " + words.get("footer.selected")),
                        new SumWords(words).of(selected).stream().map(sum -> words.get("group.sum", sum.name(),
                                String.join(" · ", sum.amounts()))))
                        .collect(Collectors.joining("\n"))
                : "");
    }

    /** Lets the paper of what is open be dragged as a file. */
    void dragWith(DragDesk desk) {
        grip = new FileGrip("pdf", desk, words.wording());
        rewrite();
    }

    ScrollPane view() {
        return view;
    }

    /** Whether this stands in the panel, or is the panel. */
    boolean contains(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(view)) {
                return true;
            }
        }
        return false;
    }

    /** Puts the focus into the private note of the open invoice, by this key, also while the one before is shown still. */
    void writeNote(Optional<KeyCode> by, int selected) {
        ReviewRow open = invoices.selected().get();
        if (open != null) {
            review.writeNote(open.row().key(), by, selected);
        }
    }

    /** Writes what is open anew. */
    void rewrite() {
        sayHowMany(invoices.selection().get());
        FocusKept.through(content, () -> show(model.detail().get()));
    }

    private void show(@Nullable InvoiceDetail detail) {
        offer(detail);
        view.setVisible(detail != null);
        review.show(detail == null ? null : detail.row());
        tabs.show(detail);
        // these stay where they are: what is typed or pressed in them keeps the focus
        content.getChildren().retainAll(tabs.view(), review.view());
        InvoiceKey before = shown;
        shown = detail == null ? null : detail.row().row().key();
        if (detail == null) {
            return;
        }
        view.setAccessibleText(words.get("detail.accessible", number(detail)));
        var above = new ArrayList<Node>();
        above.add(several);
        above.add(title(detail));
        bannerKey(detail.row().row()).map(this::banner).ifPresent(above::add);
        above.add(DetailHead.of(detail, words, links));
        content.getChildren().addAll(0, above);
        content.getChildren().add(buttons(detail));
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
        return words.number(detail.row().row());
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

    /** What Loupe makes of it always; what Odoo has of it only where there is an Odoo. */
    private FlowPane buttons(InvoiceDetail detail) {
        Button paper = Nodes.button(words.get("detail.paper"), () -> ask(papers.copy(detail.row())));
        paper.setId("detail-paper");
        var row = new FlowPane(paper);
        row.getStyleClass().add("detail-buttons");
        // a paper shows amounts
        if (grip != null && !words.wording().money().isHidden()) {
            row.getChildren().add(grip);
        }
        if (detail.page().isPresent()) {
            Button open = Nodes.button(words.get("detail.open-in-odoo"), model::openInOdoo);
            open.setAccessibleText(words.get("detail.open-in-odoo.accessible"));
            if (canBeAskedForOriginal(detail)) {
                Button original = Nodes.button(words.get("detail.original"), () -> ask(papers.original(detail)));
                original.setId("detail-original");
                row.getChildren().add(original);
            }
            row.getChildren().add(open);
        }
        return row;
    }

    /** An Odoo that keeps none is not asked. */
    private boolean canBeAskedForOriginal(InvoiceDetail detail) {
        return invoices.connections().get().stream()
                .filter(profile -> profile.id().equals(detail.key().connection()))
                .allMatch(ConnectionProfile::canKeepOriginals);
    }

    /** What was made of the invoice before goes. */
    private void offer(@Nullable InvoiceDetail detail) {
        if (grip != null) {
            grip.offer(() -> Optional.ofNullable(detail)
                    .map(open -> DraggedFile.of(papers.copy(open.row()), open.key().connection())));
        }
    }

    private void ask(ShownPaper paper) {
        view.fireEvent(new PaperRequest(paper));
    }

    /** The paper of the invoice that is chosen, also while the one before is shown still; empty while none is. */
    Optional<ShownPaper> paper() {
        return Optional.ofNullable(invoices.selected().get()).map(papers::copy);
    }
}
