package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Stamp;
import app.loupe.domain.StoredConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import testkit.StoreRecords;

/**
 * A power cut at any moment: what was acknowledged is there, what was under way is there whole or not at all, and where the
 * disk kept the writes in another order than they were made, the owner is told. With {@code -Dpower.cuts=500} as many images
 * of each file.
 */
@EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "Windows keeps others from reading a file that is locked")
class PowerCutIT extends VaultWithRows {
    /** What became of the images, and the files of one that went wrong. */
    private static final Path KEPT_IMAGES = Path.of("target", "power-cut");
    private static final int IMAGES = Integer.getInteger("power.cuts", 10);
    private static final long SEED = Long.getLong("power.seed", 20_261_127);
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final BookId BOOKS = new BookId("https://erp.example.com", "prod");
    private static final int PAGE_INVOICES = 20;
    private static final int PAGES = 6;
    private static final int STEPS = 2 * PAGES;
    private static final int NOTES = 25;

    private interface Check {
        /** What the owner is told; nothing when all is as it was acknowledged. */
        List<Problem> told(Path folder, PowerCuts.Image image) throws Exception;
    }

    /** Opens images and counts by kind what became of them. */
    private void cut(String what, PowerCuts cuts, Check check) throws Exception {
        assertThat(cuts.moments()).isGreaterThan(NOTES / 2);
        var chance = new Random(SEED);
        var outcomes = new TreeMap<String, Integer>();
        for (int i = 0; i < IMAGES; i++) {
            PowerCuts.Image image = cuts.image(chance);
            Path folder = image.in(temp.resolve(what + i));
            try {
                List<Problem> told = check.told(folder, image);
                outcomes.merge(image.kind() + (told.isEmpty() ? " whole" : " " + told.getFirst().code()), 1,
                        Integer::sum);
                assertThat(told.isEmpty() || image.kind() == PowerCuts.Kind.REORDERED).as(image.name() + told)
                        .isTrue();
            } catch (Exception | AssertionError failed) {
                image.in(KEPT_IMAGES.resolve(what + i));
                throw new AssertionError(what + " image " + i + " of seed " + SEED + ": " + image.name()
                        + ", kept in " + KEPT_IMAGES, failed);
            }
            delete(folder);
        }
        Files.writeString(Files.createDirectories(KEPT_IMAGES).resolve(what + ".txt"),
                IMAGES + " images of seed " + SEED
                        + ", " + cuts.moments() + " moments: " + outcomes + "\n");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Each page once, and then each once more with other amounts: what a step makes of its page. */
    private static List<Invoice> page(int step) {
        long first = 1 + (long) PAGE_INVOICES * (step % PAGES);
        var page = new ArrayList<Invoice>();
        for (long id = first; id < first + PAGE_INVOICES; id++) {
            page.add(StoreRecords.invoice(id, StoreRecords.WRITTEN.plusSeconds(step), "EUR", 100 + step + ".00", 3));
        }
        return page;
    }

    @Test
    void c1_theCopyHoldsWhatWasFlushedAndNothingHalf() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("copy"));
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            open.copies().flush();
            var cuts = new PowerCuts(folder);
            for (int step = 0; step < STEPS; step++) {
                open.copies().saveInvoices(SHOP, page(step));
                open.copies().flush();
                cuts.acknowledge();
            }
            cuts.end();
            cut("copy", cuts, PowerCutIT::copy);
        }
    }

    private static List<Problem> copy(Path folder, PowerCuts.Image image) throws Exception {
        var told = new ArrayList<Problem>();
        try (var open = new OpenStore(folder, List.of(testkit.Profiles.of(SHOP)))) {
            told.addAll(open.store.warnings());
            if (told.isEmpty()) {
                told.addAll(open.store.examine(new CancelToken()));
            }
            if (told.isEmpty()) {
                assertCopy(open, image.acknowledged(), image.begun());
            }
            assertThat(told).allMatch(
                    one -> one.code() == ProblemCode.STORE_DAMAGED || one.code() == ProblemCode.STORE_SHORT);
            if (!told.isEmpty()) {
                open.knowing(SHOP);
                for (int step = PAGES; step < STEPS; step++) {
                    open.copies().saveInvoices(SHOP, page(step));
                }
                assertCopy(open, STEPS, STEPS);
            }
        }
        if (!told.isEmpty()) {
            try (var again = new OpenStore(folder)) {
                assertThat(again.store.warnings()).as("healed").isEmpty();
            }
        }
        return told;
    }

    private static void assertCopy(OpenStore open, int acknowledged, int begun) throws Exception {
        var found = new HashMap<Long, Invoice>();
        open.store.reader().each(SHOP, true, invoice -> found.put(invoice.id(), invoice));
        for (int page = 0; page < PAGES; page++) {
            var states = new ArrayList<List<Invoice>>();
            states.add(List.of());
            for (int step = page; step < Math.min(begun, STEPS); step += PAGES) {
                if (step < acknowledged) {
                    states.clear();
                }
                states.add(page(step));
            }
            List<Invoice> there = page(page).stream().map(Invoice::id).filter(found::containsKey).map(found::get)
                    .toList();
            assertThat(states).as("page %d", page).contains(there);
        }
    }

    @Test
    void theBookHoldsWhatWasNotedAndNothingHalf() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("book"));
        try (var open = new OpenBook(folder)) {
            open.book.leadsTo(SHOP, BOOKS);
        }
        try (var open = new OpenBook(folder)) {
            var cuts = new PowerCuts(folder);
            for (int note = 0; note < NOTES; note++) {
                open.book.note(SHOP, Stamp.NEVER, notes(note));
                cuts.acknowledge();
            }
            cuts.end();
            cut("book", cuts, PowerCutIT::book);
        }
    }

    private static List<InvoiceChange> notes(int note) {
        var notes = new ArrayList<InvoiceChange>();
        for (long invoice = 10L * note; invoice < 10L * (note + 1); invoice++) {
            notes.add(OpenBook.change(invoice, OpenBook.NOW, "1.00", "2.00"));
        }
        return notes;
    }

    private static List<Problem> book(Path folder, PowerCuts.Image image) throws Exception {
        List<Problem> told;
        try (var open = new OpenBook(folder)) {
            told = open.book.warnings();
            assertThat(told).allMatch(one -> one.code() == ProblemCode.BOOK_RESTORED);
            List<Long> invoices = open.invoices(SHOP);
            int whole = invoices.size() / 10;
            assertThat(invoices).as("all of one telling or none, in their order")
                    .isEqualTo(Stream.iterate(10L * whole - 1, i -> i - 1).limit(10L * whole).toList());
            assertThat(whole).isLessThanOrEqualTo(image.begun());
            if (told.isEmpty()) {
                assertThat(whole).isGreaterThanOrEqualTo(image.acknowledged());
            }
            open.note(SHOP, 9_999);
        }
        try (var again = new OpenBook(folder)) {
            assertThat(again.warnings()).as("healed").isEmpty();
            assertThat(again.invoices(SHOP)).startsWith(9_999L);
        }
        return told;
    }

    @Test
    void theVaultHoldsWhatWasPutInAndTellsWhatIsLost() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("vault"));
        var put = new ArrayList<StoredConnection>();
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
            var cuts = new PowerCuts(folder);
            for (int i = 0; i < NOTES; i++) {
                put.add(row("put" + i));
                vault.insert(put.getLast(), Map.of());
                cuts.acknowledge();
            }
            cuts.end();
            cut("vault", cuts, (image, said) -> vault(image, put, said));
        }
    }

    private static List<Problem> vault(Path folder, List<StoredConnection> put, PowerCuts.Image said) throws Exception {
        List<Problem> told;
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
            told = vault.warnings();
            assertThat(told).allMatch(one -> one.code() == ProblemCode.VAULT_MENDED);
            var known = new HashSet<>(vault.connections());
            Set<ConnectionId> lost = vault.lost().keySet();
            assertThat(told.isEmpty() && !lost.isEmpty()).isFalse();
            for (StoredConnection row : put.subList(0, said.acknowledged())) {
                assertThat(known.contains(row) || lost.contains(row.id())).isTrue();
            }
            assertThat(put.subList(0, Math.min(put.size(), said.begun()))).containsAll(known);
        }
        return told.isEmpty() && said.kind() == PowerCuts.Kind.REORDERED
                ? toldLater(folder, put)
                : healed(folder, told);
    }

    /** A page that nothing needed at the first opening may be missing: named at the next one, and nothing is lost by it. */
    private static List<Problem> toldLater(Path folder, List<StoredConnection> put) throws Exception {
        List<Problem> told;
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
            told = vault.warnings();
            assertThat(told).allMatch(one -> one.code() == ProblemCode.VAULT_MENDED);
            assertThat(vault.lost()).isEmpty();
            assertThat(put).containsAll(vault.connections());
        }
        return healed(folder, told);
    }

    private static List<Problem> healed(Path folder, List<Problem> told) throws Exception {
        try (var again = VaultFile.open(folder, false, OpenStore.ANNA)) {
            assertThat(again.warnings()).as("healed").isEmpty();
        }
        return told;
    }
}
