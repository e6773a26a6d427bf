package app.loupe.ui.paper;

import app.loupe.domain.Problem;
import app.loupe.export.ExportFile;
import app.loupe.export.PlaceRights;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.CardLayer;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.Wording;
import java.nio.file.Path;

/** Lays papers before the owner, and saves them where the owner says. On the FX thread. */
public final class PaperDesk {
    private final Background background;
    private final PagePrinter printer;
    private final FileChooserPort files;
    private final Wording wording;

    /** A desk with this printer. */
    public PaperDesk(Background background, PagePrinter printer, FileChooserPort files, Wording wording) {
        this.background = background;
        this.printer = printer;
        this.files = files;
        this.wording = wording;
    }

    /** Shows a paper. */
    public void show(ShownPaper paper, CardLayer layer) {
        var model = new PaperViewModel(paper, background);
        layer.show(new PaperCard(model, wording, layer, printer, this::save));
    }

    private void save(PaperCard card) {
        ShownPaper paper = card.model().paper();
        card.model().file().ifPresent(file -> files.chooseToSaveAs(wording.get("pages.save.title"),
                Path.of(paper.fileName())).ifPresent(named -> save(card, file, named)));
    }

    private void save(PaperCard card, byte[] file, FileChooserPort.Named named) {
        Path place = named.file();
        background.run("save paper", () -> {
            new ExportFile(place, named.mayReplace()).write(out -> out.write(file));
            String saved = wording.get("pages.saved", place.toString());
            return PlaceRights.isOpen(place) ? saved + " " + wording.get("paper.open") : saved;
        }).onSuccess(card::say)
                .onProblem((Problem problem) -> card.say(wording.sentence(problem))).start();
    }
}
