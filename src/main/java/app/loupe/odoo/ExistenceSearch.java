package app.loupe.odoo;

import app.loupe.domain.Deadline;
import app.loupe.domain.InvoiceSource.Existence;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Finds out which records still exist. Records that a search shows are readable; the rest is read by id: {@code read}
 * leaves out what is gone, and fails as a whole when one record is forbidden. Only a read proves that a record is gone.
 * Forbidden records are found by halving. When every record of a sample of a part is forbidden, the whole part counts as
 * forbidden; otherwise a company to which access was taken away would cost two requests for each of its records.
 *
 * <p>What a sample can miss is a record that was deleted among others that are forbidden. Nothing is lost by it and nothing is
 * counted wrong: the last copy stays, and neither of the two is owed or added up. The owner is told "no longer accessible" in
 * place of "removed". A sample of eight misses them with a chance of 1 in 256 where half of a part was deleted, and of 1 in 10
 * where a quarter was; of single ones it misses most, and no sample that is worth its requests would not: each record costs
 * one. They are asked for again by every comparison: on another day, by the server's clock, the sample is another.
 */
final class ExistenceSearch {
    /** How many single records of a part are asked for before the whole part counts as forbidden. */
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

    /** Asks for single records from all over the part, so that no pattern, such as every second one, misleads. */
    private boolean isSampleForbidden(List<Long> ids) throws ProblemException {
        long day = reader.serverTime().map(now -> now.truncatedTo(ChronoUnit.DAYS).getEpochSecond()).orElse(0L);
        var somewhere = new SplittableRandom(day + ids.size());
        for (int i = 0; i < SAMPLE; i++) {
            if (read(List.of(ids.get(somewhere.nextInt(ids.size()))))) {
                return false;
            }
        }
        return true;
    }

    /** Reads these; false when at least one is forbidden. */
    private boolean read(List<Long> ids) throws ProblemException {
        // the number of parts is not known before, so each has its own time
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
