package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.SyncMode;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.VaultFact;
import app.loupe.domain.WantedPayments;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.StoreRecords;

/** Rows that go without a trace: an opening trusts what the store says of them, the scrub does not. */
class ScrubIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open);
            open.copies().saveInvoices(OTHER, StoreRecords.invoices(1, 3, 1));
            open.copies().publish(OTHER, NOW, null);
        }
    }

    private static void fill(OpenStore open) throws ProblemException {
        open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));
        open.copies().saveJournalItems(SHOP, List.of(StoreRecords.line(9_000, 99, 0, "EUR", "item")));
        open.copies().savePartners(SHOP, List.of(StoreRecords.partner(1, "Azure")));
        open.copies().saveProducts(SHOP, List.of(StoreRecords.product(1, "Desk")));
        open.copies().savePayments(SHOP, Map.of(3L, List.of(StoreRecords.payment(LocalDate.EPOCH, "1.00"))));
        open.copies().publish(SHOP, NOW, null);
    }

    private void behindItsBack(String sql) throws Exception {
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(folder.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM invoice WHERE connection_id = 'aaaaaaaa' AND id > 12",
        "DELETE FROM invoice_lines WHERE connection_id = 'aaaaaaaa' AND invoice_id = 5",
        "DELETE FROM move_line WHERE id = 9000", "DELETE FROM payment", "DELETE FROM partner", "DELETE FROM product",
        "UPDATE invoice SET row_hash = row_hash + 1 WHERE connection_id = 'aaaaaaaa' AND id = 7",
        "UPDATE invoice SET presence = 'REMOVED_IN_ODOO' WHERE connection_id = 'aaaaaaaa' AND id = 7"})
    void whatWentWithoutATraceIsFoundToldAndReadAgain(String damage) throws Exception {
        behindItsBack(damage);

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            List<Problem> found = open.store.scrub();

            assertThat(found).extracting(Problem::code).containsExactly(ProblemCode.STORE_SHORT);
            assertThat(found.getFirst().parameters().getLast()).isEqualTo(SHOP.value());
            assertThat(open.vault.facts().get(VaultFact.COPY_UNFILLED)).isEqualTo(SHOP.value());
            assertThat(open.copies().watermark(SHOP)).isEmpty();
            assertThat(open.copies().watermark(OTHER)).contains(NOW);
            assertThat(open.copies().stamps(SHOP, RecordKind.INVOICE).values()).containsOnly(Instant.EPOCH);
            assertThat(open.store.scrub()).as("told once").isEmpty();
            fill(open);
        }
        try (var again = new OpenStore(folder)) {
            assertThat(again.store.warnings()).isEmpty();
            assertThat(again.store.scrub()).isEmpty();
            assertThat(again.store.reader().rows(Set.of(SHOP))).hasSize(20);
            assertThat(again.store.reader().counts(SHOP).lines()).isEqualTo(40);
        }
    }

    @Test
    void theOpeningReadsNoRows() throws Exception {
        try (var open = new OpenStore(folder)) {
            open.store.reader().counts(SHOP);
            open.copies().referenced(SHOP, RecordKind.PARTNER);
            open.copies().referenced(SHOP, RecordKind.PRODUCT);

            assertThat(open.statements()).isNotEmpty().noneMatch(sql -> sql.matches(
                    "(?is).*\\bfrom (invoice|move_line|invoice_lines|payment|partner|product)\\b.*"));
        }
    }

    @Test
    void numbersThatWereDamagedAreCountedAgainAndNothingElseIsSaid() throws Exception {
        behindItsBack("UPDATE holding SET all_invoices = 7, lines = 1 WHERE connection_id = 'aaaaaaaa'");

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertThat(open.store.reader().counts(SHOP).lines()).isEqualTo(40);
            assertThat(open.store.scrub()).isEmpty();
            assertThat(open.copies().watermark(SHOP)).contains(NOW);
        }
    }

    /** Its payments stayed, and are those of a version that nobody knows any more. */
    @Test
    void thePaymentsOfAnInvoiceThatWentAreInDoubtWhenItComesBack() throws Exception {
        behindItsBack("DELETE FROM invoice WHERE connection_id = 'aaaaaaaa' AND id = 3");

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.scrub()).hasSize(1);
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));

            assertThat(open.copies().paymentsWanted(SHOP, false))
                    .extracting(WantedPayments::invoice, WantedPayments::noted).containsExactly(tuple(3L, false));
        }
    }

    @Test
    void rowsThatWentWithTheirNumbersAreFoundAtTheOpening() throws Exception {
        behindItsBack("DELETE FROM invoice WHERE connection_id = 'aaaaaaaa' AND id > 12");
        behindItsBack("UPDATE holding SET all_invoices = 12, invoices = 12 WHERE connection_id = 'aaaaaaaa'");

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).extracting(Problem::code).containsExactly(ProblemCode.STORE_SHORT);
            assertThat(open.store.warnings().getFirst().parameters()).containsExactly("12", "20", SHOP.value());
            assertThat(open.store.scrub()).isEmpty();
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(12);
        }
    }

    @Test
    void aRunThatBeganBeforeTheFindingCannotPassForAWholeOne() throws Exception {
        behindItsBack("DELETE FROM invoice WHERE connection_id = 'aaaaaaaa' AND id > 12");

        try (var open = new OpenStore(folder)) {
            open.store.journal().begin(SHOP, NOW, SyncMode.CHANGES);
            open.store.journal().begin(OTHER, NOW, SyncMode.CHANGES);
            open.store.scrub();

            assertThatThrownBy(() -> open.copies().publish(SHOP, NOW, null)).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> open.store.profiles().synced(SHOP, NOW, "19.0"))
                    .isInstanceOf(ProblemException.class);
            open.copies().publish(OTHER, NOW, null);
            open.store.journal().begin(SHOP, NOW, SyncMode.CHANGES);
            fill(open);
            assertThat(open.copies().watermark(SHOP)).contains(NOW);
        }
    }

    @Test
    void anEndedScrubFindsNothingAndADeletionDoesNotEndIt() throws Exception {
        behindItsBack("DELETE FROM invoice WHERE connection_id = 'aaaaaaaa' AND id > 12");

        try (var open = new OpenStore(folder)) {
            open.copies().delete(OTHER);
            assertThat(open.store.scrub()).extracting(Problem::code).containsExactly(ProblemCode.STORE_SHORT);
        }
        behindItsBack("DELETE FROM invoice WHERE connection_id = 'aaaaaaaa' AND id > 10");
        try (var open = new OpenStore(folder)) {
            open.store.endScrub();
            assertThat(open.store.scrub()).isEmpty();
            assertThat(open.copies().stamps(SHOP, RecordKind.INVOICE)).hasSize(10);
        }
    }

    /** Who asks for it is about to say something of the copy. */
    @Test
    void anExaminationThatWasEndedIsNoAnswer() throws Exception {
        try (var open = new OpenStore(folder)) {
            open.store.endScrub();

            assertThatThrownBy(() -> open.store.examine(SHOP, new CancelToken()))
                    .isInstanceOfSatisfying(ProblemException.class,
                            ended -> assertThat(ended.problem().code()).isEqualTo(ProblemCode.CANCELLED));
        }
    }

    @Test
    void damageThatCannotBeSetAsideIsNotAnsweredAsIfItWere() throws Exception {
        behindItsBack("UPDATE partner SET city = 'elsewhere'");

        try (var open = new OpenStore(folder, () -> {
            throw ProblemException.of(ProblemCode.DISK_FULL, "here");
        })) {
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> open.store.examine(SHOP, new CancelToken()))
                        .isInstanceOfSatisfying(ProblemException.class,
                                found -> assertThat(found.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED));
            }
        }
    }

    @Test
    void deletionsAndScrubsGoOnBesideEachOther() throws Exception {
        var found = new ConcurrentLinkedQueue<Object>();
        try (var open = new OpenStore(folder)) {
            var stop = new AtomicBoolean();
            var once = new CountDownLatch(1);
            Thread scrubbing = Thread.ofPlatform().start(() -> {
                while (!stop.get()) {
                    try {
                        found.addAll(open.store.scrub());
                    } catch (ProblemException failure) {
                        found.add(failure);
                    }
                    once.countDown();
                }
            });
            once.await();
            for (int i = 0; i < 5; i++) {
                open.knowing(OTHER);
                open.copies().saveInvoices(OTHER, StoreRecords.invoices(1, 100, 2));
                assertThat(open.copies().delete(OTHER)).isGreaterThanOrEqualTo(100);
            }
            stop.set(true);
            scrubbing.join();
            assertThat(open.store.scrub()).isEmpty();
        }
        assertThat(found).isEmpty();
    }
}
