package app.loupe.domain;

/**
 * One record that could not be read: it is named in the report and does not end the run.
 *
 * @param field whose value is not one that there can be; empty where the server itself failed over the record
 */
public record RecordProblem(RecordKind kind, long id, String field) {
    /** The server failed over it. */
    public static RecordProblem ofServer(RecordKind kind, long id) {
        return new RecordProblem(kind, id, "");
    }

    /** Whether the server itself failed over it. */
    public boolean isOfServer() {
        return field.isEmpty();
    }

    /** What the owner is told. */
    public Problem problem() {
        return isOfServer()
                ? Problem.of(ProblemCode.RECORD_FAILED, kind.model(), Long.toString(id))
                : Problem.of(ProblemCode.RECORD_UNREADABLE, kind.model(), Long.toString(id), field);
    }
}
