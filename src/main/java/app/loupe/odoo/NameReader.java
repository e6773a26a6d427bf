package app.loupe.odoo;

import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Named;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns the names of what rows refer to: for every id that nobody knows yet, one row that has it is read once more, with
 * names. A book of fifty thousand invoices refers to a few hundred things and some thousand partners; with the names in
 * every row, reading it takes more than twice as long.
 */
final class NameReader {
    private final ModelReader reader;
    private final OdooVersion version;

    NameReader(ModelReader reader, OdooVersion version) {
        this.reader = reader;
        this.version = version;
    }

    /** Rows of one company that are read with names, and the fields they are read for. */
    private record Sample(Set<Long> rows, Set<String> fields) {
        Sample() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /** Learns the names that these rows lack. What cannot be learnt is left unnamed and tried again with the next rows. */
    void learn(RecordKind kind, List<String> fields, List<Row> rows) throws ProblemException {
        List<String> named = fields.stream().filter(KnownNames::isNamed).toList();
        for (Map.Entry<Long, Sample> sample : samples(kind, named, rows).entrySet()) {
            Set<String> wanted = sample.getValue().fields();
            wanted.add("id");
            List<Long> ids = List.copyOf(sample.getValue().rows());
            for (int from = 0; from < ids.size(); from += InvoiceSource.MAX_IDS) {
                List<Long> part = ids.subList(from, Math.min(ids.size(), from + InvoiceSource.MAX_IDS));
                read(kind, part, withCompany(kind, wanted), sample.getKey()).forEach(row -> take(row, named));
            }
        }
    }

    /** What these records refer to now. */
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

    private static List<String> withCompany(RecordKind kind, Set<String> fields) {
        var all = new ArrayList<>(fields);
        if (kind == RecordKind.JOURNAL_ITEM && !fields.contains("company_id")) {
            all.add("company_id");
        }
        return all;
    }

    /** By company where names differ between them; else all under 0. */
    private Map<Long, Sample> samples(RecordKind kind, List<String> fields, List<Row> rows) {
        boolean apart = kind == RecordKind.JOURNAL_ITEM && version.sharesAccounts();
        var samples = new TreeMap<Long, Sample>();
        var taken = new HashSet<String>();
        for (Row row : rows) {
            long company = row.refId("company_id");
            for (String field : fields) {
                long id = row.isUnnamed(field) ? row.refId(field) : 0;
                if (id != 0 && reader.names().find(field, id, company) == null
                        && taken.add(KnownNames.isPerCompany(field)
                                ? field + " " + id + " " + company
                                : field + " " + id)) {
                    Sample sample = samples.computeIfAbsent(apart ? company : 0, any -> new Sample());
                    sample.rows().add(row.refId("id"));
                    sample.fields().add(field);
                }
            }
        }
        return samples;
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
