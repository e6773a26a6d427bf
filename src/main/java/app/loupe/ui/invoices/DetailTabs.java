package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.review.Instalment;
import app.loupe.text.PlainText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Segments;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of an invoice below its head, one of Odoo's tabs at a time. The tab stays from one invoice to the next, so
 * that an owner can compare.
 */
final class DetailTabs {
    /** The tabs, in Odoo's order. */
    enum Tab {
        LINES,
        JOURNAL,
        OTHER
    }

    private final InvoiceWords words;
    private final DetailLinks links;
    private final Segments<Tab> row;
    private final VBox content = new VBox();
    private final VBox view = new VBox();
    private Tab tab = Tab.LINES;
    private @Nullable InvoiceDetail shown;

    DetailTabs(InvoiceWords words, DetailLinks links) {
        this.words = words;
        this.links = links;
        row = new Segments<>(List.of(Tab.values()), one -> "detail-tab-" + EnumKey.of(one),
                one -> words.get("detail.tab." + EnumKey.of(one)), this::choose);
        row.within(view).getStyleClass().add("detail-tabs");
        row.fill();
        row.show(tab);
        content.getStyleClass().add("detail-tab");
        view.getStyleClass().add("detail-tab");
        view.getChildren().addAll(row, content);
    }

    Node view() {
        return view;
    }

    /** Shows this invoice in the tab that is chosen; null for none. */
    void show(@Nullable InvoiceDetail detail) {
        shown = detail;
        content.getChildren().setAll(detail == null ? List.of() : nodes(detail));
    }

    private List<Node> nodes(InvoiceDetail detail) {
        return switch (tab) {
            case LINES -> lines(detail);
            case JOURNAL -> List.of(JournalGrid.of(detail.invoice(), words));
            case OTHER -> List.of(OtherInfo.of(detail.invoice(), words));
        };
    }

    private void choose(Tab chosen) {
        tab = chosen;
        show(shown);
    }

    private List<Node> lines(InvoiceDetail detail) {
        var nodes = new ArrayList<Node>(
                List.of(LinesGrid.of(detail, words, links), TotalsGrid.of(detail, words, links)));
        List<Instalment> instalments = Instalment.of(detail.invoice(), words.today());
        if (!instalments.isEmpty()) {
            nodes.add(Nodes.label(words.get("instalments"), "strong"));
            nodes.add(InstalmentsGrid.of(instalments, detail.invoice().type(), words));
        }
        String terms = PlainText.of(detail.invoice().otherInfo().narration());
        if (!terms.isEmpty()) {
            nodes.add(Nodes.paragraph(terms, "muted", "small"));
        }
        return nodes;
    }
}
