package app.loupe.transfer;

import app.loupe.domain.ProblemCode;
import java.io.IOException;

/** A transfer file is none that can be taken in, and why; streams carry it. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    RefusedException(ProblemCode code) {
        super(code.key());
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }
}
