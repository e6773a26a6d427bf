package app.loupe.store;

import app.loupe.domain.Applied;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Saves a page of records that stand alone, as far as it {@link PageDiff differs} from the copy. When a page names a record
 * twice, the last one counts.
 *
 * @param condition further condition on the rows that count as known; begins with {@code and}
 */
record RecordPage<T extends Record>(CountedRows kind, String condition, ToLongFunction<T> id,
        Function<T, Instant> writeDate, BiFunction<T, ContentHash, RecordEntity> mapper) {

    Applied save(CopyTransaction copy, ShownNames names, List<T> page) {
        var records = new LinkedHashMap<Long, T>();
        page.forEach(one -> records.put(id.applyAsLong(one), one));
        Map<Long, CopyTransaction.Known> known = copy.known(kind, condition, records.keySet());
        var diff = new PageDiff<RecordEntity>(known);
        var hashing = new ContentHashing();
        records.forEach((key, one) -> {
            ContentHash hash = hashing.of(one);
            diff.take(key, writeDate.apply(one), hash, () -> mapper.apply(one, hash));
        });
        List<Long> written = diff.written().stream().map(row -> row.id).toList();
        // an unknown row may be there all the same: the condition hides the items of invoices
        var there = copy.unexpected(kind, CopyTransaction.By.ID,
                written.stream().filter(one -> !known.containsKey(one)).toList());
        there.addAll(written.stream().filter(known::containsKey).toList());
        copy.remove(kind, CopyTransaction.By.ID, there);
        copy.add(diff.written());
        int renamed = names.note(copy, diff.written().stream().map(row -> records.get(row.id)).toList());
        copy.touch(kind, diff.touched());
        return diff.applied().withRenamed(renamed);
    }
}
