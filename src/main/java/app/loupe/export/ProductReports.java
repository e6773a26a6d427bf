package app.loupe.export;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Money;
import app.loupe.domain.ReadTogether;
import app.loupe.review.ProductSales.Bought;
import app.loupe.review.ProductSales.Sold;
import app.loupe.review.ProductSales;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes of products what is put into a file, in every form: what was sold of each, or bought, and by whom. */
public final class ProductReports {
    private final Texts texts;
    private final Clock clock;
    private final ReadTogether read;
    private final boolean bought;
    private final boolean byPartner;
    private final Days days;

    /**
     * In these words, for these connections.
     *
     * @param bought whether by the company itself
     * @param byPartner whether each partner who bought a product, or sold it, has a row
     * @param days of which the sales are; every row tells them to programs
     */
    public ProductReports(Texts texts, Clock clock, ReadTogether read, boolean bought, boolean byPartner, Days days) {
        this.texts = texts;
        this.clock = clock;
        this.read = read;
        this.bought = bought;
        this.byPartner = byPartner;
        this.days = days;
    }

    /**
     * Between which days sales are counted, both included.
     *
     * @param from null where no day is the first
     * @param to null where no day is the last
     */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /**
     * What was sold in one currency, and which of it is listed.
     *
     * @param order of those who bought one; asked on any thread
     */
    public record Sales(ProductSales of, List<Sold> listed, UnaryOperator<List<Bought>> order) {
        /** Copies the list. */
        public Sales {
            listed = List.copyOf(listed);
        }
    }

    /** These, one after the other; with every field for programs. */
    public Report of(List<Sales> sales, List<String> notes, boolean forPrograms) {
        String name = texts.get(bought ? "products.bought" : "products.sold");
        var shown = shown(forPrograms, byPartner);
        return new Report(name, name, notes, new CopyFoot(texts, clock, read).text(), columns(shown),
                sink -> sales.forEach(one -> one.listed().forEach(sold -> row(one, sold, shown, sink))))
                .noted(KeptNote.of(texts, read));
    }

    /** What one partner bought, or sold: of each product the part of this partner, who is named in each row for programs. */
    public Report ofPartner(ProductSales sales, ConnectionId connection, long partner, String title, List<String> notes,
            boolean forPrograms) {
        Report all = of(List.of(), notes, forPrograms);
        var shown = shown(forPrograms, forPrograms);
        return new Report(all.name(), title, all.notes(), all.foot(), columns(shown), sink -> {
            for (ProductSales.Share share : sales.boughtBy(connection, partner)) {
                Bought one = share.bought();
                sink.row(ReportRow.in("",
                        cells(shown, share.sold(), one, one.quantity(), one.untaxed(), one.invoices())));
            }
        });
    }

    private Shown shown(boolean forPrograms, boolean partners) {
        Map<ConnectionId, String> names = new Chosen(read.connections()).names();
        return new Shown(names, read.areSeveral() || forPrograms, forPrograms, partners);
    }

    /**
     * What each row has.
     *
     * @param several whether its connection
     * @param partners whether who bought it, or sold it
     */
    private record Shown(Map<ConnectionId, String> names, boolean several, boolean forPrograms, boolean partners) {}

    private List<Column> columns(Shown shown) {
        var columns = new ArrayList<Column>();
        if (shown.several()) {
            columns.add(Column.text("connection", texts.get("invoices.column.connection")));
        }
        if (shown.forPrograms()) {
            columns.add(Column.text("connection_id", ""));
            columns.add(Column.whole("product_id", ""));
        }
        columns.add(Column.text("product", texts.get("products.column.product")));
        if (shown.partners()) {
            if (shown.forPrograms()) {
                columns.add(Column.whole("partner_id", ""));
            }
            columns.add(Column.text("partner", texts.get("invoices.column.either")));
        }
        columns.add(Column.quantity("quantity", texts.get("products.column.quantity")));
        columns.add(Column.text("product_uom", texts.get("products.column.unit")));
        columns.add(Column.total("untaxed", texts.get("products.column.untaxed")));
        columns.add(Column.money("average_price", texts.get("products.column.price")));
        columns.add(Column.whole("invoices", texts.get("products.column.invoices")));
        if (shown.forPrograms()) {
            columns.add(Column.day("from", ""));
            columns.add(Column.day("to", ""));
        }
        return columns;
    }

    private void row(Sales sales, Sold sold, Shown shown, ReportRows.Sink sink) {
        if (!byPartner) {
            sink.row(ReportRow.in("", cells(shown, sold, null, sold.quantity(), sold.untaxed(), sold.invoices())));
            return;
        }
        for (Bought one : sales.order().apply(sales.of().buyers(sold))) {
            sink.row(ReportRow.in("", cells(shown, sold, one, one.quantity(), one.untaxed(), one.invoices())));
        }
    }

    private List<Cell> cells(Shown shown, Sold sold, @Nullable Bought partner, BigDecimal quantity, Money untaxed,
            int invoices) {
        var cells = new ArrayList<Cell>();
        if (shown.several()) {
            cells.add(Cell.text(Objects.requireNonNullElse(shown.names().get(sold.connection()), "")));
        }
        if (shown.forPrograms()) {
            cells.add(Cell.text(sold.connection().value()));
            cells.add(sold.product() == 0 ? Cell.EMPTY : Cell.whole(sold.product()));
        }
        cells.add(Cell.text(sold.name().isEmpty() && !shown.forPrograms()
                ? texts.get("products.without")
                : sold.name()));
        if (partner != null && shown.partners()) {
            if (shown.forPrograms()) {
                cells.add(partner.partner() == 0 ? Cell.EMPTY : Cell.whole(partner.partner()));
            }
            cells.add(Cell.text(partner.name()));
        }
        cells.add(Cell.quantity(quantity));
        cells.add(Cell.text(sold.unit()));
        cells.add(Cell.money(untaxed.amount(), untaxed.currency()));
        cells.add((shown.forPrograms()
                ? ProductSales.averagePrice(quantity, untaxed)
                : ProductSales.price(quantity, untaxed, texts.decimals()).map(Money::amount))
                .map(price -> Cell.money(price, untaxed.currency())).orElse(Cell.EMPTY));
        cells.add(Cell.whole(invoices));
        if (shown.forPrograms()) {
            cells.add(Cell.day(days.from()));
            cells.add(Cell.day(days.to()));
        }
        return cells;
    }
}
