package app.loupe.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers values that stand on many rows, so that a row holds four bytes instead of them. Only grows, and a number always
 * means the same value, so that all versions of one {@link Books} share it. Safe for use by several threads.
 */
final class Catalogue<T extends Record> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** The number of a value, a new one when it was never seen. */
    synchronized int numberOf(T value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        return known;
    }

    /** The value of a number. */
    synchronized T get(int number) {
        return values.get(number);
    }

    /** All values, each at its number. */
    synchronized List<T> all() {
        return List.copyOf(values);
    }
}
