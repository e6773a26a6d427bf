package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A list as one file, in every form of a {@link Report}. */
public final class ReportTakeaway implements Printable {
    private final Texts texts;
    private final Source source;

    /** In these words. */
    public ReportTakeaway(Texts texts, Source source) {
        this.texts = texts;
        this.source = source;
    }

    /** Makes the list when it is needed. */
    @FunctionalInterface
    public interface Source {
        /** The list: for people, or with all that programs ask for. */
        @Blocking
        Report report(boolean forPrograms) throws ProblemException;
    }

    @Override
    public List<ExportForm> forms() {
        return FileTakeaway.FORMS;
    }

    @Override
    public ExportOutcome write(Place place, Steps steps) throws ProblemException {
        ReportFormat format = place.form().format().orElseThrow();
        new ExportFile(place.path(), place.overwrite()).write(out -> write(format, out, steps), steps);
        return ExportOutcome.FILE;
    }

    @Override
    public void print(OutputStream out, Steps steps) throws IOException, ProblemException {
        write(ReportFormat.PDF, out, steps);
        steps.orCancelled();
    }

    private void write(ReportFormat format, OutputStream out, Steps steps) throws IOException, ProblemException {
        new Reports(texts).write(format, List.of(steps.watched(source.report(format.isForPrograms()))), out);
    }
}
