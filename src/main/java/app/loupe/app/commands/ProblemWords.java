package app.loupe.app.commands;

import app.loupe.domain.Problem;
import app.loupe.text.Texts;

/**
 * Says a problem on the command line. Where the common advice speaks of the window, or could be more exact, the bundle has
 * {@code cli.advice.<code>}, or {@code cli.advice.<code>.<command>} for one command alone: it names what can be typed.
 * What a single sentence can say has {@code cli.sentence.<code>}; JSON keeps its three parts.
 */
final class ProblemWords {
    private final Texts texts;
    private final String command;

    /** The words that are right for every command. */
    ProblemWords(Texts texts) {
        this(texts, "");
    }

    /** The words for the command of this name. */
    ProblemWords(Texts texts, String command) {
        this.texts = texts;
        this.command = command;
    }

    String title(Problem problem) {
        return texts.title(problem);
    }

    String text(Problem problem) {
        return texts.text(problem);
    }

    String advice(Problem problem) {
        String ofEvery = "cli.advice." + problem.code().key();
        String ofThis = ofEvery + "." + command;
        if (texts.has(ofThis)) {
            return texts.get(ofThis, problem.parameters().toArray());
        }
        return texts.has(ofEvery) ? texts.get(ofEvery, problem.parameters().toArray()) : texts.advice(problem);
    }

    /** All of it as one paragraph, or as the one sentence that the bundle has in its place. */
    String sentence(Problem problem) {
        String whole = "cli.sentence." + problem.code().key();
        if (texts.has(whole)) {
            return texts.get(whole, problem.parameters().toArray());
        }
        return title(problem) + ". " + text(problem) + " " + advice(problem);
    }
}
