package app.loupe.ui.common;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.export.ExportFile;
import app.loupe.export.ExportForm;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import java.nio.file.Path;
import java.util.Set;

/**
 * A file that can be dragged out of the window: the very one that Save or Export would write.
 *
 * @param name what it is called, as every system allows it
 * @param label what is seen under the pointer
 * @param of the connections whose figures are in it
 */
public record DraggedFile(String name, String label, Set<ConnectionId> of, Writing writing) {
    /** Copies the set. */
    public DraggedFile {
        of = Set.copyOf(of);
    }

    /** Writes the file. */
    @FunctionalInterface
    public interface Writing {
        /** All of it or nothing at all, to a place where nothing is; in the background. */
        @Blocking
        void write(Path place, CancelToken cancel) throws ProblemException;
    }

    /** A paper, under its name; {@code of} is the connection that it comes from. */
    public static DraggedFile of(ShownPaper paper, ConnectionId of) {
        return new DraggedFile(paper.fileName(), paper.title(), Set.of(of), new Paper(paper.source()));
    }

    /** What is taken away, in this form. */
    public static DraggedFile of(String name, String label, Set<ConnectionId> of, Takeaway what, ExportForm form) {
        return new DraggedFile(name, label, of, new Export(what, form));
    }

    private record Paper(ShownPaper.Source source) implements Writing {
        @Override
        @Blocking
        public void write(Path place, CancelToken cancel) throws ProblemException {
            byte[] file = source.read(cancel).bytes();
            new ExportFile(place, false).write(out -> out.write(file));
        }
    }

    private record Export(Takeaway what, ExportForm form) implements Writing {
        @Override
        @Blocking
        public void write(Path place, CancelToken cancel) throws ProblemException {
            what.write(new Takeaway.Place(form, place, false, null), new Steps(cancel, (done, of) -> {}));
        }
    }
}
