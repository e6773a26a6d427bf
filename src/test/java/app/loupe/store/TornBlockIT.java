package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Links;
import testkit.StoreRecords;

/** A sealed file whose last write was cut off within a block. */
class TornBlockIT extends BookInFolder {
    private static final int BLOCK = 4_096;

    private void tear(String name, int bytes) throws Exception {
        var part = new byte[bytes];
        new Random(bytes).nextBytes(part);
        Files.write(file(name), part, StandardOpenOption.APPEND);
    }

    private void fillCopy() throws ProblemException {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 20, 3));
            open.copies().flush();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 512, 2_560, 4_095, 4_097, 9_000})
    void everythingBeforeItIsThereAndNobodyIsTroubled(int bytes) throws Exception {
        fillCopy();
        twoSittings();
        tear("invoices.mv.db", bytes);
        tear("book.mv.db", bytes);

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertThat(open.copies().stamps(SHOP, RecordKind.INVOICE)).hasSize(20);
            assertThat(open.store.examine(new CancelToken())).isEmpty();
        }
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
        }
    }

    @Test
    void aFileThatIsOpenElsewhereIsLeftAsItIs() throws Exception {
        Path held = temporary.resolve("held");
        Files.write(held, new byte[BLOCK + 7]);
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE); var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            TornBlock.cutOff(FileProtection.of(temporary), held);
            assertThat(held).hasSize(BLOCK + 7);
        }

        TornBlock.cutOff(FileProtection.of(temporary), held);

        assertThat(held).hasSize(BLOCK);
    }

    @Test
    void aFileThatDoesNotOpenIsLeftAsItWasFound() throws Exception {
        byte[] nonsense = "no database".repeat(1_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Path file = Files.write(temporary.resolve("nonsense"), nonsense);

        assertThatThrownBy(() -> TornBlock.without(FileProtection.of(temporary), file, () -> {
            assertThat(file).hasSize(2 * BLOCK);
            throw ProblemException.of(ProblemCode.STORE_DAMAGED);
        })).isInstanceOf(ProblemException.class);

        assertThat(file).hasBinaryContent(nonsense);
    }

    @Test
    void aLinkAFolderAndNothingAreLeftAsTheyAre() throws Exception {
        Path target = Files.write(temporary.resolve("target"), new byte[7]);
        Path link = Links.make(temporary.resolve("link"), target);

        TornBlock.cutOff(FileProtection.of(temporary), link);
        TornBlock.cutOff(FileProtection.of(temporary), temporary);
        TornBlock.cutOff(FileProtection.of(temporary), temporary.resolve("none"));

        assertThat(target).hasSize(7);
        assertThat(temporary.resolve("none")).doesNotExist();
    }
}
