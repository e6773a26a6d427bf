package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.PrintedLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts printed lines, which come in no order, to the invoices of {@link Books} that they belong to; one thread. */
final class LinesWriter implements Consumer<PrintedLine> {
    private final Books books;
    private final Map<ConnectionId, Map<Long, Integer>> rows = new HashMap<>();
    private final List<SheetLines.@Nullable Writer> writers = new ArrayList<>();
    private final BitSet written = new BitSet();

    /** For the lines of all invoices. */
    LinesWriter(Books books) {
        this.books = books;
        for (LinedSheet page : books.pages()) {
            writers.add(new SheetLines.Writer(page.sheet().count, books.articles()));
            for (int i = 0; i < page.sheet().count; i++) {
                expect(page, i);
            }
        }
    }

    /** For the lines of these invoices: those of the others stay. */
    LinesWriter(Books books, Map<ConnectionId, Set<Long>> changed) {
        this.books = books;
        for (LinedSheet page : books.pages()) {
            boolean any = false;
            for (int i = 0; i < page.sheet().count; i++) {
                if (changed.getOrDefault(page.sheet().place(i).connection(), Set.of()).contains(page.sheet().ids[i])) {
                    expect(page, i);
                    any = true;
                }
            }
            writers.add(any ? new SheetLines.Writer(page.sheet().count, books.articles()) : null);
        }
    }

    private void expect(LinedSheet page, int i) {
        rows.computeIfAbsent(page.sheet().place(i).connection(), none -> new HashMap<>())
                .put(page.sheet().ids[i], page.row(i));
        written.set(page.row(i));
    }

    /** Lines of invoices that came after the books were read are left out: they come with their invoice. */
    @Override
    public void accept(PrintedLine line) {
        Integer row = rows.getOrDefault(line.invoice().connection(), Map.of()).get(line.invoice().id());
        if (row != null) {
            Optional.ofNullable(writers.get(row / Sheet.MOST))
                    .ifPresent(writer -> writer.add(row % Sheet.MOST, line));
        }
    }

    /** The books with the lines that were written. */
    Books written() {
        var pages = new ArrayList<LinedSheet>();
        for (LinedSheet page : books.pages()) {
            SheetLines.Writer writer = writers.get(page.number());
            if (writer == null) {
                pages.add(page);
                continue;
            }
            SheetLines before = page.lines();
            if (before != null) {
                int from = page.row(0);
                var kept = written.get(from, from + page.sheet().count);
                kept.flip(0, page.sheet().count);
                writer.keep(before, kept);
            }
            pages.add(new LinedSheet(page.number(), page.sheet(), writer.written()));
            // what it collected takes more room than what it wrote
            writers.set(page.number(), null);
        }
        return books.withLines(pages);
    }
}
