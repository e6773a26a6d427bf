package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import jakarta.persistence.PersistenceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.StoreRecords;

/** Who takes what is read of the copy and fails over it has a fault of its own: the copy is not damaged, and stays. */
class TakerFaultTest {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");

    @TempDir
    private Path folder;

    private interface Reading {
        void into(Consumer<Object> taker) throws ProblemException;
    }

    /** From the tables, and from the columns that a first sync writes. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatItThrowsIsThrownAndNothingIsSetAside(boolean columns) throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            var copies = open.copies();
            if (columns) {
                copies.publish(SHOP, StoreRecords.WRITTEN, null);
            }
            copies.saveInvoices(SHOP, StoreRecords.invoices(1, 3, 2));
            MoveLine entry = ColumnSegmentsIT.entry(1, 30);
            copies.saveJournalItems(SHOP, List.of(entry));
            if (columns) {
                copies.publish(SHOP, StoreRecords.WRITTEN, StoreRecords.WRITTEN);
            } else {
                copies.widen(SHOP);
            }
            var reader = open.store.reader();
            List<Reading> readings = List.of(taker -> reader.rows(Set.of(SHOP), taker::accept),
                    taker -> reader.printedLines(Set.of(SHOP), taker::accept),
                    taker -> reader.printedLines(SHOP, Set.of(1L), taker::accept),
                    taker -> reader.owedItems(SHOP, taker::accept),
                    taker -> reader.owedItems(SHOP, Set.of(), Set.of(entry.id()), taker::accept),
                    taker -> copies.eachReconciled(SHOP, taker::accept));
            open.forgetStatements();
            reader.printedLines(Set.of(SHOP), found -> {});
            assertThat(open.statements().stream().anyMatch(sql -> sql.contains("from invoice_lines")))
                    .isEqualTo(!columns);
            List<RuntimeException> faults = List.of(new IllegalStateException("theirs"),
                    new NullPointerException("theirs"), new ClassCastException("theirs"),
                    new PersistenceException("theirs"));

            for (Reading reading : readings) {
                for (RuntimeException fault : faults) {
                    assertThatThrownBy(() -> reading.into(found -> {
                        throw fault;
                    })).isSameAs(fault);
                }
            }

            assertThat(reader.rows(Set.of(SHOP))).hasSize(3);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains(FileProtection.SET_ASIDE));
        }
    }
}
