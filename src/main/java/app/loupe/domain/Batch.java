package app.loupe.domain;

import java.util.List;

/** What one request brought: the records that could be read and the ones that could not. */
public record Batch<T>(List<T> records, List<RecordProblem> problems) {
    /** Copies both lists. */
    public Batch {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }
}
