package app.loupe.store;

import app.loupe.domain.Applied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Saves a page of records that stand alone: new and changed ones are written, unchanged ones only get their new write
 * date. When a page names a record twice, the last one counts.
 *
 * @param condition further condition on the rows that count as known; begins with {@code and}
 */
record RecordPage<T extends Record>(String entity, String condition, ToLongFunction<T> id,
        Function<T, Instant> writeDate, BiFunction<T, ContentHash, RecordEntity> mapper) {

    Applied save(CopyTransaction copy, List<T> page) {
        var records = new LinkedHashMap<Long, T>();
        page.forEach(one -> records.put(id.applyAsLong(one), one));
        Map<Long, CopyTransaction.Known> known = copy.known(entity, condition, records.keySet());
        var written = new ArrayList<RecordEntity>();
        var touched = new HashMap<Long, Instant>();
        int added = 0;
        int unchanged = 0;
        for (var entry : records.entrySet()) {
            ContentHash hash = ContentHash.of(entry.getValue());
            CopyTransaction.Known before = known.get(entry.getKey());
            if (before != null && before.says(hash)) {
                unchanged++;
                Instant date = writeDate.apply(entry.getValue());
                if (!before.writeDate().equals(date)) {
                    touched.put(entry.getKey(), date);
                }
            } else {
                added += before == null ? 1 : 0;
                written.add(mapper.apply(entry.getValue(), hash));
            }
        }
        copy.remove(entity, "id", written.stream().map(row -> row.id).toList());
        copy.add(written);
        copy.touch(entity, touched);
        return new Applied(added, written.size() - added, unchanged);
    }
}
