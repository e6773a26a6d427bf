package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Payment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** A reader between whose queries somebody commits. */
class OneStateIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final InvoiceKey INVOICE = new InvoiceKey(SHOP, 7);

    @TempDir
    Path folder;

    private final AtomicReference<@Nullable Runnable> beforeLines = new AtomicReference<>();

    private String inspected(String sql) {
        Runnable meanwhile = sql.contains("from invoice_lines") ? beforeLines.getAndSet(null) : null;
        if (meanwhile != null) {
            meanwhile.run();
        }
        return sql;
    }

    @Test
    void anInvoiceAndItsLinesAreOfOneState() throws Exception {
        new OpenStore(folder).knowing(SHOP).close();
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA);
                var key = OpenStore.key((byte) 7);
                var store = InvoiceStore.open(vault, key, OpenStore.CLOCK, List::of, this::inspected)) {
            OpenStore.copies(store).saveInvoices(SHOP, List.of(StoreRecords.invoice(7, 2)));
            beforeLines.set(() -> commit(store));

            assertThat(store.reader().invoice(INVOICE)).contains(StoreRecords.invoice(7, 2));

            assertThat(beforeLines.get()).as("the commit came between").isNull();
            assertThat(store.reader().invoice(INVOICE)).contains(StoreRecords.invoice(7, 5));
        }
    }

    /** By another thread, and at once. */
    private static void commit(InvoiceStore store) {
        var task = new FutureTask<>(
                () -> OpenStore.copies(store).saveInvoices(SHOP, List.of(StoreRecords.invoice(7, 5))));
        Thread thread = Thread.ofPlatform().start(task);
        try {
            thread.join();
            task.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void everyChangeOfARecordIsAnotherState() throws Exception {
        new OpenStore(folder).knowing(SHOP).close();
        try (var opened = new OpenStore(folder)) {
            var states = new ArrayList<String>();
            opened.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 3, 2));
            states.add(opened.store.reader().state(SHOP));
            opened.copies().saveInvoices(SHOP, List.of(StoreRecords.invoice(2, 4)));
            states.add(opened.store.reader().state(SHOP));
            opened.copies().savePayments(SHOP, Map.of(1L,
                    List.of(new Payment(LocalDate.of(2026, 3, 1), BigDecimal.TEN, "Bank", "BNK/1", 8, false))));
            states.add(opened.store.reader().state(SHOP));
            opened.copies().savePartners(SHOP, List.of(StoreRecords.partner(5, "Azure")));
            states.add(opened.store.reader().state(SHOP));
            opened.copies().markRemoved(SHOP, Set.of(3L), StoreRecords.WRITTEN);
            states.add(opened.store.reader().state(SHOP));
            opened.copies().saveInvoices(SHOP, List.of(StoreRecords.invoice(2, 4)));

            assertThat(states).doesNotHaveDuplicates().endsWith(opened.store.reader().state(SHOP));
        }
    }
}
