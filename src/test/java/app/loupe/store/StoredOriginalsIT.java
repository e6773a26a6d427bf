package app.loupe.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FolderSearch;

/** Original PDFs are kept byte for byte, sealed, one for each invoice, and go with their connection. */
class StoredOriginalsIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final InvoiceKey INVOICE = new InvoiceKey(SHOP, 7);
    private static final Instant READ = Instant.parse("2026-11-20T08:00:00.123456789Z");

    @TempDir
    Path folder;

    private static OriginalPdf pdf(int bytes, String mark) {
        byte[] file = new byte[bytes];
        var random = new SplittableRandom(bytes);
        for (int i = 0; i < bytes; i++) {
            file[i] = (byte) random.nextInt();
        }
        byte[] head = ("%PDF-1.7 " + mark).getBytes(US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        return OriginalPdf.of(file, READ).orElseThrow();
    }

    private OpenStore open() throws ProblemException {
        return new OpenStore(folder).knowing(SHOP, OTHER);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 999_999, 1_000_000, 1_000_001, 5_300_000, OriginalPdf.MOST_BYTES})
    void aFileOfAnySizeComesBackAfterARestart(int bytes) throws ProblemException {
        OriginalPdf pdf = pdf(bytes, "one");
        try (var open = open()) {
            open.store.originals().keep(INVOICE, pdf);
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.originals().original(INVOICE)).hasValueSatisfying(found -> {
                assertThat(found.bytes()).isEqualTo(pdf.bytes());
                assertThat(found.readAt()).isEqualTo(READ);
            });
            assertThat(open.store.originals().original(new InvoiceKey(SHOP, 8))).isEmpty();
            assertThat(open.store.originals().original(new InvoiceKey(OTHER, 7))).isEmpty();
            assertThat(open.store.examine(new CancelToken())).isEmpty();
        }
    }

    @Test
    void theNewOneTakesThePlaceOfTheOneBefore() throws ProblemException {
        try (var open = open()) {
            open.store.originals().keep(INVOICE, pdf(3_500_000, "long"));
            open.store.originals().keep(INVOICE, pdf(1_200_000, "short"));

            assertThat(open.store.originals().original(INVOICE).orElseThrow().bytes()).hasSize(1_200_000);
        }
    }

    @Test
    void itGoesWithItsConnectionAndNothingOfItIsLeft() throws ProblemException, IOException {
        try (var open = open()) {
            open.store.originals().keep(INVOICE, pdf(2_000_000, "one"));
            open.store.originals().keep(new InvoiceKey(OTHER, 7), pdf(60, "two"));
            open.copies().delete(SHOP);

            assertThat(open.store.originals().original(INVOICE)).isEmpty();
            assertThat(open.store.originals().original(new InvoiceKey(OTHER, 7))).isPresent();
            assertThatThrownBy(() -> open.store.originals().keep(INVOICE, pdf(60, "late"))).isInstanceOfSatisfying(
                    ProblemException.class,
                    late -> assertThat(late.problem().code()).isEqualTo(ProblemCode.CONNECTION_UNKNOWN));
        }
        assertThat(Files.size(folder.resolve("invoices.mv.db"))).as("rewritten without it").isLessThan(1_000_000);
    }

    @Test
    void itIsSealedOnTheDisk() throws ProblemException, IOException {
        try (var open = open()) {
            open.store.originals().keep(INVOICE, pdf(300_000, "Brightwater Hotels"));
        }
        assertThat(FolderSearch.finds(folder, "%PDF-1.7")).isEmpty();
        assertThat(FolderSearch.finds(folder, "Brightwater")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET invoice_id = 8", "SET parts = parts + 1", "SET part_hash = part_hash + 1",
        "SET read_at = read_at + INTERVAL '1' DAY", "SET bytes = X'255044462D312E34'"})
    void whatIsNotWhatWasStoredIsDamage(String change) throws Exception {
        try (var open = open()) {
            open.store.originals().keep(INVOICE, pdf(300_000, "one"));
        }
        try (Secret key = OpenStore.key((byte) 7);
                Connection raw = new H2Connector(folder.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY)) {
            assertThat(raw.createStatement().executeUpdate("UPDATE original_pdf " + change)).isEqualTo(1);
        }
        try (var open = new OpenStore(folder)) {
            InvoiceKey asked = change.contains("invoice_id") ? new InvoiceKey(SHOP, 8) : INVOICE;

            assertThatThrownBy(() -> open.store.originals().original(asked)).isInstanceOfSatisfying(
                    ProblemException.class,
                    damaged -> assertThat(damaged.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED));
        }
    }
}
