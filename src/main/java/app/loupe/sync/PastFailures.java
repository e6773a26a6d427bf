package app.loupe.sync;

import app.loupe.domain.Batch;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads pages past single records that the server fails over, a computed field that ends in an error for one: the page is halved
 * until such a record stands alone, which is then named. Of one walk; used by one thread at a time.
 */
final class PastFailures<T> implements Pages.Fetch<Batch<T>> {
    /** Where it fails over more before it has answered for any, it is not because of single records. */
    private static final int MOST_AT_FIRST = 5;
    /** Over so many it is not either: each takes some twenty requests of a full page. */
    private static final int MOST = 50;

    private final RecordKind kind;
    private final Pages.Fetch<Batch<T>> fetch;
    private boolean isAny;
    private int alone;

    PastFailures(RecordKind kind, Pages.Fetch<Batch<T>> fetch) {
        this.kind = kind;
        this.fetch = fetch;
    }

    @Override
    public Batch<T> page(List<Long> ids) throws ProblemException {
        try {
            Batch<T> answered = fetch.page(ids);
            isAny = true;
            return answered;
        } catch (ProblemException failure) {
            if (failure.problem().code() != ProblemCode.SERVER_ERROR) {
                throw failure;
            }
            if (ids.size() == 1) {
                alone++;
                if (alone > (isAny ? MOST : MOST_AT_FIRST)) {
                    throw failure;
                }
                return new Batch<>(List.of(), List.of(RecordProblem.ofServer(kind, ids.getFirst())));
            }
        }
        int half = ids.size() / 2;
        Batch<T> first = page(ids.subList(0, half));
        Batch<T> second = page(ids.subList(half, ids.size()));
        return new Batch<>(Stream.concat(first.records().stream(), second.records().stream()).toList(),
                Stream.concat(first.problems().stream(), second.problems().stream()).toList());
    }
}
