package app.loupe.ui.products;

import app.loupe.domain.ReadTogether;
import app.loupe.export.FilterNotes;
import app.loupe.export.ProductReports;
import app.loupe.export.FileTakeaway;
import app.loupe.review.ProductSales.Bought;
import app.loupe.review.ProductSales.Sold;
import app.loupe.text.Texts;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Offers the products that are listed to be taken away, alone or with who bought each, or sold it.
 *
 * @param order in which products stand on the screen; asked on any thread
 * @param buyers in which those who bought one do; asked on any thread
 */
record ProductExports(ProductsViewModel model, Wording wording, UnaryOperator<List<Sold>> order,
        UnaryOperator<List<Bought>> buyers) {
    /** What can be taken away now, as it was asked for when it was counted; empty before, and without a connection. */
    Optional<ExportOffer> offer() {
        ProductsViewModel.Shown shown = model.shown().get();
        if (!shown.read()) {
            return Optional.empty();
        }
        ProductsViewModel.Question question = shown.question();
        String title = wording.get(question.bought() ? "products.bought" : "products.sold");
        List<String> chosen = FilterNotes.search(wording.texts(), question.search(),
                shown.currencies().size() > 1 ? shown.currency() : "");
        List<String> days = FilterNotes.days(wording.texts(), wording.dates(), question.span().from(),
                question.span().to());
        List<String> notes = FilterNotes.of(wording.texts(), days, chosen);
        return ExportOffer.of(FilterNotes.after(title, Stream.concat(days.stream(), chosen.stream()).toList()),
                question.of(),
                ExportOffer.Part.list(wording, title, takeaway(shown, false, notes)),
                ExportOffer.Part.list(wording, "partners", wording.get("export.products.partners"), title,
                        takeaway(shown, true, notes)));
    }

    private FileTakeaway takeaway(ProductsViewModel.Shown shown, boolean byPartner, List<String> notes) {
        Texts texts = wording.texts();
        var reports = new ProductReports(texts, wording.clock(), new ReadTogether(shown.question().of(), List.of()),
                shown.question().bought(), byPartner,
                new ProductReports.Days(shown.question().span().from(), shown.question().span().to()));
        var sales = List.of(new ProductReports.Sales(shown.sales(), order.apply(shown.products()), buyers));
        return FileTakeaway.of(texts, forPrograms -> reports.of(sales, notes, forPrograms));
    }
}
