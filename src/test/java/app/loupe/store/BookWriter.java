package app.loupe.store;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;

/** A process of its own that notes changes for ever and says which ones are kept, until it is killed. */
final class BookWriter {
    static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    static final int AT_ONCE = 50;

    private BookWriter() {}

    /** Argument 0: the folder; argument 1: the first invoice. */
    public static void main(String[] arguments) throws ProblemException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (var open = new OpenBook(Path.of(arguments[0]))) {
            open.book.leadsTo(SHOP, new BookId("https://erp.example.com", "prod"));
            for (long first = Long.parseLong(arguments[1]); true; first += AT_ONCE) {
                var changes = new ArrayList<InvoiceChange>();
                for (long invoice = first; invoice < first + AT_ONCE; invoice++) {
                    changes.add(OpenBook.change(invoice, OpenBook.NOW, "1.00", "2.00"));
                }
                open.book.note(SHOP, Stamp.NEVER, changes);
                out.println(first);
            }
        }
    }
}
