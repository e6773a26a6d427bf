package app.loupe.ui.shell;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.TransferRequest;
import app.loupe.ui.common.Wording;
import app.loupe.ui.export.ExportDialog;
import app.loupe.ui.paper.OfferedPaper;
import app.loupe.ui.transfer.BringTransferCard;
import app.loupe.ui.transfer.MakeTransferCard;
import app.loupe.ui.transfer.TransferPorts;

/** Asks a screen for what can be taken away of it, and has a file or a paper made of that. On the FX thread. */
final class TakenAway {
    private final WindowParts parts;
    private final DialogLayer dialogs;
    private final Background background;
    private final Wording wording;

    TakenAway(WindowParts parts, DialogLayer dialogs, Background background, Wording wording) {
        this.parts = parts;
        this.dialogs = dialogs;
        this.background = background;
        this.wording = wording;
    }

    /** Opens the dialog for what the screen offers; nothing happens when it offers nothing. */
    void export(Screen screen) {
        parts.made().ifPresent(by -> screen.exports().ifPresent(offer -> dialogs
                .show(new ExportDialog(offer, by.files(), background, wording, dialogs::close))));
    }

    /** Shows the paper that the screen has open, otherwise the first thing that it offers and that can be printed. */
    void print(Screen screen) {
        screen.paper().or(() -> screen.exports().flatMap(offer -> OfferedPaper.of(offer, wording)))
                .ifPresent(this::show);
    }

    /** Opens the card that makes a transfer file, or brings one in. */
    void transfer(TransferRequest asked) {
        parts.made().ifPresent(by -> dialogs.show(asked.brings()
                ? new BringTransferCard(heedful(by.moves()), background, wording, dialogs::close)
                : new MakeTransferCard(by.moves(), background, wording, dialogs::close)));
    }

    /** The same; what comes of a file when its card has gone opens no window anew while another card is open. */
    private TransferPorts heedful(TransferPorts moves) {
        return new TransferPorts(moves.transfers(), moves.files(), moves.phrases(),
                () -> dialogs.whenFree(moves.reopen()));
    }

    /** Shows this paper, but none while amounts are hidden. */
    void show(ShownPaper paper) {
        parts.made().ifPresent(by -> {
            if (parts.hidden().get()) {
                parts.problems().show(Problem.of(ProblemCode.AMOUNTS_HIDDEN));
            } else {
                by.papers().show(paper, dialogs);
            }
        });
    }
}
