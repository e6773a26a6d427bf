package app.loupe.ui.shell;

import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.Wording;
import app.loupe.ui.paper.OfferedPaper;
import java.util.function.Consumer;

/** Asks a screen for what can be taken away of it, and hands that to who makes files or papers of it. On the FX thread. */
final class TakenAway {
    private final Wording wording;
    private Consumer<ExportOffer> exports = offer -> {};
    private Consumer<ShownPaper> papers = shown -> {};

    TakenAway(Wording wording) {
        this.wording = wording;
    }

    /** Who makes files. */
    void exports(Consumer<ExportOffer> maker) {
        exports = maker;
    }

    /** Who shows papers. */
    void papers(Consumer<ShownPaper> maker) {
        papers = maker;
    }

    /** What the screen offers; nothing happens when it offers nothing. */
    void export(Screen screen) {
        screen.exports().ifPresent(exports);
    }

    /** The paper that the screen has open, otherwise the first thing that it offers and that can be printed. */
    void print(Screen screen) {
        screen.paper().or(() -> screen.exports().flatMap(offer -> OfferedPaper.of(offer, wording))).ifPresent(papers);
    }

    /** This paper. */
    void show(ShownPaper paper) {
        papers.accept(paper);
    }
}
