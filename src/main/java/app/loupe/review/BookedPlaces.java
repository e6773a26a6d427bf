package app.loupe.review;

import app.loupe.domain.CurrencyPlaces;
import app.loupe.domain.OwedItem;
import java.util.Map;
import java.util.function.Consumer;

/** Finds out from the amounts of books how many decimals each currency is shown with; a walk over all of them. */
final class BookedPlaces {
    private static final long TEN = 10;

    private BookedPlaces() {}

    /** By what documents come to, and their taxes. */
    static Map<String, Integer> of(Books books) {
        var places = new CurrencyPlaces();
        for (LinedSheet page : books.pages()) {
            Sheet sheet = page.sheet();
            int place = -1;
            String currency = "";
            for (int i = 0; i < sheet.count; i++) {
                if (sheet.places[i] != place) {
                    place = sheet.places[i];
                    currency = sheet.place(i).currency();
                }
                if (sheet.decimals[i] == Sheet.EXACT) {
                    Sheet.Amounts amounts = sheet.amounts(i);
                    places.add(currency, amounts.untaxed());
                    places.add(currency, amounts.tax());
                    places.add(currency, amounts.total());
                } else {
                    add(places, currency, sheet.untaxed[i], sheet.decimals[i]);
                    add(places, currency, sheet.tax(i), sheet.decimals[i]);
                    add(places, currency, sheet.total[i], sheet.decimals[i]);
                }
            }
        }
        return places.shown();
    }

    /** By what is owed and paid, item by item; one thread. */
    static final class OfItems implements Consumer<OwedItem> {
        private final CurrencyPlaces places = new CurrencyPlaces();

        @Override
        public void accept(OwedItem item) {
            if (item.currency() != null) {
                places.add(item.currency().name(), item.amount());
            }
        }

        /** What they have told so far; empty without an item. */
        Map<String, Integer> shown() {
            return places.shown();
        }
    }

    private static void add(CurrencyPlaces places, String currency, long units, int decimals) {
        long number = units;
        int left = decimals;
        while (left > 0 && number % TEN == 0) {
            number /= TEN;
            left--;
        }
        places.add(currency, number, left);
    }
}
