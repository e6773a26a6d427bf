package app.loupe.export;

/** The forms in which a report is written. */
public enum ReportFormat {
    /** A spreadsheet: each report a sheet, cells typed. */
    XLSX,
    /** Paper: A4, with page numbers. */
    PDF,
    /** The rows of one report for spreadsheets and programs, under field names. */
    CSV,
    /** The same as JSON, one object a line. */
    JSONL;

    /** Whether programs read it, which want every field and no words around the rows. */
    public boolean isForPrograms() {
        return this == CSV || this == JSONL;
    }
}
