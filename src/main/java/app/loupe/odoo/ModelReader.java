package app.loupe.odoo;

import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.odoo.OdooRequest.Read;
import app.loupe.odoo.OdooRequest.SearchRead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads records of one server and checks that the answer is what was asked. Finds out which fields the server lacks or
 * guards: asks again without them, remembers them for the session, and names them in a notice. If one of them is among
 * the {@link Essentials}, nothing is read. Where references cannot come as ids alone they are taken with their names, also
 * when an add-on is the reason. An error in the user's language is asked for once more in English: from 18 on a server with
 * several databases words them so, and not in its own.
 */
final class ModelReader {
    private static final int MOST_ROUNDS = 40;

    private final Caller caller;
    private final Dialect dialect;
    private final Map<RecordKind, Set<String>> dropped = new EnumMap<>(RecordKind.class);
    private final List<Problem> notices = new ArrayList<>();
    private final KnownNames names = new KnownNames();
    /** What is searched with names only. */
    private final Set<RecordKind> named;
    /**
     * Words of errors that mean no more in English, so that they are not asked about again: those of record rules are in the
     * user's language whatever is asked for, and those of an add-on are unknown in any.
     */
    private final Set<Integer> notEnglish = new HashSet<>();

    ModelReader(Caller caller, Dialect dialect, OdooVersion version) {
        this.caller = caller;
        this.dialect = dialect;
        this.named = version.searchedWithNames();
    }

    /** Whether searches of these records give references with their names, whatever was asked. */
    boolean isNamed(RecordKind kind) {
        return named.contains(kind);
    }

    private References possible(RecordKind kind, References wanted) {
        return isNamed(kind) && !wanted.named() ? new References(true, wanted.company(), wanted.english()) : wanted;
    }

    /** The records that meet the conditions with an id above {@code afterId}, ids ascending, {@code limit} at most. */
    List<Row> search(RecordKind kind, Criteria criteria, List<String> fields, long afterId, int limit,
            References references) throws ProblemException {
        return found(ask(kind, fields, references, (left, way) -> caller.call(dialect,
                new SearchRead(kind, criteria.after(afterId), left, limit, possible(kind, way)))), kind,
                afterId, limit);
    }

    /**
     * Those of these records that meet the conditions.
     *
     * @throws ProblemException {@link ProblemCode#ANSWER_MALFORMED} also when another record is in the answer
     */
    List<Row> searchByIds(RecordKind kind, List<Long> ids, Criteria criteria, List<String> fields)
            throws ProblemException {
        List<Row> rows = search(kind, criteria, fields, 0, Set.copyOf(ids).size(), References.IDS);
        demandAsked(ids, rows);
        return rows;
    }

    /** Fails when a record was not asked for; then the whole answer is not to be trusted. */
    void demandAsked(List<Long> ids, List<Row> rows) throws ProblemException {
        var asked = new HashSet<>(ids);
        for (Row row : rows) {
            if (!asked.contains(id(row))) {
                throw malformed();
            }
        }
    }

    /**
     * As {@link #search} for one of many searches that follow each other; see {@link Caller#callInRow}.
     *
     * @param asked with {@code afterId} among its conditions
     * @param next the request that most likely follows
     */
    List<Row> searchInRow(SearchRead asked, long afterId, Optional<Foreseen> next) throws ProblemException {
        return found(ask(asked.kind(), asked.fields(), asked.references(), (left, way) -> caller.callInRow(dialect,
                sent(asked, left, way), next.map(this::sent).orElse(null))), asked.kind(), afterId, asked.limit());
    }

    private SearchRead sent(SearchRead asked, List<String> left, References way) {
        return asked.with(left, possible(asked.kind(), way));
    }

    private Foreseen sent(Foreseen next) {
        SearchRead search = next.search();
        return new Foreseen(sent(search, without(search.kind(), search.fields()), search.references()),
                next.anotherQuestion());
    }

    private List<Row> found(Verdict verdict, RecordKind kind, long afterId, int limit) throws ProblemException {
        if (verdict instanceof Verdict.Answered answered) {
            return ascending(rows(kind, answered.result(), limit), afterId);
        }
        throw caller.failure(verdict, kind.model());
    }

    /** Reads by id without looking at the verdict: the caller must know whether a record was forbidden. */
    Verdict read(RecordKind kind, List<Long> ids, List<String> fields) throws ProblemException {
        return ask(kind, fields, References.IDS, (left, way) -> caller.call(dialect, new Read(kind, ids, left, way)));
    }

    /** A request with the fields that are left. */
    @FunctionalInterface
    private interface Call {
        Verdict with(List<String> fields, References way) throws ProblemException;
    }

    private Verdict understood(Call call, List<String> fields, References way) throws ProblemException {
        Verdict verdict = call.with(fields, way);
        if (!(verdict instanceof Verdict.Foreign foreign)) {
            return verdict;
        }
        if (notEnglish.contains(foreign.words())) {
            return foreign.otherwise();
        }
        return switch (call.with(fields, way.inEnglish())) {
            // it was refused for a moment only; what came now has English names, which must not get into the copy
            case Verdict.Answered _ -> ofUser(call.with(fields, way));
            case Verdict.Foreign still -> learnt(foreign, still.otherwise());
            case Verdict english -> learnt(foreign, english);
        };
    }

    private static Verdict ofUser(Verdict verdict) {
        return verdict instanceof Verdict.Foreign foreign ? foreign.otherwise() : verdict;
    }

    private Verdict learnt(Verdict.Foreign foreign, Verdict english) {
        if (english.equals(foreign.otherwise())) {
            notEnglish.add(foreign.words());
        }
        return english;
    }

    private Verdict ask(RecordKind kind, List<String> fields, References references, Call call)
            throws ProblemException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<String> left = without(kind, fields);
            Verdict verdict = understood(call, left, references);
            boolean another = switch (verdict) {
                case Verdict.FieldsUnknown unknown -> drop(kind, left, unknown.fields());
                case Verdict.LoadUnknown _ -> named.add(kind);
                default -> false;
            };
            if (!another) {
                return verdict;
            }
        }
        throw ProblemException.of(ProblemCode.SERVER_ERROR, address().url());
    }

    private List<String> without(RecordKind kind, List<String> fields) {
        var left = new ArrayList<>(fields);
        left.removeAll(dropped(kind));
        return left.isEmpty() ? FieldMap.ID_ONLY : left;
    }

    /**
     * Drops these fields; returns false when none of them was asked for, so that asking again would not help.
     *
     * @throws ProblemException {@link ProblemCode#FIELD_NEEDED} when the records would be wrong without it
     */
    private boolean drop(RecordKind kind, List<String> asked, List<String> unknown) throws ProblemException {
        boolean helps = false;
        for (String field : unknown) {
            if (asked.contains(field) && Essentials.contains(kind, field)) {
                throw ProblemException.of(ProblemCode.FIELD_NEEDED, kind.model(), field);
            }
            if (asked.contains(field) && dropped.computeIfAbsent(kind, any -> new HashSet<>()).add(field)) {
                notices.add(Problem.of(ProblemCode.FIELD_DROPPED, kind.model(), field));
                helps = true;
            }
        }
        return helps;
    }

    List<Row> rows(RecordKind kind, JsonNode result, int most) throws ProblemException {
        if (!result.isArray() || result.size() > most) {
            throw malformed();
        }
        var rows = new ArrayList<Row>(result.size());
        for (JsonNode node : result) {
            if (!node.isObject()) {
                throw malformed();
            }
            rows.add(new Row(node, dropped(kind), names));
        }
        return rows;
    }

    private List<Row> ascending(List<Row> rows, long afterId) throws ProblemException {
        long last = afterId;
        for (Row row : rows) {
            long id = id(row);
            if (id <= last) {
                throw malformed();
            }
            last = id;
        }
        return rows;
    }

    /** The id of a row; fails when it has none, because the whole answer is not to be trusted then. */
    long id(Row row) throws ProblemException {
        try {
            return row.id();
        } catch (UnreadableFieldException noId) {
            throw malformed();
        }
    }

    /** The names that rows of this session are completed with. */
    KnownNames names() {
        return names;
    }

    private Set<String> dropped(RecordKind kind) {
        return dropped.getOrDefault(kind, Set.of());
    }

    ProblemException malformed() {
        return ProblemException.of(ProblemCode.ANSWER_MALFORMED, address().url());
    }

    ProblemException failure(Verdict verdict, RecordKind kind) {
        return caller.failure(verdict, kind.model());
    }

    private OdooAddress address() {
        return caller.address();
    }

    void notice(Problem problem) {
        notices.add(problem);
    }

    /** What the server's clock said with its last answer. */
    Optional<Instant> serverTime() {
        return caller.serverTime();
    }

    List<Problem> notices() {
        return List.copyOf(notices);
    }
}
