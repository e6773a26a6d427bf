package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Folding;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.Report;
import app.loupe.review.Books;
import app.loupe.review.ProductSales;
import java.util.ArrayList;
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

    @Mixin
    final DaysOption days = new DaysOption();

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

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
        days.span(texts());
        currency.code(texts());
    }

    @Override
    String none() {
        return texts().get("cli.products.none");
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
        List<String> named = days.notes(texts(), session().clock().getZone());
        return new ProductReports(texts(), session().clock(), read, bought, by == By.partner)
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
                all.add(new ProductReports.Sales(sales, sales.products().stream().filter(sold -> {
                    String searched = Folding.searchable(sold.name());
                    return letters.stream().anyMatch(searched::contains);
                }).toList()));
            }
        }
        return all;
    }
}
