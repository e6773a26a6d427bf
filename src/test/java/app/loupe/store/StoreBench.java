package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @TempDir
    private Path folder;

    @Test
    void a_page_costs_the_same_in_a_large_copy_as_in_a_small_one() throws ProblemException {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            save(open, 0);
            double small = save(open, 1);
            for (int round = 2; round < 7; round++) {
                save(open, round);
            }
            double large = save(open, 7);
            System.out.printf("new pages: %.1f ms in a copy of 2,000, %.1f ms in one of 14,000%n", small, large);
            assertThat(large / small).isLessThan(1.5);
        }
    }

    @Test
    void a_page_without_a_change_costs_less_than_a_new_one() throws ProblemException {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            save(open, 0);
            double fresh = save(open, 1);
            save(open, 1);
            double unchanged = save(open, 1);
            System.out.printf("a new page: %.1f ms, the same page again: %.1f ms%n", fresh, unchanged);
            assertThat(unchanged / fresh).isLessThan(0.75);
        }
    }

    /** Milliseconds per page, of a round of pages and their writing down. */
    private static double save(OpenStore open, int round) throws ProblemException {
        long start = System.nanoTime();
        for (int page = 0; page < PAGES_OF_A_ROUND; page++) {
            long first = ((long) round * PAGES_OF_A_ROUND + page) * PAGE + 1;
            open.store.copies().saveInvoices(SHOP, StoreRecords.invoices(first, PAGE, LINES));
        }
        open.store.copies().flush();
        return (System.nanoTime() - start) / 1e6 / PAGES_OF_A_ROUND;
    }
}
