package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import app.loupe.ui.shell.FailureScreen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** When the message of the system is shown: it may wait for a click, and what is open stays open meanwhile. */
class LastWordsTest {
    private final Texts texts = new Texts(Locale.US);
    private final StringWriter err = new StringWriter();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<Integer> ends = new CopyOnWriteArrayList<>();

    private LastWords words(BiConsumer<String, String> message) {
        return new LastWords(new PrintWriter(err), texts, message);
    }

    @Test
    void ofAllThatIsSaidOnlyTheFirstHasAMessage() {
        LastWords words = words((title, text) -> shown.add(text));

        words.say(Problem.of(ProblemCode.KEYRING_LOCKED));
        words.say("cli.misuse.folder");
        words.say(Problem.of(ProblemCode.KEYRING_LOCKED));

        assertThat(shown).singleElement().asString().startsWith("Your keyring is locked");
        assertThat(err.toString().lines()).hasSize(3);
    }

    /** Otherwise the second would end the process, and the message with it, while the owner reads. */
    @Test
    void whoFailsWhileAMessageIsReadWaitsForItAndShowsNoOther() throws Exception {
        var open = new CopyOnWriteArrayList<Boolean>();
        var reading = new boolean[1];
        var guards = new CopyOnWriteArrayList<CrashGuard>();
        var second = new Thread(() -> guards.getFirst().uncaughtException(Thread.currentThread(),
                new IllegalStateException("second")));
        LastWords words = words((title, text) -> {
            shown.add(text);
            reading[0] = true;
            if (shown.size() == 1) {
                second.start();
                while (second.isAlive() && second.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
            }
            reading[0] = false;
        });
        guards.add(new CrashGuard(words, code -> {
            open.add(reading[0]);
            ends.add(code);
        }));

        guards.getFirst().uncaughtException(Thread.currentThread(), new IllegalStateException("first"));
        second.join();

        assertThat(shown).hasSize(1);
        assertThat(open).as("ended while a message was open").containsExactly(false, false);
    }

    /** A vault may be open by then, and its keys would lie there until somebody clicks. */
    @Test
    void onceTheWindowWasThereNoMessageKeepsTheProcess() {
        var guard = new CrashGuard(words((title, text) -> shown.add(text)), ends::add);
        guard.tellOn(new FailureScreen(Wording.of(texts, Clock.systemUTC()), guard::refuse));

        guard.refuse(Problem.of(ProblemCode.KEYRING_LOCKED));
        guard.tellInTerminal();
        guard.uncaughtException(Thread.currentThread(), new IllegalStateException("as it ends"));

        assertThat(shown).isEmpty();
        assertThat(ends).containsExactly(2, 2);
        assertThat(err.toString()).contains("Your keyring is locked", "did not expect");
    }
}
