package app.loupe.app;

import app.loupe.app.commands.ExitCode;
import app.loupe.domain.FailureCode;
import app.loupe.domain.Problem;
import app.loupe.text.Texts;
import app.loupe.ui.shell.FailureScreen;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes what nobody caught: the stack goes to the log, once for each place, and a sentence with the same code to the
 * owner. While there is a window the sentence stands in it and Loupe goes on, unless Java itself is at its end; without
 * one it is written to standard error, and the process ends with code 2. The logger is asked for only then, so that a
 * start without a mishap does not pay for it. Thread-safe.
 */
final class CrashGuard implements Thread.UncaughtExceptionHandler {
    private final PrintWriter err;
    private final Texts texts;
    private final IntConsumer end;
    private final Set<FailureCode> logged = ConcurrentHashMap.newKeySet();
    private volatile @Nullable FailureScreen screen;

    CrashGuard(PrintWriter err, Texts texts, IntConsumer end) {
        this.err = err;
        this.texts = texts;
        this.end = end;
    }

    /** Guards every thread of this process. */
    static CrashGuard install(PrintWriter err, Texts texts) {
        var guard = new CrashGuard(err, texts, System::exit);
        Thread.setDefaultUncaughtExceptionHandler(guard);
        return guard;
    }

    /** The toolkit runs: from now on failures are told here. */
    void tellOn(FailureScreen shown) {
        screen = shown;
    }

    /** The toolkit is about to end. */
    void tellInTerminal() {
        screen = null;
    }

    /**
     * Loads what tells a failure, as long as that can be done: a program whose files are replaced below it, as by an update, loads
     * nothing any more. On the FX thread, when nobody waits.
     */
    void rehearse(FailureScreen failures) {
        Problem problem = FailureCode.logged(new Throwable(), code -> {}).problem();
        texts.sentence(problem);
        failures.rehearse(problem);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        FailureCode code = note(thread, failure);
        FailureScreen shown = screen;
        if (shown == null) {
            refuse(code.problem());
            return;
        }
        try {
            if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
                shown.giveUp(code.problem(), () -> end.accept(ExitCode.USAGE));
            } else {
                shown.goOn(code.problem());
            }
        } catch (IllegalStateException toolkitIsGone) {
            refuse(code.problem());
        }
    }

    /** Writes the failure into the log unless it stands there. */
    FailureCode note(Thread thread, Throwable failure) {
        return FailureCode.logged(failure, code -> {
            if (logged.add(code)) {
                LoggerFactory.getLogger(CrashGuard.class).error("{} failed, code {}", thread.getName(), code.value(),
                        failure);
            }
        });
    }

    /** Writes the problem to standard error and ends the process. */
    void refuse(Problem problem) {
        err.println(texts.sentence(problem));
        err.flush();
        end.accept(ExitCode.USAGE);
    }
}
