package app.loupe.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedConnection;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.vault.TransferKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

/** What is not read is not written, either. */
class TransferLimitsTest {
    private static void write(int most, Row row) throws IOException, ProblemException {
        try (Secret phrase = Secret.ofChars("tokar bilun dezal fimok gurat nopes")) {
            var file = new TransferWriter(OutputStream.nullOutputStream(), TransferKey::of, phrase);
            for (int i = 0; i < most; i++) {
                row.write(file, i);
            }
            file.end();
        }
    }

    private interface Row {
        void write(TransferWriter file, int number) throws IOException, ProblemException;
    }

    private static void setting(TransferWriter file, int number) throws IOException, ProblemException {
        file.setting("settings.look" + number, "dark");
    }

    private static void connection(TransferWriter file, int number) throws IOException, ProblemException {
        var details = new ConnectionDetails(
                new Endpoint(OdooAddress.parse("https://erp.example.com"), "prod", "ann" + number), "Acme " + number,
                null, null);
        try (var moved = new MovedConnection(details, null, null)) {
            file.connection(moved);
        }
    }

    private static ThrowableAssert.ThrowingCallable writing(int most, Row row) {
        return () -> write(most, row);
    }

    private static void assertTooLarge(ThrowableAssert.ThrowingCallable writing) {
        assertThatThrownBy(writing).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.TRANSFER_TOO_LARGE));
    }

    @Test
    void noFileIsWrittenThatWouldNotOpen() {
        int most = TransferRow.Kind.SETTING.most();

        assertThatCode(writing(most, TransferLimitsTest::setting)).doesNotThrowAnyException();
        assertTooLarge(writing(most + 1, TransferLimitsTest::setting));
    }

    @Test
    void allConnectionsOfAnOwnerFit() {
        assertThatCode(writing(1_000, TransferLimitsTest::connection)).doesNotThrowAnyException();
    }

    @Test
    void neitherIsAFileThatIsLargerThanOneThatIsRead() {
        String note = "n".repeat(60_000);
        int most = TransferRow.MOST_BYTES / 60_000;
        var mark = new InvoiceMark(false, note, null, null, false);

        assertTooLarge(writing(most + 1, (file, number) -> file
                .book(new MovedBook(BookId.SAMPLE, 0, Map.of((long) number, mark), Map.of(), Set.of()))));
    }
}
