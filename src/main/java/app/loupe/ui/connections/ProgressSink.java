package app.loupe.ui.connections;

/** Where a run tells how far it is; called on the run's own thread, as often as it likes. */
@FunctionalInterface
public interface ProgressSink {
    /** Records read so far, and how many there will be; a total of 0 or less means that it is not known yet. */
    void progress(long done, long total);
}
