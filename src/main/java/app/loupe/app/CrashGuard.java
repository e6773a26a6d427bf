package app.loupe.app;

import app.loupe.app.commands.ExitCode;
import app.loupe.domain.FailureCode;
import app.loupe.domain.Problem;
import app.loupe.ui.shell.FailureScreen;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes what nobody caught: the stack goes to the log, once for each place, and a sentence with the same code to the
 * owner. While there is a window the sentence stands in it and Loupe goes on, unless Java itself is at its end; without
 * one it is told as {@link LastWords}, and the process ends with code 2. The logger is asked for only then, so that a
 * start without a mishap does not pay for it. Thread-safe.
 */
final class CrashGuard implements Thread.UncaughtExceptionHandler {
    private final LastWords words;
    private final IntConsumer end;
    private final Set<FailureCode> logged = ConcurrentHashMap.newKeySet();
    private volatile @Nullable FailureScreen screen;

    CrashGuard(LastWords words, IntConsumer end) {
        this.words = words;
        this.end = end;
    }

    /** Guards every thread of this process. */
    static CrashGuard install(LastWords words) {
        var guard = new CrashGuard(words, System::exit);
        Thread.setDefaultUncaughtExceptionHandler(guard);
        return guard;
    }

    /** The toolkit runs: from now on failures are told here. */
    void tellOn(FailureScreen shown) {
        words.windowIsThere();
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
        words.rehearse(problem);
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

    /** Tells the problem without a window and ends the process, whether or not it can be told. */
    void refuse(Problem problem) {
        try {
            words.say(problem);
        } finally {
            end.accept(ExitCode.USAGE);
        }
    }
}
