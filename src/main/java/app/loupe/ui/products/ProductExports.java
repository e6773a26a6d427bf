package app.loupe.ui.products;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ReadTogether;
import app.loupe.export.ProductReports;
import app.loupe.export.ReportTakeaway;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.Optional;

/** Offers the products that are listed to be taken away, alone or with who bought each, or sold it. */
record ProductExports(ProductsViewModel model, Wording wording) {
    /** What can be taken away now; empty without a connection. */
    Optional<ExportOffer> offer() {
        String title = wording.get(model.bought().get() ? "products.bought" : "products.sold");
        String days = wording.get("paper.span", wording.dates().day(model.span().from()),
                wording.dates().day(model.span().to()));
        return ExportOffer.of(title + " \u00b7 " + days, model.connections(),
                ExportOffer.Part.list(wording, title, takeaway(false, days)),
                ExportOffer.Part.list(wording, "partners", wording.get("export.products.partners"), title,
                        takeaway(true, days)));
    }

    private ReportTakeaway takeaway(boolean byPartner, String days) {
        List<ConnectionProfile> of = model.connections();
        ProductsViewModel.Shown shown = model.shown().get();
        var reports = new ProductReports(wording.texts(), wording.clock(), new ReadTogether(of, List.of()),
                model.bought().get(), byPartner);
        var sales = List.of(new ProductReports.Sales(shown.sales(), shown.products()));
        return new ReportTakeaway(wording.texts(), forPrograms -> reports.of(sales, List.of(days), forPrograms));
    }
}
