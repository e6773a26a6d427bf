package app.loupe.ui.paper;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemException;
import app.loupe.export.FileNames;
import app.loupe.export.Printable;
import app.loupe.export.Steps;
import app.loupe.ui.common.CopyAge;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Makes a paper of what a screen offers to take away: the first thing of it that can be printed. */
public final class OfferedPaper {
    private OfferedPaper() {}

    /** The paper; empty when nothing of the offer has a form for it. */
    public static Optional<ShownPaper> of(ExportOffer offer, Wording wording) {
        return offer.parts().stream().filter(part -> part.takeaway() instanceof Printable).findFirst()
                .map(part -> paper(part, (Printable) part.takeaway(), new CopyAge(offer.read().connections()),
                        wording));
    }

    private static ShownPaper paper(ExportOffer.Part part, Printable printable, CopyAge age, Wording wording) {
        return new ShownPaper(part.title(), FileNames.safe(part.fileName()) + ".pdf",
                new Printed(printable, age, wording));
    }

    private record Printed(Printable printable, CopyAge age, Wording wording) implements ShownPaper.Source {
        @Override
        @Blocking
        public ShownPaper.Read read(CancelToken cancel) throws ProblemException {
            var out = new ByteArrayOutputStream();
            try {
                printable.print(out, new Steps(cancel, (done, of) -> {}));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return new ShownPaper.Read(out.toByteArray(), wording.get("pages.list"),
                    age.complete().isPresent() ? "" : age.text(wording));
        }
    }
}
