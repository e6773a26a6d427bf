package testkit;

import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.Secret;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An owner who answers from a list and then gives up; remembers what was asked and every secret handed out. */
public final class ScriptedPrompt implements PassphrasePrompt {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<Reason> asked = new ArrayList<>();
    private final List<String> offered = new ArrayList<>();
    private final List<Secret> given = new ArrayList<>();

    /** Will answer these, in order. */
    public ScriptedPrompt(String... answers) {
        this.answers.addAll(List.of(answers));
    }

    @Override
    public Optional<Secret> ask(Reason reason, String phrase) {
        asked.add(reason);
        offered.add(phrase);
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        Secret answer = Secret.ofChars(answers.remove());
        given.add(answer);
        return Optional.of(answer);
    }

    /** The reasons, in order. */
    public List<Reason> asked() {
        return asked;
    }

    /** The offered phrases, in order. */
    public List<String> offered() {
        return offered;
    }

    /** The secrets handed out. */
    public List<Secret> given() {
        return given;
    }
}
