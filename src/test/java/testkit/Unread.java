package testkit;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Partner;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Which records of a copy in maps have no write date because they are to be read again. */
final class Unread {
    private final Map<RecordKind, Set<Long>> ids = new EnumMap<>(RecordKind.class);

    private Set<Long> of(RecordKind kind) {
        return ids.computeIfAbsent(kind, any -> new HashSet<>());
    }

    void add(RecordKind kind, Set<Long> more) {
        of(kind).addAll(more);
    }

    <T> void read(List<T> page, ToLongFunction<T> key) {
        page.forEach(record -> of(switch (record) {
            case Invoice invoice -> RecordKind.INVOICE;
            case MoveLine line -> RecordKind.JOURNAL_ITEM;
            case Partner partner -> RecordKind.PARTNER;
            default -> RecordKind.PRODUCT;
        }).remove(key.applyAsLong(record)));
    }

    <T> Map<Long, Instant> stamps(RecordKind kind, Map<Long, T> records, Function<T, Instant> written) {
        var told = new HashMap<Long, Instant>();
        records.forEach((id, one) -> told.put(id, of(kind).contains(id) ? Stamp.NEVER : written.apply(one)));
        return told;
    }

    /** The same without its write date. */
    static Invoice undated(Invoice of) {
        return new Invoice(of.id(), Stamp.NEVER, of.name(), of.type(), of.state(), of.paymentState(), of.parties(),
                of.booking(), of.dates(), of.amounts(), of.otherInfo(), of.lines());
    }
}
