package app.loupe.domain;

/** One record that could not be read: it is named in the report and does not end the run. */
public record RecordProblem(RecordKind kind, long id, String field) {}
