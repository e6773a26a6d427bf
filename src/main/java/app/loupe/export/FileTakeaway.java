package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A list as one file. */
public final class FileTakeaway implements Printable {
    /** The forms of every list. */
    static final List<ExportForm> FORMS = List.of(ExportForm.XLSX, ExportForm.CSV, ExportForm.PDF, ExportForm.JSONL);

    /** ... and of what is sent to somebody: first what looks the same everywhere. */
    private static final List<ExportForm> LETTER = List.of(ExportForm.PDF, ExportForm.XLSX, ExportForm.CSV,
            ExportForm.JSONL);

    private final Content content;
    private final List<ExportForm> forms;

    /** A list of this content, that has a layout of its own in some of its forms. */
    public FileTakeaway(Content content) {
        this(content, FORMS);
    }

    private FileTakeaway(Content content, List<ExportForm> forms) {
        this.content = content;
        this.forms = forms;
    }

    /** A list in every form of a {@link Report}, in these words; each row is a step. */
    public static FileTakeaway of(Texts texts, Source source) {
        return new FileTakeaway((format, out, steps) -> new Reports(texts).write(format,
                List.of(steps.watched(source.report(format.isForPrograms()))), out));
    }

    /** A list that is made to be sent: on paper before all else. */
    public static FileTakeaway letter(Content content) {
        return new FileTakeaway(content, LETTER);
    }

    /** What is in the file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it in this form; {@code steps} may hear of its rows. */
        @Blocking
        void write(ReportFormat format, OutputStream out, Steps steps) throws IOException, ProblemException;
    }

    /** Makes a list when it is needed. */
    @FunctionalInterface
    public interface Source {
        /** The list: for people, or with all that programs ask for. */
        @Blocking
        Report report(boolean forPrograms) throws ProblemException;
    }

    @Override
    public List<ExportForm> forms() {
        return forms;
    }

    @Override
    public ExportOutcome write(Place place, Steps steps) throws ProblemException {
        ReportFormat format = place.form().format().orElseThrow();
        new ExportFile(place.path(), place.overwrite()).write(out -> content.write(format, out, steps), steps);
        return ExportOutcome.FILE;
    }

    @Override
    public void print(OutputStream out, Steps steps) throws IOException, ProblemException {
        content.write(ReportFormat.PDF, out, steps);
        steps.orCancelled();
    }
}
