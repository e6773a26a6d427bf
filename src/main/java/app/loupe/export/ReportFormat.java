package app.loupe.export;

import java.util.Locale;

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

    /** The end of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
