package app.loupe.export;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms in which something is taken away: one file, or many in a folder or a ZIP. */
public enum ExportForm {
    /** A spreadsheet. */
    XLSX(ReportFormat.XLSX, "xlsx"),
    /** Rows for spreadsheets and programs. */
    CSV(ReportFormat.CSV, "csv"),
    /** One PDF that holds all. */
    PDF(ReportFormat.PDF, "pdf"),
    /** A PDF for each, in a folder of its own. */
    PDF_EACH(null, ""),
    /** Rows as JSON, one object a line. */
    JSONL(ReportFormat.JSONL, "jsonl"),
    /** Many files in a ZIP. */
    ZIP(null, "zip"),
    /** Many files in a folder. */
    FOLDER(null, "");

    private final @Nullable ReportFormat format;
    private final String extension;

    ExportForm(@Nullable ReportFormat format, String extension) {
        this.format = format;
        this.extension = extension;
    }

    /** How the reports in it are written; empty where it is many files. */
    public Optional<ReportFormat> format() {
        return Optional.ofNullable(format);
    }

    /** The end of its name, without the dot; empty for a folder. */
    public String extension() {
        return extension;
    }

    /** Whether it becomes a folder. */
    public boolean isFolder() {
        return extension.isEmpty();
    }
}
