package app.loupe.ui.products;

import app.loupe.ui.common.ExportButton;
import app.loupe.ui.common.ExportOffer;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeptDays;
import app.loupe.domain.Money;
import app.loupe.review.ProductSales;
import app.loupe.review.ProductSales.Bought;
import app.loupe.review.ProductSales.Sold;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.EmptyMessage;
import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureTable;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.TallEnough;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingLabel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Products: quantity, untaxed amount, average price and invoices of each, and who bought the selected one. */
public final class ProductsScreen implements Screen {
    private static final double LIST_SHARE = 0.62;

    private final ProductPorts ports;
    private final Wording wording;
    private final ProductsViewModel model;
    private final ProductFilters filters;
    private final SalesTable<Sold> products;
    private final SalesTable<Bought> buyers;
    private final WrappingLabel chosen = Nodes.paragraph("", "strong", "product-chosen");
    private final Button open;
    private final FlowRow head;
    private final FigureFooter footer;
    private final BorderPane view = new BorderPane();

    /** Builds the screen; it reads nothing before connections are selected. */
    public ProductsScreen(ProductPorts ports, Background background, Wording wording) {
        this.ports = ports;
        this.wording = wording;
        var font = new FontSize();
        model = new ProductsViewModel(ports, background, wording);
        filters = new ProductFilters(model, wording);
        products = figures(new SalesTable<Sold>("products", wording.get("products.title"), "product", font.font(),
                this::open).name("product", wording.get("products.column.product"), 0, model::name)
                .name("connection", wording.get("products.column.connection"), 1, this::connection), Sold::quantity,
                Sold::untaxed, Sold::invoices, Sold::unit);
        buyers = figures(new SalesTable<Bought>("buyers", wording.get("products.buyers"), "partner", font.font(),
                this::open).name("partner", wording.get("partners.customer"), 0, Bought::name),
                Bought::quantity, Bought::untaxed, Bought::invoices, bought -> products().map(Sold::unit).orElse(""));
        open = Nodes.button(wording.get("products.open"), () -> products().ifPresent(this::open));
        open.setId("product-open");
        head = new FlowRow(chosen, Nodes.spacer(), buyers.columnsButton(wording), open);
        head.getStyleClass().add("product-head");
        var lower = new VBox(head, buyers.view());
        VBox.setVgrow(buyers.view(), Priority.ALWAYS);
        var split = new SplitPane(products.view(), new TallEnough(lower));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(LIST_SHARE);
        view.getStyleClass().add("products");
        view.getChildren().add(font);
        Nodes.dress(view, ProductsScreen.class, "products.css");
        Nodes.dress(view, FigureTable.class, "figures.css");
        var title = new FlowRow(Nodes.label(wording.get("products.title"), "screen-title"),
                products.columnsButton(wording),
                Nodes.spacer(), new ExportButton(wording), new SyncButton(ports.sync(), wording));
        title.getStyleClass().add("tool-bar-row");
        view.setTop(new VBox(title, filters.view()));
        view.setCenter(split);
        footer = new FigureFooter(wording);
        view.setBottom(footer);
        products.view().getSelectionModel().selectedItemProperty().subscribe(row -> showBuyers());
        model.shown().subscribe(this::show);
        ports.sync().failure().subscribe(why -> products.placeholder(message(model.shown().get())));
    }

    private Optional<Sold> products() {
        return products.chosen();
    }

    private interface Figure<R, T> {
        T of(R row);
    }

    private <R> SalesTable<R> figures(SalesTable<R> table, Figure<R, BigDecimal> quantity, Figure<R, Money> untaxed,
            Figure<R, Integer> invoices, Figure<R, String> unit) {
        return table
                .figure("quantity", wording.get("products.column.quantity"), 5,
                        new SalesOrder<>(quantity::of, unit::of), row -> wording.money().number(quantity.of(row)))
                .name("unit", wording.get("products.column.unit"), 4, unit::of)
                .figure("untaxed", wording.get("products.column.untaxed"), 0,
                        SalesOrder.of(row -> untaxed.of(row).amount()), row -> wording.money().format(untaxed.of(row)))
                .figure("price", wording.get("products.column.price"), 3,
                        new SalesOrder<>(row -> ProductSales.averagePrice(quantity.of(row), untaxed.of(row))
                                .orElse(null), unit::of),
                        row -> ProductSales
                                .price(quantity.of(row), untaxed.of(row), wording.texts().decimals())
                                .map(wording.money()::format)
                                .orElse(""))
                .figure("invoices", wording.get("products.column.invoices"), 2,
                        SalesOrder.of(row -> BigDecimal.valueOf(invoices.of(row))),
                        row -> wording.get("count", invoices.of(row)))
                .ready();
    }

    private String connection(Sold sold) {
        return model.isOfSeveral() ? model.shown().get().names().getOrDefault(sold.connection(), "") : "";
    }

    private void open(Sold sold) {
        ports.navigator().open(model.invoices(sold));
    }

    private void open(Bought bought) {
        products().map(sold -> model.invoices(sold, bought)).ifPresent(ports.navigator()::open);
    }

    private void show(ProductsViewModel.Shown shown) {
        filters.show(shown);
        buyers.head("partner", wording.get(shown.question().bought() ? "partners.vendor" : "partners.customer"));
        products.placeholder(message(shown));
        products.show(shown.products(),
                sold -> List.of(sold.connection(), sold.product(), sold.name(), sold.unit()));
        selectWanted();
        if (products().isEmpty()) {
            // half of the window would be empty until somebody chose one
            products.view().getSelectionModel().selectFirst();
        }
        showBuyers();
        Money sum = shown.products().stream().map(Sold::untaxed).reduce(Money.zero(shown.currency()), Money::plus);
        footer.say(shown.products().isEmpty()
                ? ""
                : wording.get("products.footer", shown.products().size(),
                        wording.money().format(sum), wording.dates().day(shown.question().span().from()),
                        wording.dates().day(shown.question().span().to())));
    }

    private void selectWanted() {
        model.takeWanted().ifPresent(sold -> {
            products.view().getSelectionModel().select(sold);
            products.view().scrollTo(sold);
        });
    }

    private void showBuyers() {
        Optional<Sold> sold = products();
        chosen.setText(sold.map(one -> wording.get(
                model.bought().get() ? "products.sold-by" : "products.bought-by", model.name(one)))
                .orElse(wording.get("products.choose")));
        Nodes.show(open, sold.isPresent());
        buyers.placeholder(Nodes.label(""));
        buyers.show(sold.map(model::buyers).orElse(List.of()), Bought::partner);
    }

    private EmptyMessage message(ProductsViewModel.Shown shown) {
        // of a time that a copy does not hold from its first day on, nobody knows what was sold
        String nothing = KeptDays.of(model.connections()).isWholeFrom(shown.question().span().from())
                ? "products.empty.nothing"
                : "products.empty.kept";
        return shown.currencies().isEmpty()
                ? EmptyMessage.of(wording, model.connections(), shown.read(), ports.sync(), nothing)
                : EmptyMessage.of(wording, nothing);
    }

    @Override
    public void remember(Memory memory) {
        products.remember(memory);
        buyers.remember(memory);
    }

    @Override
    public PageId page() {
        return PageId.PRODUCTS;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        model.select(connections);
        footer.age(connections);
    }

    @Override
    public void refresh() {
        model.load();
    }

    @Override
    public Optional<ExportOffer> exports() {
        return new ProductExports(model, wording, products.order(), buyers.order()).offer();
    }

    @Override
    public void rewrite() {
        products.rewrite();
        buyers.rewrite();
        show(model.shown().get());
    }

    @Override
    public void focusList() {
        products.view().requestFocus();
    }

    @Override
    public void focusSearch() {
        filters.search().requestFocus();
    }

    @Override
    public void open(Destination destination) {
        if (destination instanceof Destination.ProductPage page) {
            model.seek(page);
            selectWanted();
        }
    }

    @Override
    public Runnable bookmark() {
        boolean bought = model.bought().get();
        SalesPeriod period = model.period().get();
        SalesPeriod.Span days = model.days().get();
        String currency = model.currency().get();
        String search = model.search().get();
        return () -> {
            model.bought().set(bought);
            model.days().set(days);
            model.period().set(period);
            model.currency().set(currency);
            model.search().set(search);
            products.view().requestFocus();
        };
    }
}
