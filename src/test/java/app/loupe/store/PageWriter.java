package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import testkit.StoreRecords;

/** A process of its own that writes pages for ever and says which ones are acknowledged, until it is killed. */
final class PageWriter {
    static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    static final int PAGE = 20;
    static final int LINES = 3;
    static final String ACKNOWLEDGED = "acknowledged ";

    private PageWriter() {}

    /** Argument 0: the folder; argument 1: the first page. */
    public static void main(String[] arguments) {
        var out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true,
                StandardCharsets.UTF_8);
        try (var open = new OpenStore(Path.of(arguments[0])).knowing(SHOP)) {
            for (int page = Integer.parseInt(arguments[1]); true; page++) {
                open.copies().saveInvoices(SHOP, StoreRecords.invoices((long) page * PAGE, PAGE, LINES));
                open.copies().flush();
                out.println(ACKNOWLEDGED + page);
            }
        } catch (ProblemException named) {
            out.println(named.problem().code());
        }
    }
}
