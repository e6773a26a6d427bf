package app.loupe.review;

import app.loupe.owed.CurrencyView;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides in which money books can be looked over: each currency of their posted documents, the one of most documents
 * first; then, where Odoo's own figures take in documents in other currencies too, every currency that a company keeps its
 * books in: each company is in one of these, and none is left out.
 */
public final class CurrencyViews {
    private static final boolean[] ADDED_UP = Standing.table(Standing::isAddedUp);

    private CurrencyViews() {}

    /** The views of these books; none when nothing was posted. */
    public static List<CurrencyView> of(Books books) {
        PlaceCounts counts = PlaceCounts.of(books, ADDED_UP);
        Stream<CurrencyView> documents = counts.currencies().stream().map(CurrencyView.OfDocuments::new);
        Stream<CurrencyView> companies = booked(counts).map(Place::companyCurrency).distinct().sorted()
                .map(CurrencyView.OfCompanies::new);
        return booked(counts).allMatch(place -> place.companyCurrency().equals(place.currency()))
                ? documents.toList()
                : Stream.concat(documents, companies).toList();
    }

    private static Stream<Place> booked(PlaceCounts counts) {
        return counts.places().filter(place -> !place.companyCurrency().isEmpty());
    }
}
