package app.loupe.ui.shell;

import app.loupe.ui.common.Wording;

/** Asks above all else that the window shows. */
final class ClosingAsker implements ClosingGuard.Asker {
    private final DialogLayer dialogs;
    private final Wording wording;

    ClosingAsker(DialogLayer dialogs, Wording wording) {
        this.dialogs = dialogs;
        this.wording = wording;
    }

    @Override
    public void ask(ClosingGuard.Unsaved what, Runnable close) {
        dialogs.ask(new ClosingQuestion(what, wording, dialogs::back, close));
    }

    @Override
    public boolean takeBack() {
        return dialogs.takeBack();
    }
}
