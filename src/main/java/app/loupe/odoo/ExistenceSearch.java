package app.loupe.odoo;

import app.loupe.domain.Deadline;
import app.loupe.domain.InvoiceSource.Existence;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Finds out which records still exist. What a search shows is readable; the rest is read by id: {@code read} leaves out
 * what is gone, and fails as a whole when one record is forbidden. Only a read proves that something is gone. Forbidden
 * ones are found by halving, until a sample of a part is forbidden to the last one: then all of the part counts as
 * forbidden, because a company that was taken away would cost two requests for each of its records.
 */
final class ExistenceSearch {
    /** Single records asked of a part before it is believed to be forbidden as a whole. */
    private static final int SAMPLE = 8;
    /** Parts up to this size are halved to the end. */
    private static final int SMALL = 16;

    private final ModelReader reader;
    private final RecordKind kind;
    private final Set<Long> readable = new HashSet<>();
    private final Set<Long> forbidden = new HashSet<>();

    ExistenceSearch(ModelReader reader, RecordKind kind) {
        this.reader = reader;
        this.kind = kind;
    }

    /** Looks for these; at most one page of ids. */
    void look(List<Long> ids) throws ProblemException {
        if (ids.isEmpty()) {
            return;
        }
        var asked = new HashSet<>(ids);
        for (Row row : reader.search(kind, Criteria.any().ids(ids), FieldMap.EXISTENCE, 0, ids.size(),
                References.NAMED)) {
            found(row, asked);
        }
        part(ids.stream().filter(id -> !readable.contains(id)).toList());
    }

    private void found(Row row, Set<Long> asked) throws ProblemException {
        long id = reader.id(row);
        if (!asked.contains(id)) {
            throw reader.malformed();
        }
        readable.add(id);
    }

    private void part(List<Long> ids) throws ProblemException {
        if (ids.isEmpty() || read(ids)) {
            return;
        }
        if (ids.size() == 1) {
            forbidden.addAll(ids);
            return;
        }
        if (ids.size() > SMALL && isSampleForbidden(ids)) {
            forbidden.addAll(ids);
            return;
        }
        int middle = ids.size() / 2;
        part(ids.subList(0, middle));
        part(ids.subList(middle, ids.size()));
    }

    /** Asks for single records from all over the part, so that neither its start nor every second one speaks for it. */
    private boolean isSampleForbidden(List<Long> ids) throws ProblemException {
        var somewhere = new SplittableRandom(ids.size());
        for (int i = 0; i < SAMPLE; i++) {
            if (read(List.of(ids.get(somewhere.nextInt(ids.size()))))) {
                return false;
            }
        }
        return true;
    }

    /** Reads these; false when at least one is forbidden. */
    private boolean read(List<Long> ids) throws ProblemException {
        // how many parts there will be is not known before: each has its own time
        Verdict verdict = Deadline.anew(() -> reader.read(kind, ids, FieldMap.EXISTENCE));
        return switch (verdict) {
            case Verdict.Answered answered -> {
                var asked = new HashSet<>(ids);
                for (Row row : reader.rows(kind, answered.result(), ids.size())) {
                    found(row, asked);
                }
                yield true;
            }
            case Verdict.Forbidden some when !some.wholeModel() -> false;
            case Verdict other -> throw reader.failure(other, kind);
        };
    }

    Existence found() {
        return new Existence(Set.copyOf(readable), Set.copyOf(forbidden));
    }
}
