package app.loupe.store;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MarkAct;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The owner's book in a folder of a test, and short ways to use and to damage it. */
abstract class BookInFolder {
    protected static final ConnectionId SHOP = new ConnectionId("sh0psh0p");
    protected static final ConnectionId AGAIN = new ConnectionId("aga1nt00");
    protected static final ConnectionId OTHER = new ConnectionId("0therb00");
    protected static final BookId BOOKS = new BookId("https://erp.example.com", "prod");
    protected static final BookId SISTER = new BookId("https://erp.example.com", "sister");
    protected static final Instant NOW = OpenBook.NOW;

    @TempDir
    protected Path temporary;

    protected Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("data"));
    }

    protected OpenBook open() throws ProblemException {
        return new OpenBook(folder);
    }

    protected static Clock at(Instant when) {
        return Clock.fixed(when, ZoneOffset.UTC);
    }

    /** Two sittings: the newest good state has what the first one noted. */
    protected void twoSittings() throws ProblemException {
        try (var first = open()) {
            first.book.leadsTo(SHOP, BOOKS);
            first.note(SHOP, 1);
            first.book.mark(Map.of(new InvoiceKey(SHOP, 1), new MarkAct.Note("call Anna")));
            first.book.notePartner(new PartnerKey(SHOP, 30), "pays on Thursdays");
            first.book.knowFindings(SHOP, Set.of("odd-date:1"));
        }
        try (var second = open()) {
            second.note(SHOP, 2);
            second.book.mark(Map.of(new InvoiceKey(SHOP, 2), new MarkAct.Flag(true)));
        }
    }

    protected Path file(String name) {
        return folder.resolve(name);
    }

    protected void ruin(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        for (int i = bytes.length / 4; i < bytes.length; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file(name), bytes);
    }

    protected List<String> setAside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(found -> found.getFileName().toString()).filter(name -> name.contains(".damaged-"))
                    .sorted().toList();
        }
    }
}
