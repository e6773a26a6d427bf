package app.loupe.ui.invoices;

import app.loupe.domain.Invoice;
import app.loupe.domain.Money;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import app.loupe.review.JournalItems;
import app.loupe.text.ReadingOrder;
import app.loupe.ui.common.Nodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Odoo's tab "Journal Items": each with its account, what is said of it, debit and credit in the company's currency, and
 * what both add up to.
 */
final class JournalGrid {
    private static final String BETWEEN = " · ";
    /** Characters of the longest debit and credit together that leave an account room beside them. */
    private static final int MOST_BESIDE = 30;

    private final InvoiceWords words;
    private final Invoice invoice;
    private final JournalItems items;
    private final String currency;
    private final FiguresGrid grid;

    private JournalGrid(Invoice invoice, InvoiceWords words) {
        this.words = words;
        this.invoice = invoice;
        this.items = JournalItems.of(invoice);
        this.currency = items.debit().currency();
        int longest = plain(items.debit()).length() + plain(items.credit()).length();
        this.grid = new FiguresGrid(2, longest <= MOST_BESIDE);
    }

    static Node of(Invoice invoice, InvoiceWords words) {
        return new JournalGrid(invoice, words).build();
    }

    private Node build() {
        grid.view().getStyleClass().add("journal-grid");
        List<MoveLine> all = items.items();
        if (all.isEmpty()) {
            return Nodes.paragraph(words.get("journal.none"), "muted");
        }
        grid.heading(words.get("journal.account"), words.get("journal.debit", currency),
                words.get("journal.credit", currency));
        add(all.subList(0, Math.min(all.size(), LinesGrid.LINES_AT_FIRST)));
        if (all.size() > LinesGrid.LINES_AT_FIRST) {
            var more = new Hyperlink(words.get("journal.all", all.size()));
            more.setOnAction(event -> {
                grid.remove(more);
                add(all.subList(LinesGrid.LINES_AT_FIRST, all.size()));
                total();
            });
            grid.across(more);
        } else {
            total();
        }
        var box = new VBox(grid.view());
        if (!items.isBalanced()) {
            Money less = items.debit().minus(items.credit());
            box.getChildren().add(Nodes.paragraph(words.get("journal.unbalanced",
                    words.money().format(less.signum() < 0 ? less.negated() : less)), "detail-banner",
                    "detail-remark"));
        }
        return box;
    }

    private void total() {
        grid.row("line-total", FiguresGrid.filling(Nodes.paragraph(words.get("journal.total"), "line-total")),
                plain(items.debit()), plain(items.credit()));
    }

    private void add(List<MoveLine> some) {
        for (MoveLine item : some) {
            var name = new VBox(Nodes.paragraph(account(item)));
            String more = more(item);
            if (!more.isEmpty()) {
                name.getChildren().add(Nodes.paragraph(more, "muted", "small").upTo(LinesGrid.MOST_LINES));
            }
            name.getStyleClass().add("line-cell");
            grid.row("line-cell", FiguresGrid.filling(name), side(item.posting().debit()),
                    side(item.posting().credit()));
        }
    }

    private String account(MoveLine item) {
        String account = Ref.nameOf(item.posting().account());
        return account.isEmpty() ? words.get("journal.no-account") : account;
    }

    /** What tells one item from another: partner only where it is not the invoice's, amount only in another currency. */
    private String more(MoveLine item) {
        var parts = new ArrayList<String>();
        String label = item.label().strip();
        Ref product = item.price().product();
        parts.add(label.isEmpty() ? Ref.nameOf(product) : label);
        if (!isPartnerOfInvoice(item.posting().partner())) {
            parts.add(Ref.nameOf(item.posting().partner()));
        }
        if (item.kind().isOwed() && item.dueDate() != null) {
            parts.add(words.get("journal.due", words.dates().day(Objects.requireNonNull(item.dueDate()))));
        }
        String tax = Ref.nameOf(item.taxes().tax());
        if (!tax.isEmpty() && !tax.equals(label)) {
            parts.add(words.get("journal.tax", tax));
        }
        String other = Ref.nameOf(item.posting().currency());
        if (!other.isEmpty() && !other.equals(currency)) {
            parts.add(words.money().format(item.posting().amountCurrency(), other));
        }
        return String.join(BETWEEN, parts.stream().filter(part -> !part.isBlank()).map(ReadingOrder::amid).toList());
    }

    private boolean isPartnerOfInvoice(@Nullable Ref partner) {
        return partner == null || Stream.of(invoice.parties().partner(), invoice.parties().commercialPartner())
                .anyMatch(one -> one != null && one.id() == partner.id());
    }

    private String side(BigDecimal amount) {
        return amount.signum() == 0 ? "" : words.money().plain(amount, currency);
    }

    private String plain(Money sum) {
        return words.money().plain(sum.amount(), sum.currency());
    }
}
