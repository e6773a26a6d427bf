package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Folding;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.Report;
import app.loupe.review.Books;
import app.loupe.review.ProductSales;
import app.loupe.review.ProductSales.Bought;
import app.loupe.review.ProductSales.Sold;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import app.loupe.export.FilterNotes;
import app.loupe.export.ProductReports;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what was sold of each product, or bought, in a time, and by whom when that is asked. Needs no network. */
@Command(name = "products")
final class ProductsCommand extends ReportCommand {
    /** What makes a row; lower case on the command line. */
    enum By {
        product,
        partner
    }

    /** What stands first; lower case on the command line. */
    enum Sort {
        amount,
        quantity,
        name
    }

    @Mixin
    final DaysOption days = new DaysOption();

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    @Option(names = "--bought")
    boolean bought;

    @Option(names = "--by", paramLabel = "ROWS")
    By by = By.product;

    @Option(names = "--sort", paramLabel = "ORDER")
    Sort sort = Sort.amount;

    @Option(names = "--product", paramLabel = "NAME")
    String product = "";

    ProductsCommand(Session session) {
        super(session);
    }

    @Override
    void check(FileOption.Form form) {
        days.span(texts());
        currency.code(texts());
    }

    @Override
    String none() {
        if (!product.isBlank()) {
            return texts().get("cli.products.none-of", product.strip());
        }
        return texts().get(days.isUnnamed() ? "cli.products.nothing" : "cli.products.none");
    }

    /** Of which days it is: a sum of all the years is easily taken for that of one. */
    @Override
    List<String> heading() {
        return days.isUnnamed()
                ? List.of(texts().get("cli.products.all", bought ? 1 : 0))
                : days.notes(texts(), session().clock().getZone());
    }

    @Override
    Report report(Services services, boolean forPrograms) throws ProblemException {
        ReadTogether read = toRead(services, id);
        Set<ConnectionId> ids = read.connections().stream().map(ConnectionProfile::id)
                .collect(Collectors.toUnmodifiableSet());
        Books books = services.shelf().withLines(ids);
        currency.demandOneOf(Stream.of(bought, !bought)
                .flatMap(side -> ProductSales.currencies(books, side).stream()).toList(), texts());
        List<ProductReports.Sales> sales = sales(books);
        var named = new ArrayList<>(heading());
        named.addAll(inSeveralCurrencies(sales));
        return new ProductReports(texts(), session().clock(), read, bought, by == By.partner,
                new ProductReports.Days(days.from, days.to))
                .of(sales, FilterNotes.of(texts(), named,
                        FilterNotes.search(texts(), product, currency.code(texts()))), forPrograms);
    }

    private List<ProductReports.Sales> sales(Books books) {
        DayRange.Span span = days.span(texts());
        List<String> letters = Folding.forms(product.strip());
        var all = new ArrayList<ProductReports.Sales>();
        for (String code : ProductSales.currencies(books, bought)) {
            if (currency.takes(code)) {
                ProductSales sales = ProductSales.of(books, code, bought, span.from(), span.to());
                List<Sold> listed = sales.products().stream().filter(sold -> {
                    String searched = Folding.searchable(sold.name());
                    return letters.stream().anyMatch(searched::contains);
                }).toList();
                all.add(new ProductReports.Sales(sales, sorted(listed, Sold::quantity, Sold::unit, Sold::name),
                        buyers -> sorted(buyers, Bought::quantity, buyer -> "", Bought::name)));
            }
        }
        return all;
    }

    /** As the window sorts: quantities within a unit, that of most rows first; what is equal stays by its amount. */
    private <R> List<R> sorted(List<R> rows, Function<R, BigDecimal> quantity, Function<R, String> unit,
            Function<R, String> name) {
        return switch (sort) {
            case amount -> rows;
            case quantity -> {
                Map<String, Long> units = rows.stream().collect(Collectors.groupingBy(unit, Collectors.counting()));
                yield rows.stream().sorted(Comparator.comparingLong((R row) -> -units.getOrDefault(unit.apply(row), 0L))
                        .thenComparing(unit).thenComparing(quantity, Comparator.reverseOrder())).toList();
            }
            case name -> {
                Collator letters = Collator.getInstance(texts().locale());
                yield rows.stream().sorted(Comparator.comparing(name, letters)).toList();
            }
        };
    }

    /** Says that some products have a row in each of several currencies: none of these has the whole quantity. */
    private List<String> inSeveralCurrencies(List<ProductReports.Sales> sales) {
        Map<List<Object>, Long> rows = sales.stream().flatMap(one -> one.listed().stream())
                .collect(Collectors.groupingBy(
                        sold -> List.of(sold.connection(), sold.product(), sold.name(), sold.unit()),
                        Collectors.counting()));
        long several = rows.values().stream().filter(count -> count > 1).count();
        return several == 0 ? List.of() : List.of(texts().get("cli.products.currencies", several));
    }
}
