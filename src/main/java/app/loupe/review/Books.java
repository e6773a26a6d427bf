package app.loupe.review;

import app.loupe.domain.Catalogue;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveType;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The invoices of some connections in memory, in columns: what every screen and the command line search, order and add up.
 * Rows are numbered from 0; a row keeps its number when its invoice changes, and new invoices follow behind. Immutable, asked
 * on any thread.
 */
public final class Books {
    /** No invoices. */
    public static final Books EMPTY = of(List.of());

    private final List<LinedSheet> pages;
    private final Catalogue<Place> places;
    private final Catalogue<Party> parties;
    private final Catalogue<Article> articles;
    private final int size;
    private final boolean lines;
    private final DateOrder byDate;

    private Books(List<LinedSheet> pages, Catalogue<Place> places, Catalogue<Party> parties,
            Catalogue<Article> articles,
            boolean lines, DateOrder byDate) {
        this.pages = pages;
        this.places = places;
        this.parties = parties;
        this.articles = articles;
        this.lines = lines;
        this.byDate = byDate;
        size = pages.stream().mapToInt(page -> page.sheet().count).sum();
    }

    /** Books of these rows, without their lines. */
    public static Books of(List<InvoiceRow> rows) {
        var writer = new BooksWriter();
        rows.forEach(writer);
        return writer.written();
    }

    static Books of(List<LinedSheet> pages, Catalogue<Place> places, Catalogue<Party> parties) {
        return new Books(pages, places, parties, new Catalogue<>(), false, DateOrder.of(pages));
    }

    /** The books with these rows in the place of those that they were before, and with new ones. */
    public Books with(List<InvoiceRow> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        var news = new HashMap<InvoiceKey, InvoiceRow>();
        changed.forEach(row -> news.put(row.key(), row));
        var writer = new PagesWriter(places, parties);
        BitSet rows = writer.write(pages, news);
        rows.set(size, size + news.size());
        news.values().forEach(writer::add);
        List<LinedSheet> written = writer.written();
        return new Books(written, places, parties, articles, lines, byDate.with(written, rows));
    }

    /** The same rows with these pages of lines. */
    Books withLines(List<LinedSheet> withLines) {
        return new Books(withLines, places, parties, articles, true, byDate);
    }

    /** How many invoices. */
    public int size() {
        return size;
    }

    /** Whether the printed lines are here to be searched, too. */
    public boolean hasLines() {
        return lines;
    }

    /**
     * A search as it is asked of these books: without small words that no name has beside the others ({@link SmallWords}), and with
     * a name where words that compare are one ({@link NamedAmounts}).
     */
    public InvoiceQuery fitted(InvoiceQuery query) {
        return NamedAmounts.asText(SmallWords.leftOut(query, this), this);
    }

    /** A search that found nothing, with hints at its texts that stand in no invoice at all ({@link Nowhere}). */
    public InvoiceQuery toldOfNowhere(InvoiceQuery query, LocalDate today) {
        return Nowhere.told(query, this, today);
    }

    /** The rows that pass, on a day. */
    public Found find(InvoiceFilter filter, LocalDate today) {
        return find(filter, today, Marks.NONE);
    }

    /** The same, where the filter may ask for what the owner wrote. */
    public Found find(InvoiceFilter filter, LocalDate today, Marks marks) {
        return found(RowTests.shown(filter, this, today, marks), today);
    }

    /** As {@link #find}, also those that do not count ({@link Counting}), whether they are asked for or not. */
    public Found findAlsoRemoved(InvoiceFilter filter, LocalDate today) {
        return findAlsoRemoved(filter, today, Marks.NONE);
    }

    /** The same, where the filter may ask for what the owner wrote. */
    public Found findAlsoRemoved(InvoiceFilter filter, LocalDate today, Marks marks) {
        return found(RowTests.of(filter, this, today, marks), today);
    }

    private Found found(RowTests.Test test, LocalDate today) {
        var words = new long[pages.size() * (Sheet.MOST / Long.SIZE)];
        for (LinedSheet page : pages) {
            long[] bits = test.rows(page).toLongArray();
            System.arraycopy(bits, 0, words, page.number() * (Sheet.MOST / Long.SIZE), bits.length);
        }
        return new Found(this, BitSet.valueOf(words), today);
    }

    /** The row of an invoice: a walk over all ids, which costs less than keeping an index. */
    public OptionalInt rowOf(InvoiceKey key) {
        for (LinedSheet page : pages) {
            for (int i = 0; i < page.sheet().count; i++) {
                if (page.sheet().ids[i] == key.id() && page.sheet().key(i).equals(key)) {
                    return OptionalInt.of(page.row(i));
                }
            }
        }
        return OptionalInt.empty();
    }

    /** Ids of the invoices on which one of these partners stands, as the one addressed or the company behind. */
    Set<Long> ofPartners(ConnectionId connection, Set<Long> partners) {
        var ids = new HashSet<Long>();
        List<Party> all = partners.isEmpty() ? List.of() : parties.all();
        var named = new BitSet();
        for (int i = 0; i < all.size(); i++) {
            named.set(i, partners.contains(all.get(i).id()) || partners.contains(all.get(i).commercialId()));
        }
        for (LinedSheet page : named.isEmpty() ? List.<LinedSheet>of() : pages) {
            for (int i = 0; i < page.sheet().count; i++) {
                if (named.get(page.sheet().parties[i]) && page.sheet().place(i).connection().equals(connection)) {
                    ids.add(page.sheet().ids[i]);
                }
            }
        }
        return ids;
    }

    InvoiceKey key(int row) {
        return pages.get(row / Sheet.MOST).sheet().key(row % Sheet.MOST);
    }

    /** One invoice, as it was read. */
    public ReviewRow row(int row) {
        return new ReviewRow(pages.get(row / Sheet.MOST).sheet().row(row % Sheet.MOST));
    }

    /** Gives the kind and the number of every invoice to the consumer. */
    public void eachNumber(BiConsumer<MoveType, String> consumer) {
        for (LinedSheet page : pages) {
            for (int i = 0; i < page.sheet().count; i++) {
                consumer.accept(page.sheet().standing(i).type(), page.sheet().number(i));
            }
        }
    }

    /** These rows, each made when it is asked for. */
    public RowList list(int... rows) {
        return new RowList(this, rows.clone());
    }

    List<LinedSheet> pages() {
        return pages;
    }

    Catalogue<Place> places() {
        return places;
    }

    Catalogue<Party> parties() {
        return parties;
    }

    Catalogue<Article> articles() {
        return articles;
    }

    DateOrder byDate() {
        return byDate;
    }
}
