package app.loupe.review;

import app.loupe.domain.Catalogue;
import app.loupe.domain.InvoiceRow;
import java.util.function.Consumer;

/** Writes {@link Books} row by row, so that no list of all rows is needed; one thread. */
public final class BooksWriter implements Consumer<InvoiceRow> {
    private final Catalogue<Place> places = new Catalogue<>();
    private final Catalogue<Party> parties = new Catalogue<>();
    private final PagesWriter pages = new PagesWriter(places, parties);

    @Override
    public void accept(InvoiceRow row) {
        pages.add(row);
    }

    /** The books of what was written, without lines. */
    public Books written() {
        return Books.of(pages.written(), places, parties);
    }
}
