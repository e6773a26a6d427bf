package app.loupe.app.commands;

import app.loupe.sync.SyncProgress;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * Draws one line that follows a run on a terminal and takes it away at the end; silent elsewhere. Told often: draws only
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

    ProgressBar(PrintWriter err, Texts texts, boolean visible) {
        this.err = err;
        this.texts = texts;
        this.visible = visible;
    }

    @Override
    public synchronized void accept(SyncProgress at) {
        String step = at.step().key();
        long done = at.done();
        long total = at.total();
        long percent = total <= 0 ? 0 : Math.min(100, done * 100 / total);
        if (!visible || (step.equals(lastStep) && percent == lastPercent)) {
            return;
        }
        lastStep = step;
        lastPercent = percent;
        String what = texts.get("cli.step." + step);
        if (total <= 0) {
            draw(what);
        } else {
            int full = (int) (percent * CELLS / 100);
            draw(texts.get("cli.step", "█".repeat(full) + "░".repeat(CELLS - full), done, total, what));
        }
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
