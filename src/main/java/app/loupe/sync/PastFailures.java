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
 * Reads pages past single records that the server fails over, a computed field that ends in an error for one: the page is halved
 * until such a record stands alone, and each half has the time of a question. Of one walk; used by one thread at a time.
 */
final class PastFailures<A> implements Pages.Fetch<A> {
    /** Where it fails over more before it has answered for any, others are tried before any more of these. */
    private static final int MOST_AT_FIRST = 5;
    /** So many others. */
    private static final int OTHERS = 5;
    /** Over more it is not because of single records: each takes some twenty requests of a full page. */
    static final int MOST = 100;

    private final List<Long> all;
    private final Pages.Fetch<A> fetch;
    private final Answers<A> answers;
    private final Set<Long> alone = new TreeSet<>();
    private boolean isAny;

    /**
     * Reads them.
     *
     * @param all of the walk: among few there may be none that it does not fail over, as when a run asks again for what failed before
     */
    PastFailures(List<Long> all, Pages.Fetch<A> fetch, Answers<A> answers) {
        this.all = all;
        this.fetch = fetch;
        this.answers = answers;
    }

    /**
     * How answers are put together.
     *
     * @param ofOne what a server says of a record that it fails over
     * @param without the answer in the place of such a record
     */
    record Answers<A>(Set<ProblemCode> ofOne, LongFunction<A> without, BinaryOperator<A> joined) {
        /** Records, of which those are named that the server fails over. */
        static <T> Answers<Batch<T>> ofRecords(RecordKind kind) {
            return new Answers<>(Set.of(ProblemCode.SERVER_ERROR),
                    id -> new Batch<>(List.of(), List.of(RecordProblem.ofServer(kind, id))),
                    (one, other) -> new Batch<>(both(one.records(), other.records()),
                            both(one.problems(), other.problems())));
        }

        /** Lists, in which such a record has nothing. */
        static <T> Answers<List<T>> ofLists() {
            return new Answers<>(Set.of(ProblemCode.SERVER_ERROR), id -> List.of(), Answers::both);
        }

        /** What is answered of some ids, also where the server refuses it for one. */
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

    /** Whether it answers for one of some that were not asked for yet, from all over the walk. */
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
