package app.loupe.export;

import java.io.IOException;
import java.util.List;

/** Writes the table of one report in some form; {@link Totalling} tells it what comes next. */
interface TableWriter {
    /** The head of a group. */
    void group(String name) throws IOException;

    /** An ordinary row. */
    void row(List<Cell> cells) throws IOException;

    /** Sums in one currency: a row of its own, empty in all columns that are not added up. */
    void total(String label, List<Cell> cells) throws IOException;
}
