package app.loupe.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Holds back the first rows of a table until it is known how wide its columns have to be, and then lets everything
 * through as it comes.
 */
final class Measuring implements TableWriter {
    private static final int HELD_BACK = 200;

    private final Function<Cell, String> shown;
    private final int[] characters;
    private final Start start;
    private final List<Held> held = new ArrayList<>();
    private boolean started;
    private TableWriter table = this;

    /** Begins the table when its columns are measured. */
    interface Start {
        TableWriter with(int[] characters) throws IOException;
    }

    private interface Held {
        void to(TableWriter table) throws IOException;
    }

    /** @param shown a cell as it will be read; the longest line of it counts */
    Measuring(List<Column> columns, Function<Cell, String> shown, Start start) {
        this.shown = shown;
        this.start = start;
        this.characters = columns.stream().mapToInt(column -> longest(column.head())).toArray();
    }

    private static int longest(String text) {
        return text.lines().mapToInt(line -> line.codePointCount(0, line.length())).max().orElse(0);
    }

    @Override
    public void group(String name) throws IOException {
        pass(to -> to.group(name));
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        measure(cells);
        pass(to -> to.row(cells));
    }

    @Override
    public void total(String label, List<Cell> cells) throws IOException {
        measure(cells);
        pass(to -> to.total(label, cells));
    }

    private void measure(List<Cell> cells) {
        if (!started) {
            for (int i = 0; i < characters.length; i++) {
                characters[i] = Math.max(characters[i], longest(shown.apply(cells.get(i))));
            }
        }
    }

    private void pass(Held event) throws IOException {
        if (started) {
            event.to(table);
            return;
        }
        held.add(event);
        if (held.size() == HELD_BACK) {
            release();
        }
    }

    /** Begins the table if it has not begun, which a short one has not. */
    void release() throws IOException {
        if (!started) {
            started = true;
            table = start.with(characters);
            for (Held event : held) {
                event.to(table);
            }
            held.clear();
        }
    }
}
