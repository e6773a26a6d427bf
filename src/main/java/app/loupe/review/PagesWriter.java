package app.loupe.review;

import app.loupe.domain.Catalogue;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the pages of one version of the {@link Books}; one thread. */
final class PagesWriter {
    private final Catalogue<Place> places;
    private final Catalogue<Party> parties;
    private final List<LinedSheet> pages = new ArrayList<>();
    private final SearchParts parts = new SearchParts();
    private SheetWriter last;
    /** What the lines of the last page were before. */
    private @Nullable SheetLines lines;

    PagesWriter(Catalogue<Place> places, Catalogue<Party> parties) {
        this.places = places;
        this.parties = parties;
        last = new SheetWriter(places, parties, parts);
    }

    /** Adds a row behind all others. */
    void add(InvoiceRow row) {
        last.add(row);
        if (last.isFull()) {
            turn();
        }
    }

    private void turn() {
        pages.add(new LinedSheet(pages.size(), last.written(), lines));
        lines = null;
        last = new SheetWriter(places, parties, parts);
    }

    /** Writes all rows of the version before, each as it is now; takes those out of the news and says which rows they are. */
    BitSet write(List<LinedSheet> before, Map<InvoiceKey, InvoiceRow> news) {
        var changed = new BitSet();
        long[] ids = news.keySet().stream().mapToLong(InvoiceKey::id).sorted().toArray();
        for (LinedSheet page : before) {
            BitSet here = changed(page.sheet(), ids, news);
            here.stream().forEach(i -> changed.set(page.row(i)));
            if (here.isEmpty() && page.sheet().count == Sheet.MOST) {
                pages.add(page);
            } else {
                copy(page, here, news);
            }
        }
        return changed;
    }

    private static BitSet changed(Sheet sheet, long[] ids, Map<InvoiceKey, InvoiceRow> news) {
        var changed = new BitSet(sheet.count);
        for (int i = 0; i < sheet.count; i++) {
            if (Arrays.binarySearch(ids, sheet.ids[i]) >= 0 && news.containsKey(sheet.key(i))) {
                changed.set(i);
            }
        }
        return changed;
    }

    private void copy(LinedSheet page, BitSet changed, Map<InvoiceKey, InvoiceRow> news) {
        Sheet sheet = page.sheet();
        for (int i = 0; i < sheet.count; i++) {
            InvoiceRow now = changed.get(i) ? news.remove(sheet.key(i)) : null;
            if (now == null) {
                last.copy(sheet, i);
            } else {
                last.add(now);
            }
        }
        lines = page.lines();
        if (last.isFull()) {
            turn();
        }
    }

    List<LinedSheet> written() {
        if (!last.isEmpty()) {
            turn();
        }
        return List.copyOf(pages);
    }
}
