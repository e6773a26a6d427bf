package app.loupe.odoo;

import app.loupe.domain.Deadline;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Named;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the names of what rows refer to: for every id without a known name, one row with that id is read once more, with
 * names. Fifty thousand invoices refer to a few hundred things and some thousand partners; reading the names with every
 * row would take more than twice as long.
 */
final class NameReader {
    /** If the server fails for more names than this, single names are not the reason. */
    private static final int MOST_UNANSWERED = 50;

    private final ModelReader reader;
    private final OdooVersion version;
    /** Names for which the server failed. */
    private final Set<String> unanswered = new HashSet<>();

    NameReader(ModelReader reader, OdooVersion version) {
        this.reader = reader;
        this.version = version;
    }

    /** Rows of one company that are read with names, and the fields for which they are read. */
    private record Sample(Map<Long, Row> rows, Set<String> fields) {
        Sample() {
            this(new TreeMap<>(), new TreeSet<>());
        }
    }

    /**
     * Finds the names that these rows lack. Names for which the server fails stay empty and are not asked for again in
     * this session.
     */
    void learn(RecordKind kind, List<String> fields, List<Row> rows) throws ProblemException {
        List<String> named = fields.stream().filter(KnownNames::isNamed).toList();
        for (Map.Entry<Long, Sample> sample : samples(kind, named, rows).entrySet()) {
            long company = sample.getKey();
            List<String> wanted = List.copyOf(sample.getValue().fields());
            List<Row> all = List.copyOf(sample.getValue().rows().values());
            for (int from = 0; from < all.size(); from += InvoiceSource.MAX_IDS) {
                learn(kind, all.subList(from, Math.min(all.size(), from + InvoiceSource.MAX_IDS)), wanted, company);
            }
        }
    }

    /**
     * Reads a page with names; one for which the server fails is halved until the failing row stands alone, and that row
     * is read field by field. Each part has the time of a whole question. Returns how many rows came with names.
     */
    private int learn(RecordKind kind, List<Row> rows, List<String> fields, long company)
            throws ProblemException {
        try {
            var asked = new TreeSet<>(fields);
            asked.add("id");
            List<Row> named = read(kind, rows.stream().map(row -> row.refId("id")).toList(), withCompany(kind, asked),
                    company);
            named.forEach(row -> take(row, fields));
            return named.size();
        } catch (ProblemException failure) {
            if (failure.problem().code() != ProblemCode.SERVER_ERROR || unanswered.size() >= MOST_UNANSWERED) {
                throw failure;
            }
            int half = rows.size() / 2;
            if (half > 0) {
                return Deadline.anew(() -> learn(kind, rows.subList(0, half), fields, company))
                        + Deadline.anew(() -> learn(kind, rows.subList(half, rows.size()), fields, company));
            }
            if (fields.size() == 1) {
                unanswered.add(key(rows.getFirst(), fields.getFirst()));
                return 0;
            }
            int most = 0;
            for (String field : fields) {
                most = Math.max(most, Deadline.anew(() -> learn(kind, rows, List.of(field), company)));
            }
            return most;
        }
    }

    /** The current names of what these records refer to. */
    List<Named> now(RecordKind kind, List<String> fields, List<Long> ids, long company) throws ProblemException {
        List<String> named = fields.stream().filter(field -> KnownNames.kind(field).isPresent()).toList();
        var found = new ArrayList<Named>();
        for (Row row : read(kind, ids, withCompany(kind, Set.copyOf(named)), company)) {
            long own = row.refId("company_id");
            for (String field : named) {
                String name = row.nameOf(field);
                if (name != null) {
                    KnownNames.kind(field).ifPresent(what -> found.add(new Named(what, row.refId(field),
                            KnownNames.isPerCompany(field) ? own : 0, name)));
                }
            }
        }
        return found;
    }

    private static List<String> withCompany(RecordKind kind, Collection<String> fields) {
        var all = new ArrayList<>(fields);
        if (kind == RecordKind.JOURNAL_ITEM && !fields.contains("company_id")) {
            all.add("company_id");
        }
        return all;
    }

    /** The rows by company where names differ between companies; otherwise all under 0. */
    private Map<Long, Sample> samples(RecordKind kind, List<String> fields, List<Row> rows) {
        boolean apart = kind == RecordKind.JOURNAL_ITEM && version.sharesAccounts();
        var samples = new TreeMap<Long, Sample>();
        var taken = new HashSet<String>();
        for (Row row : rows) {
            long company = row.refId("company_id");
            for (String field : fields) {
                // where searches give names whatever was asked, they are those of the user's own company
                boolean foreign = apart && reader.isNamed(kind) && KnownNames.isPerCompany(field);
                long id = foreign || row.isUnnamed(field) ? row.refId(field) : 0;
                if (id != 0 && reader.names().find(field, id, company) == null && !unanswered.contains(key(row, field))
                        && taken.add(key(row, field))) {
                    Sample sample = samples.computeIfAbsent(apart ? company : 0, any -> new Sample());
                    sample.rows().put(row.refId("id"), row);
                    sample.fields().add(field);
                }
            }
        }
        return samples;
    }

    private static String key(Row row, String field) {
        String key = field + " " + row.refId(field);
        return KnownNames.isPerCompany(field) ? key + " " + row.refId("company_id") : key;
    }

    private List<Row> read(RecordKind kind, List<Long> ids, List<String> fields, long company)
            throws ProblemException {
        Criteria criteria = Criteria.any().ids(ids);
        try {
            return reader.search(kind, criteria, fields, 0, ids.size(), References.namedIn(company));
        } catch (ProblemException refused) {
            if (company == 0 || refused.problem().code() != ProblemCode.NO_RIGHT) {
                throw refused;
            }
            return reader.search(kind, criteria, fields, 0, ids.size(), References.NAMED);
        }
    }

    private void take(Row row, List<String> fields) {
        long company = row.refId("company_id");
        for (String field : fields) {
            String name = row.nameOf(field);
            if (name != null) {
                reader.names().put(field, row.refId(field), company, name);
            }
        }
    }
}
