package app.loupe.domain;

/**
 * One record that could not be read: it is named in the report and does not end the run.
 *
 * @param field the field with an impossible value; empty when the server itself failed for the record
 */
public record RecordProblem(RecordKind kind, long id, String field) {
    /** A record for which the server failed. */
    public static RecordProblem ofServer(RecordKind kind, long id) {
        return new RecordProblem(kind, id, "");
    }

    /** Whether the server itself failed for it. */
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
