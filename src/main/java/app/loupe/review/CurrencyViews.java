package app.loupe.review;

import app.loupe.owed.CurrencyView;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides in which money books can be looked over: each currency of their posted documents, the one of most documents
 * first; then company currencies, where Odoo's own figures take in documents in other currencies too.
 */
public final class CurrencyViews {
    private static final boolean[] ADDED_UP = Standing.table(Standing::isAddedUp);

    private CurrencyViews() {}

    /** The views of these books; none when nothing was posted. */
    public static List<CurrencyView> of(Books books) {
        PlaceCounts counts = PlaceCounts.of(books, ADDED_UP);
        Stream<CurrencyView> companies = counts.places()
                .filter(place -> !place.companyCurrency().isEmpty()
                        && !place.companyCurrency().equals(place.currency()))
                .map(Place::companyCurrency).distinct().sorted().map(CurrencyView.OfCompanies::new);
        return Stream.concat(counts.currencies().stream().map(CurrencyView.OfDocuments::new), companies).toList();
    }
}
