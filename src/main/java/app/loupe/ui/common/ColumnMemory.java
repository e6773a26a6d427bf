package app.loupe.ui.common;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * Keeps in the {@link Memory} what the owner changed about the columns of tables, and puts it back; what cannot be understood
 * there counts as not kept. On the FX thread.
 */
public final class ColumnMemory {
    private static final String ORDER = "order";
    private static final String HIDDEN = "hidden";
    private static final String WIDTHS = "widths";

    private final Memory memory;

    /** Over what the window remembers. */
    public ColumnMemory(Memory memory) {
        this.memory = memory;
    }

    /**
     * Puts the columns of a table back and follows them.
     *
     * @param table the name of the table, the same in every language
     */
    public void keep(String table, ColumnFitting<?> columns) {
        String prefix = "columns." + table + ".";
        var widths = new HashMap<String, Double>();
        for (String one : memory.list(prefix + WIDTHS)) {
            List<String> parts = Arrays.asList(one.split("=", 2));
            try {
                widths.put(parts.getFirst(), Double.parseDouble(parts.getLast()));
            } catch (NumberFormatException noWidth) {
                widths.remove(parts.getFirst());
            }
        }
        columns.restore(new ColumnLayout(memory.list(prefix + ORDER), new HashSet<>(memory.list(prefix + HIDDEN)),
                widths));
        columns.layout().subscribe(layout -> {
            memory.put(prefix + ORDER, layout.order());
            memory.put(prefix + HIDDEN, layout.hidden().stream().sorted().toList());
            memory.put(prefix + WIDTHS, layout.widths().entrySet().stream()
                    .map(width -> width.getKey() + "=" + Math.round(width.getValue() * 100) / 100.0).sorted().toList());
        });
    }
}
