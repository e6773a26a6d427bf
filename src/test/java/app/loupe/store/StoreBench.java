package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Payment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.Cpu;
import testkit.Measured;
import testkit.StoreRecords;

/**
 * What a page costs as the copy grows. Ratios within one run, so that the machine does not decide: with a key that H2
 * cannot search by, the sixteenth thousand invoices came in at a quarter of the speed of the second.
 */
class StoreBench {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final int PAGE = 100;
    private static final int LINES = 5;
    private static final int PAGES_OF_A_ROUND = 20;
    private static final int SMALL_PAGE = 250;

    @TempDir
    private Path folder;

    @Test
    void a_page_costs_the_same_in_a_large_copy_as_in_a_small_one() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            save(open, 0);
            double small = save(open, 1);
            for (int round = 2; round < 7; round++) {
                save(open, round);
            }
            double large = save(open, 7);
            Measured.ratio("a new page: CPU in a copy of 14,000 against 2,000", large / small, 1.5);
        }
    }

    @Test
    void a_page_without_a_change_costs_less_than_a_new_one() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            save(open, 0);
            double fresh = save(open, 1);
            save(open, 1);
            double unchanged = save(open, 1);
            Measured.ratio("the same page again: CPU against a new one", unchanged / fresh, 0.75);
        }
    }

    @Test
    void payments_and_items_cost_the_same_among_many_as_among_few() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            saveSmall(open, 0);
            double few = saveSmall(open, 1);
            saveSmall(open, 2);
            double many = saveSmall(open, 3);
            Measured.ratio("payments and items: CPU of a page among 15,000 against 5,000", many / few, 1.5);
        }
    }

    /** CPU of pages of 250 payments and 250 items. */
    private static double saveSmall(OpenStore open, int round) throws Exception {
        return Cpu.ofClient(() -> {
            for (int page = 0; page < PAGES_OF_A_ROUND; page++) {
                long first = ((long) round * PAGES_OF_A_ROUND + page) * SMALL_PAGE + 1;
                Map<Long, List<Payment>> payments = new LinkedHashMap<>();
                var items = new ArrayList<MoveLine>();
                for (long id = first; id < first + SMALL_PAGE; id++) {
                    payments.put(id, List.of(StoreRecords.payment(LocalDate.EPOCH, "1.00")));
                    items.add(StoreRecords.line(id, 99, 0, "EUR", "item"));
                }
                open.copies().savePayments(SHOP, payments);
                open.copies().saveJournalItems(SHOP, items);
            }
        });
    }

    /** CPU of a round of pages and their writing down. */
    private static double save(OpenStore open, int round) throws Exception {
        return Cpu.ofClient(() -> {
            for (int page = 0; page < PAGES_OF_A_ROUND; page++) {
                long first = ((long) round * PAGES_OF_A_ROUND + page) * PAGE + 1;
                open.copies().saveInvoices(SHOP, StoreRecords.invoices(first, PAGE, LINES));
            }
            open.copies().flush();
        });
    }
}
