package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.ProblemException;
import app.loupe.review.RowList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The documents of some days, newest first; each is read when it is written, so that a year of them is not in memory. */
final class SpanDocuments {
    private final ExportSource source;
    private final RowList rows;
    private final Map<InvoiceKey, Integer> places = new HashMap<>();

    private SpanDocuments(ExportSource source, RowList rows) {
        this.source = source;
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).row().key(), i);
        }
    }

    /**
     * Chooses them in one walk over the copy; of those in the source's currency, where it names one.
     *
     * @param candidates what is chosen from, newest first
     * @param also given each that was chosen, with its lines
     */
    @Blocking
    static SpanDocuments read(ExportSource source, RowList candidates, Predicate<Invoice> wanted,
            BiConsumer<ConnectionProfile, Invoice> also, Steps steps) throws ProblemException {
        Set<InvoiceKey> known = new HashSet<>();
        candidates.forEach(row -> {
            if (source.takes(row.row().amounts().currency())) {
                known.add(row.row().key());
            }
        });
        steps.expectToRead(known.size());
        Set<InvoiceKey> keys = new HashSet<>();
        for (ConnectionProfile profile : source.read().connections()) {
            Steps.stoppable(() -> source.reader().each(profile.id(), true, invoice -> {
                steps.orStop();
                var key = new InvoiceKey(profile.id(), invoice.id());
                if (known.contains(key)) {
                    steps.readOne();
                    if (wanted.test(invoice)) {
                        keys.add(key);
                        also.accept(profile, invoice);
                    }
                }
            }));
        }
        return new SpanDocuments(source, candidates.only(candidates.indicesOf(keys)));
    }

    /** All of them. */
    RowList rows() {
        return rows;
    }

    /** Those of customers, or those of vendors. */
    RowList side(boolean sale) {
        return rows.only(
                IntStream.range(0, rows.size()).filter(i -> rows.get(i).row().type().isSale() == sale).toArray());
    }

    /** Gives each with its lines to the writer, by connection and id. */
    @Blocking
    void each(InvoiceWriter writer) throws ProblemException {
        for (ConnectionProfile profile : source.read().connections()) {
            source.reader().each(profile.id(), true, invoice -> {
                Integer place = places.get(new InvoiceKey(profile.id(), invoice.id()));
                if (place != null) {
                    writer.write(profile, rows.get(place).row(), invoice);
                }
            });
        }
    }
}
