package app.loupe.owed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers values that stand on many items while these are collected, so that each holds four bytes; one thread. */
final class Numbered<T extends Record> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** The number of a value, a new one when it was never seen. */
    int numberOf(T value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        return known;
    }

    /** All values, each at its number. */
    List<T> all() {
        return List.copyOf(values);
    }
}
