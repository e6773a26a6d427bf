package app.loupe.review;

import app.loupe.owed.CurrencyView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Decides in which money books can be looked over: each currency of their posted documents, the one of most documents
 * first; then company currencies, where Odoo's own figures take in documents in other currencies too.
 */
public final class CurrencyViews {
    private static final boolean[] ADDED_UP = Standing.table(Standing::isAddedUp);

    private CurrencyViews() {}

    /** The views of these books; none when nothing was posted. */
    public static List<CurrencyView> of(Books books) {
        var counts = new HashMap<String, Integer>();
        var booked = new TreeSet<String>();
        for (Page page : books.pages()) {
            Sheet sheet = page.sheet();
            for (int i = 0; i < sheet.count; i++) {
                if (ADDED_UP[sheet.standings[i]]) {
                    Place place = sheet.place(i);
                    counts.merge(place.currency(), 1, Integer::sum);
                    if (!place.companyCurrency().isEmpty() && !place.companyCurrency().equals(place.currency())) {
                        booked.add(place.companyCurrency());
                    }
                }
            }
        }
        var views = new ArrayList<CurrencyView>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> views.add(new CurrencyView.OfDocuments(one.getKey())));
        booked.forEach(currency -> views.add(new CurrencyView.OfCompanies(currency)));
        return List.copyOf(views);
    }
}
