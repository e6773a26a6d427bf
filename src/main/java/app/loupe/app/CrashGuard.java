package app.loupe.app;

import app.loupe.app.commands.ExitCode;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/**
 * Takes what nobody caught: the stack goes to the log, one sentence to the owner, and the process ends with code 2. The
 * logger is asked for only then, so that a start without a mishap does not pay for it.
 */
final class CrashGuard implements Thread.UncaughtExceptionHandler {
    private final PrintWriter err;
    private final Texts texts;
    private final IntConsumer end;

    CrashGuard(PrintWriter err, Texts texts, IntConsumer end) {
        this.err = err;
        this.texts = texts;
        this.end = end;
    }

    /** Guards every thread of this process. */
    static void install(PrintWriter err, Texts texts) {
        Thread.setDefaultUncaughtExceptionHandler(new CrashGuard(err, texts, System::exit));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        LoggerFactory.getLogger(CrashGuard.class).error("{} died", thread.getName(), failure);
        err.println(texts.sentence(Problem.of(ProblemCode.UNEXPECTED)));
        err.flush();
        end.accept(ExitCode.USAGE);
    }
}
