package app.loupe.domain;

/**
 * Carries a {@link Problem} up to the boundary that tells the owner. Its message is the problem's code only, so that a
 * log line or a stack trace holds no data.
 */
public class ProblemException extends Exception implements LoggedFailure {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** A problem without a technical cause. */
    public ProblemException(Problem problem) {
        super(problem.code().key());
        this.problem = problem;
    }

    /** A problem with the technical cause for the log. */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code().key(), cause);
        this.problem = problem;
    }

    /** A problem by code and parameters. */
    public static ProblemException of(ProblemCode code, String... parameters) {
        return new ProblemException(Problem.of(code, parameters));
    }

    /** What to tell the owner. */
    public Problem problem() {
        return problem;
    }

    /** {@inheritDoc} The parameters of the problem are left out. */
    @Override
    public String inLog() {
        return getClass().getName() + ' ' + getMessage();
    }
}
