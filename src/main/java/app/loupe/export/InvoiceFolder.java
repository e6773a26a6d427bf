package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    /** Into this folder, which is made where it is not there; the one around it has to be. */
    public InvoiceFolder(Path folder, boolean overwrite, Texts texts, InvoiceReader reader) {
        this.folder = folder.toAbsolutePath();
        this.overwrite = overwrite;
        this.texts = texts;
        this.reader = reader;
    }

    /**
     * Writes all of them but those that the copy holds no longer; none when one of the files is there already. Without any
     * no folder is made.
     *
     * @param called what the file of an invoice is called, without its ending
     * @param foot which copy an invoice is from
     * @return how many were left out
     * @throws ProblemException what reading throws; {@link ProblemCode#EXPORT_FOLDER_MISSING} of the folder around it;
     *     those of {@link ExportFile#write(ExportFile.Content)}
     */
    @Blocking
    public int write(List<InvoiceRow> rows, LocalDate today, Function<InvoiceRow, String> called,
            Function<InvoiceRow, String> foot) throws ProblemException {
        boolean isNew = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (isNew) {
            demandParent();
        }
        var names = new FileNames();
        Map<InvoiceRow, ExportFile> files = new LinkedHashMap<>();
        for (InvoiceRow row : rows) {
            var file = new ExportFile(folder.resolve(names.next(called.apply(row), "pdf")), overwrite);
            if (!isNew) {
                file.check();
            }
            files.put(row, file);
        }
        int missing = 0;
        var copies = new InvoiceCopies(reader, today);
        for (Map.Entry<InvoiceRow, ExportFile> entry : files.entrySet()) {
            InvoiceRow row = entry.getKey();
            Optional<InvoiceCopy> copy = copies.of(row, foot.apply(row));
            if (copy.isPresent()) {
                make();
                entry.getValue().write(to -> InvoicePaper.write(copy.get(), texts, to));
            } else {
                missing++;
            }
        }
        return missing;
    }

    private void demandParent() throws ProblemException {
        Path parent = folder.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw ProblemException.of(ProblemCode.EXPORT_FOLDER_MISSING, String.valueOf(parent));
        }
    }

    private void make() throws ProblemException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try {
                PrivateFiles.createFolders(folder);
            } catch (IOException failure) {
                throw ExportFile.problem(folder, failure);
            }
        }
    }
}
