package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.Profiles;
import testkit.StoreRecords;

/** Records are found missing while older documents are still to come: the copy begins with its former day all the same. */
class LossWhileWidenedIT {
    private static final ConnectionId SHOP = new ConnectionId("sh0psh0p");
    private static final Instant NOW = OpenBook.NOW;
    private static final LocalDate FORMER = LocalDate.of(2025, 1, 1);

    @TempDir
    Path folder;

    private static @Nullable LocalDate heldFrom(OpenStore open) throws ProblemException {
        return open.store.profiles().profile(SHOP).map(ConnectionProfile::heldFrom).orElse(null);
    }

    private void lose() throws Exception {
        try (var connection = new H2Connector(folder.resolve("invoices.mv.db"), OpenStore.key((byte) 7))
                .connect(H2Connector.APPEND_ONLY)) {
            connection.createStatement().execute("DELETE FROM invoice WHERE id = 9");
        }
    }

    @Test
    void theFormerDayStaysUntilARunIsComplete() throws Exception {
        ConnectionProfile of = Profiles.of(SHOP);
        try (var open = new OpenStore(folder)) {
            open.store.profiles().put(
                    new ConnectionProfile(SHOP, of.kind(), of.name(), FORMER, null, "", null));
            CopyRepository copy = open.copies();
            copy.saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));
            copy.publish(SHOP, NOW, NOW);
            copy.widen(SHOP);
            copy.flush();
            assertThat(heldFrom(open)).isEqualTo(FORMER);
        }
        lose();
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.scrub()).extracting(problem -> problem.code()).contains(ProblemCode.STORE_SHORT);
            CopyRepository copy = open.copies();

            assertThat(heldFrom(open)).isEqualTo(FORMER);
            assertThat(copy.listedAt(SHOP)).isEmpty();
            assertThat(copy.watermark(SHOP)).as("everything is to be read again").isEmpty();
            copy.publish(SHOP, NOW, null);
            assertThat(heldFrom(open)).isEqualTo(FORMER);
            copy.publish(SHOP, NOW, NOW);
            assertThat(heldFrom(open)).isNull();
        }
    }

    @Test
    void aCopyThatWasNotWidenedKeepsNothingOfItsWatermark() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            CopyRepository copy = open.copies();
            copy.saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));
            copy.publish(SHOP, NOW, NOW);
            copy.flush();
        }
        lose();
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.scrub()).extracting(problem -> problem.code()).contains(ProblemCode.STORE_SHORT);

            assertThat(open.copies().watermark(SHOP)).isEmpty();
            assertThat(heldFrom(open)).isNull();
        }
    }
}
