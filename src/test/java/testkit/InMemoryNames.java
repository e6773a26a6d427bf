package testkit;

import app.loupe.domain.Invoice;
import app.loupe.domain.NameKind;
import app.loupe.domain.NameSample;
import app.loupe.domain.Named;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the things that invoices refer to are called, in a copy in memory. */
final class InMemoryNames {
    private final Map<Named, String> renamed = new HashMap<>();

    private static Named unnamed(Named named) {
        return new Named(named.kind(), named.id(), named.company(), "");
    }

    /** A record for each thing that these invoices refer to. */
    List<NameSample> samples(Collection<Invoice> invoices) {
        var found = new LinkedHashMap<Named, NameSample>();
        invoices.forEach(invoice -> {
            Named.references(invoice).forEach(named -> sample(found, named, RecordKind.INVOICE, invoice.id()));
            invoice.lines().forEach(line -> Named.references(line)
                    .forEach(named -> sample(found, named, RecordKind.JOURNAL_ITEM, line.id())));
        });
        return List.copyOf(found.values());
    }

    private void sample(Map<Named, NameSample> found, Named named, RecordKind kind, long record) {
        Named thing = unnamed(named);
        found.merge(thing, new NameSample(new Named(named.kind(), named.id(), named.company(),
                renamed.getOrDefault(thing, named.name())), kind, record),
                (one, other) -> one.named().name().isEmpty() ? other : one);
    }

    void rename(List<Named> names) {
        names.forEach(one -> renamed.put(unnamed(one), one.name()));
    }

    /** What a journal is called; empty without one. */
    String journal(@Nullable Ref journal) {
        return journal == null
                ? ""
                : renamed.getOrDefault(new Named(NameKind.JOURNAL, journal.id(), 0, ""), journal.name());
    }

    /** What things are called now that no row had to be read for. */
    Map<Named, String> renamed() {
        return renamed;
    }
}
