package app.loupe.ui.products;

import app.loupe.domain.Chosen;
import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Folding;
import app.loupe.domain.ProblemException;
import app.loupe.review.Books;
import app.loupe.review.ProductSales;
import app.loupe.review.ProductSales.Bought;
import app.loupe.review.ProductSales.Sold;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Latest;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Decides which products are listed. Counts in the background, once at a time; what is chosen or changed meanwhile is
 * counted once more afterwards. On the FX thread only.
 */
final class ProductsViewModel {
    private final ProductPorts ports;
    private final Background background;
    private final Wording wording;
    private final BooleanProperty bought = new SimpleBooleanProperty();
    private final ObjectProperty<SalesPeriod> period = new SimpleObjectProperty<>(SalesPeriod.THIS_YEAR);
    private final ObjectProperty<SalesPeriod.Span> days;
    private final StringProperty currency = new SimpleStringProperty("");
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Shown> shown;
    private Chosen connections = Chosen.NONE;
    private @Nullable Wanted wanted;
    private final Latest<Shown> latest;

    ProductsViewModel(ProductPorts ports, Background background, Wording wording) {
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        days = new SimpleObjectProperty<>(SalesPeriod.THIS_YEAR.span(wording.today(), nothing(wording.today())));
        shown = new ReadOnlyObjectWrapper<>(nothing());
        latest = new Latest<>(this::order, answer -> {
            if (answer.question().equals(question())) {
                shown.set(answer);
            }
        });
        bought.subscribe((before, now) -> load());
        period.subscribe((before, now) -> load());
        days.subscribe((before, now) -> load());
        currency.subscribe((before, now) -> load());
        search.subscribe((before, now) -> load());
    }

    private static SalesPeriod.Span nothing(LocalDate today) {
        return new SalesPeriod.Span(today, today);
    }

    private Shown nothing() {
        return new Shown(false, question(), ProductSales.of(Books.EMPTY, "", false, wording.today(), wording.today()),
                List.of(),
                List.of(), "", Map.of());
    }

    /**
     * What the list holds.
     *
     * @param read whether anything was counted yet
     * @param question that it answers
     * @param products as far as they are searched for
     * @param currencies that there are
     * @param names of the connections
     */
    record Shown(boolean read, Question question, ProductSales sales, List<Sold> products, List<String> currencies,
            String currency, Map<ConnectionId, String> names) {}

    /** What was asked. */
    record Question(List<ConnectionProfile> of, boolean bought, SalesPeriod.Span span, String currency,
            String search) {
        /** Whether it asks for the same of any connections. */
        boolean isLike(Question other) {
            return bought == other.bought && span.equals(other.span) && currency.equals(other.currency)
                    && search.equals(other.search);
        }
    }

    /** A product that is to be selected once this question is answered. */
    private record Wanted(Destination.ProductPage page, Question question) {}

    /** Asks for a product on its side, in its currency and in a time that takes in its day. */
    void seek(Destination.ProductPage page) {
        search.set("");
        bought.set(page.bought());
        if (!page.currency().isEmpty()) {
            currency.set(page.currency());
        }
        LocalDate day = page.day();
        if (day != null) {
            SalesPeriod seen = SalesPeriod.with(day, wording.today(), period.get(), days.get());
            if (seen == SalesPeriod.DAYS && !days.get().takes(day)) {
                days.set(SalesPeriod.yearOf(day));
            }
            period.set(seen);
        }
        wanted = new Wanted(page, question());
    }

    /** The product that was asked for, among those shown, told once; empty while its question is not answered. */
    Optional<Sold> takeWanted() {
        Wanted sought = wanted;
        if (sought == null || !question().isLike(sought.question())) {
            wanted = null;
            return Optional.empty();
        }
        if (!shown.get().read() || !shown.get().question().isLike(sought.question())) {
            return Optional.empty();
        }
        wanted = null;
        return shown.get().products().stream().filter(sold -> sold.product() == sought.page().product()
                && sold.connection().equals(sought.page().connection())).findFirst();
    }

    BooleanProperty bought() {
        return bought;
    }

    ObjectProperty<SalesPeriod> period() {
        return period;
    }

    /** The days of {@link SalesPeriod#DAYS}. */
    ObjectProperty<SalesPeriod.Span> days() {
        return days;
    }

    /** The wanted currency; where there is none of it, the most common one is shown. */
    StringProperty currency() {
        return currency;
    }

    StringProperty search() {
        return search;
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    List<ConnectionProfile> connections() {
        return connections.profiles();
    }

    boolean isOfSeveral() {
        return connections.areSeveral();
    }

    /** The days that are counted. */
    SalesPeriod.Span span() {
        return period.get().span(wording.today(), days.get());
    }

    /** Shows these connections. */
    void select(List<ConnectionProfile> now) {
        var chosen = new Chosen(now);
        boolean others = !chosen.ids().equals(connections.ids());
        connections = chosen;
        if (others) {
            shown.set(nothing());
        }
        load();
    }

    /** Counts anew. */
    void load() {
        latest.refresh();
    }

    private Background.Order<Shown> order() {
        Question question = question();
        return background.run("count products", () -> answer(question));
    }

    private Question question() {
        return new Question(connections.profiles(), bought.get(), span(), currency.get(), search.get());
    }

    @Blocking
    private Shown answer(Question question) throws ProblemException {
        Books books = ports.shelf().withLines(new Chosen(question.of()).ids());
        List<String> currencies = ProductSales.currencies(books, question.bought());
        String code = currencies.contains(question.currency())
                ? question.currency()
                : currencies.stream().findFirst().orElse("");
        ProductSales sales = ProductSales.of(books, code, question.bought(), question.span().from(),
                question.span().to());
        List<String> letters = Folding.forms(question.search().strip());
        List<Sold> products = sales.products().stream().filter(sold -> {
            String name = Folding.searchable(sold.name());
            return letters.stream().anyMatch(name::contains);
        }).toList();
        return new Shown(true, question, sales, products, currencies, code, new Chosen(question.of()).names());
    }

    /** Who bought a product, or sold it. */
    List<Bought> buyers(Sold sold) {
        return shown.get().sales().buyers(sold);
    }

    /** The invoices that a product stands on. */
    Destination.Invoices invoices(Sold sold) {
        return destination(name(sold), shown.get().sales().rows(sold));
    }

    /** Those of them that are of this partner. */
    Destination.Invoices invoices(Sold sold, Bought partner) {
        return destination(wording.get("products.of-partner", name(sold), partner.name()),
                shown.get().sales().rows(sold, partner));
    }

    private static Destination.Invoices destination(String title, RowList rows) {
        return new Destination.Invoices(title,
                rows.stream().map((ReviewRow row) -> row.row().key()).collect(Collectors.toUnmodifiableSet()));
    }

    /** What a product is called. */
    String name(Sold sold) {
        return sold.name().isEmpty() ? wording.get("products.without") : sold.name();
    }
}
