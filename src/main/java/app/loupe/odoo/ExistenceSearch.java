package app.loupe.odoo;

import app.loupe.domain.InvoiceSource.Existence;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out which records still exist: {@code read} leaves out what is gone, and fails as a whole when one record is
 * forbidden, so that forbidden ones are found by halving.
 */
final class ExistenceSearch {
    private final ModelReader reader;
    private final RecordKind kind;
    private final Set<Long> readable = new HashSet<>();
    private final Set<Long> forbidden = new HashSet<>();

    ExistenceSearch(ModelReader reader, RecordKind kind) {
        this.reader = reader;
        this.kind = kind;
    }

    void look(List<Long> ids) throws ProblemException {
        if (ids.isEmpty()) {
            return;
        }
        switch (reader.read(kind, ids, FieldMap.EXISTENCE)) {
            case Verdict.Answered answered -> {
                var asked = new HashSet<>(ids);
                for (Row row : reader.rows(kind, answered.result(), ids.size())) {
                    long id = reader.id(row);
                    if (!asked.contains(id)) {
                        throw reader.malformed();
                    }
                    readable.add(id);
                }
            }
            case Verdict.Forbidden some when !some.wholeModel() -> halve(ids);
            case Verdict other -> throw reader.failure(other, kind);
        }
    }

    private void halve(List<Long> ids) throws ProblemException {
        if (ids.size() == 1) {
            forbidden.addAll(ids);
            return;
        }
        int middle = ids.size() / 2;
        look(ids.subList(0, middle));
        look(ids.subList(middle, ids.size()));
    }

    Existence found() {
        return new Existence(Set.copyOf(readable), Set.copyOf(forbidden));
    }
}
