package app.loupe.review;

import app.loupe.domain.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is searched of parties and places, folded once for all rows that one writing of the books has them on; one thread. */
final class SearchParts {
    private final List<@Nullable String> parties = new ArrayList<>();
    private final List<@Nullable String> places = new ArrayList<>();

    /** Name and number of a party, by its number in the catalogue. */
    String of(int number, Party party) {
        return once(parties, number, () -> party.name() + "\n" + party.vat());
    }

    /** Company and salesperson of a place, by its number in the catalogue. */
    String of(int number, Place place) {
        return once(places, number, () -> place.company() + "\n" + place.salesperson());
    }

    private static String once(List<@Nullable String> kept, int number, Supplier<String> text) {
        while (kept.size() <= number) {
            kept.add(null);
        }
        String known = kept.get(number);
        if (known == null) {
            known = Folding.searchable(text.get());
            kept.set(number, known);
        }
        return known;
    }
}
