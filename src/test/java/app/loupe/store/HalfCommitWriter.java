package app.loupe.store;

import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import testkit.StoreRecords;

/**
 * A process of its own that ends itself in the middle of a commit: after H2 has begun to make the rows of a large page
 * final, and has stored some of that.
 */
final class HalfCommitWriter {
    static final int KNOWN = 20;
    static final int LARGE = 20_000;
    /** What was queued for writing before the commit is the first growth of the file; the commit's own is the next. */
    private static final int GROWTHS = 2;
    private static final int KILLED = 137;

    private HalfCommitWriter() {}

    /** Argument 0: the folder. */
    public static void main(String[] arguments) throws ProblemException {
        Path folder = Path.of(arguments[0]);
        try (var open = new OpenStore(folder).knowing(PageWriter.SHOP)) {
            open.statements.clear();
            open.copies().saveInvoices(PageWriter.SHOP, StoreRecords.invoices(0, KNOWN, PageWriter.LINES));
            open.copies().flush();
            String lastBeforeCommit = open.statements().stream()
                    .filter(sql -> sql.startsWith("update") && sql.contains("store_generation")).findAny()
                    .orElseThrow();
            open.statements.clear();
            Thread.ofPlatform().daemon().start(() -> endDuringCommit(open, lastBeforeCommit, folder));
            open.copies().saveJournalItems(PageWriter.SHOP, items());
        }
    }

    /** A page of items is saved in one transaction, one of invoices in several. */
    static List<MoveLine> items() {
        return IntStream.rangeClosed(1, LARGE).mapToObj(id -> ColumnSegmentsIT.entry(id, id % 90)).toList();
    }

    private static void endDuringCommit(OpenStore open, String lastBeforeCommit, Path folder) {
        while (!open.statements.contains(lastBeforeCommit)) {
            Thread.onSpinWait();
        }
        Path file = folder.resolve("invoices.mv.db");
        for (int i = 0; i < GROWTHS; i++) {
            long size = size(file);
            while (size(file) == size) {
                Thread.onSpinWait();
            }
        }
        Runtime.getRuntime().halt(KILLED);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
