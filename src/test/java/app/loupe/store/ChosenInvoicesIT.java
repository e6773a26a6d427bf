package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.StoreRecords;

/** Chosen invoices are read as all are, and without the others where they are few. */
class ChosenInvoicesIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final int INVOICES = 1_300;

    @TempDir
    private Path folder;

    private OpenStore open;

    @BeforeEach
    void open() throws ProblemException {
        open = new OpenStore(folder).knowing(SHOP, OTHER);
        open.store.copies().saveInvoices(SHOP, StoreRecords.invoices(1, INVOICES, 2));
        open.store.copies().saveInvoices(OTHER, StoreRecords.invoices(1, 10, 1));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private List<Invoice> read(Set<Long> ids, boolean withLines) throws ProblemException {
        var read = new ArrayList<Invoice>();
        open.store.reader().each(SHOP, ids, withLines, read::add);
        return read;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void theyComeAsAllDoInTheOrderOfTheirIds(int step) throws Exception {
        Set<Long> ids = LongStream.rangeClosed(1, INVOICES + 50).filter(id -> id % step == 0).boxed()
                .collect(Collectors.toUnmodifiableSet());
        for (boolean withLines : new boolean[] {true, false}) {
            var expected = new ArrayList<Invoice>();
            open.store.reader().each(SHOP, withLines, expected::add);
            expected.removeIf(invoice -> invoice.id() % step != 0);

            assertThat(read(ids, withLines)).hasSize(INVOICES / step).isEqualTo(expected);
        }
    }

    @Test
    void ofFewNoOtherIsRead() throws Exception {
        open.forgetStatements();

        assertThat(read(Set.of(4L, 1_200L), true)).extracting(Invoice::id).containsExactly(4L, 1_200L);
        assertThat(open.statements()).filteredOn(sql -> sql.contains("from invoice "))
                .isNotEmpty().allMatch(sql -> sql.contains("id in ("));
        assertThat(read(Set.of(), true)).isEmpty();
    }
}
