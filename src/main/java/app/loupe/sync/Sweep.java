package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what became of records that a listing did not show. A listing alone never proves that something is gone: each id
 * is asked for itself, and only what was missing twice counts as gone.
 *
 * @param gone deleted on the server
 * @param forbidden there, but not for this user any more
 * @param readable still there
 */
record Sweep(Set<Long> gone, Set<Long> forbidden, Set<Long> readable) {
    /** Up to this many may vanish without raising a doubt about the server itself. */
    static final int DOUBT_ABOVE = 20;
    /** When more than one in this many vanished, the listing is read twice. */
    private static final long UNLIKELY_PART = 30;

    /**
     * Asks for all of them, and tells how far it is as part of the current step. What is missing or not visible is asked
     * for a second time. What one answer calls gone and the other forbidden is named in the report, and the next run looks for it; what the second one
     * shows is readable.
     */
    @Blocking
    static Sweep of(Work work, RecordKind kind, Set<Long> ids) throws ProblemException {
        Sweep first = ask(work, kind, ids);
        var away = new TreeSet<>(first.gone);
        away.addAll(first.forbidden);
        if (away.isEmpty()) {
            return first;
        }
        Sweep second = ask(work, kind, away);
        first.readable.addAll(second.readable);
        first.gone.retainAll(second.gone);
        first.forbidden.retainAll(second.forbidden);
        away.removeAll(first.readable);
        away.removeAll(first.gone);
        away.removeAll(first.forbidden);
        if (!away.isEmpty()) {
            work.tally().notSent(kind, away);
        }
        return first;
    }

    private static Sweep ask(Work work, RecordKind kind, Set<Long> ids) throws ProblemException {
        var sweep = new Sweep(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        work.pages().walk(List.copyOf(ids), part -> work.source().existence(kind, part), (part, answer) -> {
            for (Long id : part) {
                if (answer.readable().contains(id)) {
                    sweep.readable.add(id);
                } else if (answer.forbidden().contains(id)) {
                    sweep.forbidden.add(id);
                } else {
                    sweep.gone.add(id);
                }
            }
            work.steps().through(part.size());
        });
        return sweep;
    }

    /**
     * Refuses to believe that most of the books were deleted: another database answers there now.
     *
     * @param local how many of the kind the copy holds
     * @throws ProblemException {@link ProblemCode#SERVER_REPLACED}
     */
    void checkSameServer(int local) throws ProblemException {
        if (isDoubtful(gone.size(), local)) {
            throw ProblemException.of(ProblemCode.SERVER_REPLACED, Integer.toString(gone.size()),
                    Integer.toString(local));
        }
    }

    /**
     * Whether it is so unusual for this many records of the copy to vanish that asking twice is worth it; also in small
     * books.
     */
    static boolean isUnlikely(int vanished, int local) {
        return vanished > 0 && (vanished >= local || vanished * UNLIKELY_PART > local);
    }

    /** Whether this many records of the copy cannot have vanished in the ordinary way: more than a few, and most of them. */
    static boolean isDoubtful(int vanished, int local) {
        return vanished > DOUBT_ABOVE && vanished * 2L > local;
    }
}
