package app.loupe.app.commands;

import app.loupe.sync.SyncProgress;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * Draws one line that follows long work on a terminal and takes it away at the end; silent elsewhere. Told often: draws only
 * when a whole per cent or the step changed.
 */
final class ProgressBar implements Consumer<SyncProgress>, AutoCloseable {
    private static final int CELLS = 24;

    private final PrintWriter err;
    private final Texts texts;
    private final boolean visible;
    private String lastStep = "";
    private long lastPercent = -1;
    private int drawn;

    /** For this command; visible where a person sits at the terminal and no program asked. */
    ProgressBar(LoupeCommand command) {
        this.err = command.err();
        this.texts = command.texts();
        this.visible = command.session().terminal().interactive() && !command.common.json;
    }

    @Override
    public void accept(SyncProgress at) {
        at(at.step().key(), at.done(), at.total());
    }

    /**
     * So much of a step is done.
     *
     * @param step key of its words
     * @param total 0 when nobody knows yet
     */
    synchronized void at(String step, long done, long total) {
        if (moved(step, done, total)) {
            String what = texts.get("cli.step." + step);
            draw(total <= 0 ? what : texts.get("cli.step", cells(), done, total, what));
        }
    }

    /** So much of the deletion of a connection of this name is done. */
    synchronized void deleting(String name, long done, long total) {
        if (moved("", done, total)) {
            draw(texts.get("cli.step.deleting", cells(), name, lastPercent));
        }
    }

    private boolean moved(String step, long done, long total) {
        long percent = total <= 0 ? 0 : Math.min(100, done * 100 / total);
        if (!visible || (step.equals(lastStep) && percent == lastPercent)) {
            return false;
        }
        lastStep = step;
        lastPercent = percent;
        return true;
    }

    private String cells() {
        int full = (int) (lastPercent * CELLS / 100);
        return "█".repeat(full) + "░".repeat(CELLS - full);
    }

    @Override
    public synchronized void close() {
        if (drawn > 0) {
            draw("");
            err.print('\r');
            err.flush();
        }
    }

    private void draw(String line) {
        int length = line.codePointCount(0, line.length());
        err.print("\r" + line + " ".repeat(Math.max(0, drawn - length)));
        err.flush();
        drawn = length;
    }
}
