package app.loupe.ui.common;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the window remembers from one start to the next: names and short values, never text of the owner's, because they
 * are kept in the clear. Written on the FX thread, read on any.
 */
public final class Memory {
    private static final String BETWEEN = ",";

    private final Map<String, String> values;

    /** Begins with what was kept. */
    public Memory(Map<String, String> kept) {
        values = Collections.synchronizedMap(new TreeMap<>(kept));
    }

    /** What is to be kept. */
    public Map<String, String> values() {
        synchronized (values) {
            return Map.copyOf(values);
        }
    }

    /** Remembers a value; an empty one is forgotten. */
    public void put(String name, String value) {
        if (value.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** Remembers several values. */
    public void put(String name, List<String> several) {
        put(name, String.join(BETWEEN, several));
    }

    /** A value; empty when it is not known. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Several values. */
    public List<String> list(String name) {
        return Arrays.stream(get(name).split(BETWEEN)).filter(one -> !one.isBlank()).toList();
    }

    /** A number; empty when there is none that can be used. */
    public Optional<Double> number(String name) {
        try {
            double number = Double.parseDouble(get(name));
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
