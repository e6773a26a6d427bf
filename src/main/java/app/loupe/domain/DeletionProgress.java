package app.loupe.domain;

/** Told how far the deletion of a connection is, and asked whether it is to stop. */
@FunctionalInterface
public interface DeletionProgress {
    /** Nobody is told. */
    DeletionProgress UNWATCHED = (done, of) -> {};

    /**
     * So many of so many steps are done, of no unit that means anything to an owner; called very often, on the thread that
     * deletes, amid its work: it must not throw.
     */
    void at(long done, long of);

    /**
     * Whether the deletion is to end before its time, with {@link ProblemCode#CANCELLED}: what is left to do stays noted. Asked as
     * often, on the same thread.
     */
    default boolean isStopped() {
        return false;
    }
}
