package app.loupe.ui.security;

import app.loupe.domain.Blocking;
import app.loupe.domain.Exempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the report to the file that the owner chose. */
@Exempt(rule = "A4", because = "the owner chose this very file in the dialog; the store and the data folder stay behind ports")
@Exempt(rule = "A15", because = "the owner chose where it goes and who may read it there; it holds nothing of an invoice")
final class ReportFile {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFile.class);

    private ReportFile() {}

    /** Whether it was written. */
    @Blocking
    static boolean write(Path path, String report) {
        try {
            Files.writeString(path, report);
            return true;
        } catch (IOException e) {
            LOG.warn("report not written: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
