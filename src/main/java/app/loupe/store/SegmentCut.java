package app.loupe.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the rows of a kind into segments of the same size as they come, and writes these. The cuts depend only on the
 * rows, not on how many come at a time.
 */
final class SegmentCut {
    private final ColumnSegments segments;
    private final SegmentList list;
    private final ColumnKind kind;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();

    /** For a list that the segments are noted in. */
    SegmentCut(ColumnSegments segments, SegmentList list, ColumnKind kind) {
        this.segments = segments;
        this.list = list;
        this.kind = kind;
    }

    /** Takes rows in any order, but none with an id below those already written. */
    void add(List<@Nullable Object[]> rows) {
        waiting.addAll(rows);
        waiting.sort(kind.order());
    }

    /** Writes the full segments; no more rows with ids below this one come. */
    void writeBelow(long id) {
        int complete = 0;
        while (complete < waiting.size() && kind.key(waiting.get(complete)) < id) {
            complete++;
        }
        int from = 0;
        while (complete - from >= SegmentWriter.ROWS) {
            int to = end(from);
            write(from, to);
            from = to;
        }
        waiting.subList(0, from).clear();
    }

    /** Writes what is left. */
    void end() {
        for (int from = 0; from < waiting.size(); from = end(from)) {
            write(from, end(from));
        }
        waiting.clear();
    }

    /** The end of a segment: all rows of one id go into the same one. */
    private int end(int from) {
        int to = Math.min(waiting.size(), from + SegmentWriter.ROWS);
        while (to < waiting.size() && kind.key(waiting.get(to)) == kind.key(waiting.get(to - 1))) {
            to++;
        }
        return to;
    }

    private void write(int from, int to) {
        segments.write(list, kind, waiting.subList(from, to));
    }
}
