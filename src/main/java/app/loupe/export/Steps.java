package app.loupe.export;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;

/** Counts the rows that were written, and ends the writing at the next one when it is cancelled. For one thread. */
public final class Steps {
    private final CancelToken cancel;
    private final Listener listener;
    private long done;
    private long of;
    private long read;
    private long toRead;

    /** Told of every row. */
    @FunctionalInterface
    public interface Listener {
        /** So many of so many are done; called often, on the thread that writes. */
        void at(long done, long of);

        /** So many of so many documents were looked at, before the first row is written; as often. */
        default void reading(long done, long of) {
            // whoever tells only of rows
        }
    }

    /** Looks at this token and tells this listener. */
    public Steps(CancelToken cancel, Listener listener) {
        this.cancel = cancel;
        this.listener = listener;
    }

    /** Steps that nobody watches and nobody ends. */
    public static Steps unwatched() {
        return new Steps(new CancelToken(), (done, of) -> {});
    }

    /** So many more rows are to come. */
    public void expect(long rows) {
        of += rows;
    }

    /** So many more documents are to be looked at before. */
    void expectToRead(long documents) {
        toRead += documents;
    }

    /** One of them was looked at; ends the walk around it when it is cancelled. */
    void readOne() {
        orStop();
        read++;
        listener.reading(read, toRead);
    }

    /**
     * Ends the work here when it is cancelled.
     *
     * @throws ProblemException {@link ProblemCode#CANCELLED}
     */
    void orCancelled() throws ProblemException {
        cancel.check();
    }

    /** One row is done. */
    void one() throws ProblemException {
        cancel.check();
        done++;
        listener.at(done, of);
    }

    /** The same inside of {@link #stoppable}, where nothing but an unchecked exception gets through. */
    private void oneOrStop() {
        orStop();
        done++;
        listener.at(done, of);
    }

    /** Ends the walk around it when it is cancelled. */
    void orStop() {
        if (cancel.isCancelled()) {
            throw new CancellationException();
        }
    }

    /** The same report, each row of which is a step. */
    public Report watched(Report report) {
        return new Report(report.name(), report.title(), report.notes(), report.foot(), report.columns(),
                sink -> stoppable(() -> report.rows().each(new ReportRows.Sink() {
                    @Override
                    public void group(String name) {
                        sink.group(name);
                    }

                    @Override
                    public void row(ReportRow row) {
                        oneOrStop();
                        sink.row(row);
                    }
                })));
    }

    /** The same source, each invoice of which is a step. */
    public LineReports.Source watched(LineReports.Source source) {
        return writer -> stoppable(() -> source.each((connection, row, invoice) -> {
            oneOrStop();
            writer.write(connection, row, invoice);
        }));
    }

    /** The same stream, which throws something unchecked once somebody asks to stop: a writer above keeps what is checked. */
    OutputStream watched(OutputStream to) {
        return new FilterOutputStream(to) {
            @Override
            public void write(int one) throws IOException {
                orStop();
                out.write(one);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                orStop();
                out.write(from, offset, length);
            }
        };
    }

    /** Goes through what a copy holds. */
    @FunctionalInterface
    interface Walk {
        /** Goes through all of it. */
        void run() throws ProblemException;
    }

    /** Goes through it to its end, or until somebody asks to stop. */
    static void stoppable(Walk walk) throws ProblemException {
        try {
            walk.run();
        } catch (CancellationException stopped) {
            var cancelled = ProblemException.of(ProblemCode.CANCELLED);
            cancelled.addSuppressed(stopped);
            throw cancelled;
        }
    }
}
