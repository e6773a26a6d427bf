package app.loupe.export;

import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts each invoice on a paper of its own, called by its number, into one folder. */
public final class InvoiceFolder {
    private final Path folder;
    private final boolean overwrite;
    private final Texts texts;
    private final InvoiceReader reader;

    /** Into this folder, which is there. */
    public InvoiceFolder(Path folder, boolean overwrite, Texts texts, InvoiceReader reader) {
        this.folder = folder;
        this.overwrite = overwrite;
        this.texts = texts;
        this.reader = reader;
    }

    /**
     * Writes all of them but those that the copy holds no longer; none when one of the files is there already.
     *
     * @param called what the file of an invoice is called, without its ending
     * @param foot which copy an invoice is from
     * @return how many were left out
     */
    public int write(List<InvoiceRow> rows, LocalDate today, Function<InvoiceRow, String> called,
            Function<InvoiceRow, String> foot) throws ProblemException {
        var names = new FileNames();
        Map<InvoiceRow, ExportFile> files = new LinkedHashMap<>();
        for (InvoiceRow row : rows) {
            var file = new ExportFile(folder.resolve(names.next(called.apply(row), "pdf")), overwrite);
            file.check();
            files.put(row, file);
        }
        int missing = 0;
        var copies = new InvoiceCopies(reader, today);
        for (Map.Entry<InvoiceRow, ExportFile> entry : files.entrySet()) {
            InvoiceRow row = entry.getKey();
            Optional<InvoiceCopy> copy = copies.of(row, foot.apply(row));
            if (copy.isPresent()) {
                entry.getValue().write(to -> InvoicePaper.write(copy.get(), texts, to));
            } else {
                missing++;
            }
        }
        return missing;
    }
}
