package testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Holds what a bench measured against its limit, and keeps both for the table at the end of the run
 * ({@link MeasuredTable}). Only what another machine would find, too: ratios within one run, and what can be counted.
 * Safe for use by several threads.
 */
public final class Measured {
    private static final List<Figure> FIGURES = new ArrayList<>();

    private record Figure(String what, String measured, String atMost) {}

    private Measured() {}

    /** One time or size as a multiple of another of the same run. */
    public static void ratio(String what, double value, double atMost) {
        keep(new Figure(what, String.format(Locale.ROOT, "%.2f", value), String.format(Locale.ROOT, "%.2f", atMost)));
        assertThat(value).as(what).isLessThanOrEqualTo(atMost);
    }

    /** What is the same on every machine, or nearly: requests, bytes of an invoice. */
    public static void count(String what, long value, long atMost) {
        keep(new Figure(what, String.format(Locale.ROOT, "%,d", value), String.format(Locale.ROOT, "%,d", atMost)));
        assertThat(value).as(what).isLessThanOrEqualTo(atMost);
    }

    private static void keep(Figure figure) {
        synchronized (FIGURES) {
            FIGURES.add(figure);
        }
    }

    /** A line for each figure in the order of measuring, also for those above their limit; empty when there is none. */
    static String table() {
        synchronized (FIGURES) {
            if (FIGURES.isEmpty()) {
                return "";
            }
            int width = FIGURES.stream().mapToInt(figure -> figure.what().length()).max().orElse(0);
            String line = "%-" + width + "s  %10s  %10s%n";
            var table = new StringBuilder(System.lineSeparator());
            table.append(String.format(Locale.ROOT, line, "Figure", "Measured", "At most"));
            FIGURES.forEach(figure -> table.append(
                    String.format(Locale.ROOT, line, figure.what(), figure.measured(), figure.atMost())));
            return table.toString();
        }
    }
}
