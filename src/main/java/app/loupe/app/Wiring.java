package app.loupe.app;

import app.loupe.app.commands.ServicesOpener;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.settings.Surroundings;
import app.loupe.text.Texts;

/** Joins the parts of Loupe: the only place that knows all of them. */
final class Wiring {
    private final Surroundings surroundings;
    private final Texts texts;

    Wiring(Surroundings surroundings, Texts texts) {
        this.surroundings = surroundings;
        this.texts = texts;
    }

    /** The way to the window. */
    WindowStarter window() {
        return folder -> {
            throw ProblemException.of(ProblemCode.UNEXPECTED, texts.get("app.name"));
        };
    }

    /** The way to everything behind the command line. */
    ServicesOpener opener() {
        return (folder, prompt) -> {
            throw ProblemException.of(ProblemCode.UNEXPECTED, surroundings.osName());
        };
    }
}
