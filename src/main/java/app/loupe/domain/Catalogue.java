package app.loupe.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives numbers to values that stand on many rows or items, so that each of these holds four bytes instead of the value.
 * It only grows and a number always means the same value, so several versions of the same books can share it. Safe for
 * use by several threads.
 */
public final class Catalogue<T extends Record> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** The number of a value; a new number for a value that is new. */
    public synchronized int numberOf(T value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        return known;
    }

    /** The value of a number. */
    public synchronized T get(int number) {
        return values.get(number);
    }

    /** All values, each at its number. */
    public synchronized List<T> all() {
        return List.copyOf(values);
    }
}
