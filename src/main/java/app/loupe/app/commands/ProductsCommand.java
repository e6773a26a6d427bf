package app.loupe.app.commands;

import app.loupe.export.InvoiceReports;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Folding;
import app.loupe.domain.Money;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.Cell;
import app.loupe.export.Column;
import app.loupe.export.Report;
import app.loupe.export.ReportRow;
import app.loupe.export.ReportRows;
import app.loupe.review.Books;
import app.loupe.review.ProductSales;
import app.loupe.review.ProductSales.Bought;
import app.loupe.review.ProductSales.Sold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was sold of each product, or bought, in a time, and by whom when that is asked. Needs no network. */
@Command(name = "products")
final class ProductsCommand extends ReportCommand {
    /** What makes a row; lower case on the command line. */
    enum By {
        product,
        partner
    }

    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate to;

    @Option(names = "--currency", paramLabel = "CODE")
    String currency = "";

    @Option(names = "--bought")
    boolean bought;

    @Option(names = "--by", paramLabel = "ROWS")
    By by = By.product;

    @Option(names = "--product", paramLabel = "NAME")
    String product = "";

    ProductsCommand(Session session) {
        super(session);
    }

    @Override
    void check(FileOption.Form form) {
        DayRange.span(from, to, texts());
    }

    @Override
    String none() {
        return texts().get("cli.products.none");
    }

    @Override
    Report report(Services services, boolean forPrograms) throws ProblemException {
        ReadTogether read = toRead(services, id);
        Map<ConnectionId, String> names = read.connections().stream()
                .collect(Collectors.toUnmodifiableMap(ConnectionProfile::id, ConnectionProfile::name));
        Books books = services.shelf().withLines(names.keySet());
        var made = new InvoiceReports(texts(), session().clock(), read);
        String name = texts().get(bought ? "products.bought" : "products.sold");
        var shown = new Shown(names, read.areSeveral() || forPrograms, forPrograms);
        return new Report(name, name, List.of(), made.foot(), columns(shown), sink -> rows(books, shown, sink));
    }

    /** @param several whether each row names its connection */
    private record Shown(Map<ConnectionId, String> names, boolean several, boolean forPrograms) {}

    private List<Column> columns(Shown shown) {
        var columns = new ArrayList<Column>();
        if (shown.several()) {
            columns.add(Column.text("connection", texts().get("invoices.column.connection")));
        }
        if (shown.forPrograms()) {
            columns.add(Column.text("connection_id", ""));
            columns.add(Column.whole("product_id", ""));
        }
        columns.add(Column.text("product", texts().get("products.column.product")));
        if (by == By.partner) {
            if (shown.forPrograms()) {
                columns.add(Column.whole("partner_id", ""));
            }
            columns.add(Column.text("partner", texts().get("invoices.column.either")));
        }
        columns.add(Column.quantity("quantity", texts().get("products.column.quantity")));
        columns.add(Column.text("product_uom", texts().get("products.column.unit")));
        columns.add(Column.total("untaxed", texts().get("products.column.untaxed")));
        columns.add(Column.money("average_price", texts().get("products.column.price")));
        columns.add(Column.whole("invoices", texts().get("products.column.invoices")));
        return columns;
    }

    private void rows(Books books, Shown shown, ReportRows.Sink sink) {
        DayRange.Span span = DayRange.span(from, to, texts());
        List<String> letters = Folding.forms(product.strip());
        for (String code : ProductSales.currencies(books, bought)) {
            if (!currency.isBlank() && !code.equals(currency.strip().toUpperCase(Locale.ROOT))) {
                continue;
            }
            ProductSales sales = ProductSales.of(books, code, bought, span.from(), span.to());
            for (Sold sold : sales.products()) {
                String searched = Folding.searchable(sold.name());
                if (letters.stream().anyMatch(searched::contains)) {
                    row(sales, sold, shown, sink);
                }
            }
        }
    }

    private void row(ProductSales sales, Sold sold, Shown shown, ReportRows.Sink sink) {
        if (by == By.product) {
            sink.row(ReportRow.in("", cells(shown, sold, null, sold.quantity(), sold.untaxed(), sold.invoices())));
            return;
        }
        for (Bought one : sales.buyers(sold)) {
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
                ? texts().get("products.without")
                : sold.name()));
        if (partner != null) {
            if (shown.forPrograms()) {
                cells.add(partner.partner() == 0 ? Cell.EMPTY : Cell.whole(partner.partner()));
            }
            cells.add(Cell.text(partner.name()));
        }
        cells.add(Cell.quantity(quantity));
        cells.add(Cell.text(sold.unit()));
        cells.add(Cell.money(untaxed.amount(), untaxed.currency()));
        cells.add(ProductSales.averagePrice(quantity, untaxed).map(price -> Cell.money(price, untaxed.currency()))
                .orElse(Cell.EMPTY));
        cells.add(Cell.whole(invoices));
        return cells;
    }
}
