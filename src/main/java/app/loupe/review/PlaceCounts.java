package app.loupe.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts documents by where they belong.
 *
 * @param counts of each place that has documents, how many
 */
record PlaceCounts(Map<Place, Integer> counts) {
    /**
     * Of documents with these standings.
     *
     * @param wanted as {@link Standing#table} makes it
     */
    static PlaceCounts of(Books books, boolean[] wanted) {
        List<Place> places = books.places().all();
        var byNumber = new int[places.size()];
        for (LinedSheet page : books.pages()) {
            Sheet sheet = page.sheet();
            for (int i = 0; i < sheet.count; i++) {
                if (wanted[sheet.standings[i]]) {
                    byNumber[sheet.places[i]]++;
                }
            }
        }
        var counts = new HashMap<Place, Integer>();
        for (int number = 0; number < byNumber.length; number++) {
            if (byNumber[number] > 0) {
                counts.put(places.get(number), byNumber[number]);
            }
        }
        return new PlaceCounts(counts);
    }

    /** The places that have documents. */
    Stream<Place> places() {
        return counts.keySet().stream();
    }

    /** The currencies of the documents: those of most documents first, and of as many in the order of their codes. */
    List<String> currencies() {
        var sums = new HashMap<String, Integer>();
        counts.forEach((place, count) -> sums.merge(place.currency(), count, Integer::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
    }
}
