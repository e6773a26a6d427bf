package app.loupe.domain;

/** Told how far the deletion of a connection is, and asked whether it is to stop. */
@FunctionalInterface
public interface DeletionProgress {
    /** Nobody is told. */
    DeletionProgress UNWATCHED = (done, of) -> {};

    /**
     * {@code done} of {@code of} steps are done, in no unit that means anything to an owner. Called very often, by the
     * deleting thread in the middle of its work: it must not throw.
     */
    void at(long done, long of);

    /**
     * Whether the deletion is to end early, with {@link ProblemCode#CANCELLED}; the rest stays noted. Asked as often, on
     * the same thread.
     */
    default boolean isStopped() {
        return false;
    }
}
