package app.loupe.sync;

import app.loupe.domain.Batch;
import app.loupe.domain.Deadline;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Reads pages and skips single records for which the server fails, as when a computed field ends in an error: the page is
 * halved until such a record stands alone, and each half has the time of a whole question. For one walk; used by one
 * thread at a time.
 */
final class PastFailures<A> implements Pages.Fetch<A> {
    /**
     * When the server fails for more than this before it has answered for any, records from elsewhere in the walk are
     * tried first.
     */
    private static final int MOST_AT_FIRST = 5;
    /** How many of those are tried. */
    private static final int OTHERS = 5;
    /**
     * The most failing records that are skipped. More are not due to single records, and finding each in a full page
     * takes some twenty requests.
     */
    static final int MOST = 100;

    private final List<Long> all;
    private final Pages.Fetch<A> fetch;
    private final Answers<A> answers;
    private final Set<Long> alone = new TreeSet<>();
    private boolean isAny;

    /**
     * Reads them.
     *
     * @param all ids of the walk; among few there may be none that the server answers for, as when a run asks again for
     *     what failed before
     */
    PastFailures(List<Long> all, Pages.Fetch<A> fetch, Answers<A> answers) {
        this.all = all;
        this.fetch = fetch;
        this.answers = answers;
    }

    /**
     * How answers are put together.
     *
     * @param ofOne the problems with which a server fails for one record
     * @param without the answer in the place of such a record
     */
    record Answers<A>(Set<ProblemCode> ofOne, LongFunction<A> without, BinaryOperator<A> joined) {
        /** For records; names those for which the server failed. */
        static <T> Answers<Batch<T>> ofRecords(RecordKind kind) {
            return new Answers<>(Set.of(ProblemCode.SERVER_ERROR),
                    id -> new Batch<>(List.of(), List.of(RecordProblem.ofServer(kind, id))),
                    (one, other) -> new Batch<>(both(one.records(), other.records()),
                            both(one.problems(), other.problems())));
        }

        /** For lists; a record for which the server failed has nothing in it. */
        static <T> Answers<List<T>> ofLists() {
            return new Answers<>(Set.of(ProblemCode.SERVER_ERROR), id -> List.of(), Answers::both);
        }

        /** For maps by id; skips a record also when the server refuses it. */
        static <T> Answers<Map<Long, T>> ofMaps() {
            return new Answers<>(Set.of(ProblemCode.SERVER_ERROR, ProblemCode.NO_RIGHT), id -> Map.of(),
                    (one, other) -> {
                        var both = new HashMap<Long, T>(one);
                        both.putAll(other);
                        return both;
                    });
        }

        private static <T> List<T> both(List<T> one, List<T> other) {
            return Stream.concat(one.stream(), other.stream()).toList();
        }
    }

    @Override
    public A page(List<Long> ids) throws ProblemException {
        try {
            A answered = fetch.page(ids);
            isAny = true;
            return answered;
        } catch (ProblemException failure) {
            if (!answers.ofOne().contains(failure.problem().code())) {
                throw failure;
            }
            if (ids.size() == 1) {
                alone.add(ids.getFirst());
                if (alone.size() > MOST || (isLikeAll() && !answersForOthers())) {
                    throw failure;
                }
                return answers.without().apply(ids.getFirst());
            }
        }
        int half = ids.size() / 2;
        A first = Deadline.anew(() -> page(ids.subList(0, half)));
        A second = Deadline.anew(() -> page(ids.subList(half, ids.size())));
        return answers.joined().apply(first, second);
    }

    private boolean isLikeAll() {
        return !isAny && alone.size() > MOST_AT_FIRST && all.size() > MOST;
    }

    /** Whether the server answers for one of a few records that were not asked for yet, taken from all over the walk. */
    private boolean answersForOthers() throws ProblemException {
        List<Long> others = new ArrayList<>(all);
        others.removeAll(alone);
        int step = Math.max(1, others.size() / OTHERS);
        for (int i = others.size() - 1; i >= 0 && !isAny; i -= step) {
            List<Long> one = List.of(others.get(i));
            isAny = Deadline.anew(() -> isAnswered(one));
        }
        return isAny;
    }

    private boolean isAnswered(List<Long> one) throws ProblemException {
        try {
            fetch.page(one);
            return true;
        } catch (ProblemException failure) {
            if (!answers.ofOne().contains(failure.problem().code())) {
                throw failure;
            }
            return false;
        }
    }
}
