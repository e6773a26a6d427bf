package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
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
        open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, INVOICES, 2));
        open.copies().saveInvoices(OTHER, StoreRecords.invoices(1, 10, 1));
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
    void theirAccountingDatesComeByThemselvesAsWithTheInvoices() throws Exception {
        var expected = new HashMap<Long, LocalDate>();
        open.store.reader().each(SHOP, false, invoice -> {
            if (invoice.dates().accounting() != null) {
                expected.put(invoice.id(), invoice.dates().accounting());
            }
        });

        assertThat(open.store.reader().accountingDates(SHOP)).isNotEmpty().isEqualTo(expected);
        assertThat(open.store.reader().accountingDates(new ConnectionId("cccccccc"))).isEmpty();
    }

    private static MoveLine line(long id, LineKind kind, @Nullable Ref tax) {
        MoveLine product = StoreRecords.line(id, id / 10, 1, "EUR", "Azure");
        return new MoveLine(id, product.writeDate(), product.entry(), kind, product.sequence(), product.label(),
                product.price(), new MoveLine.Taxes(List.of(), tax, null, new BigDecimal("1.00")), product.posting(),
                product.date(), product.dueDate(), product.matching());
    }

    private static Invoice ofEveryKind(long id) {
        var lines = new ArrayList<MoveLine>();
        for (LineKind kind : LineKind.values()) {
            lines.add(line(id * 100 + lines.size(), kind, null));
        }
        lines.add(line(id * 100 + lines.size(), LineKind.ROUNDING, new Ref(4, "Tax")));
        return StoreRecords.invoice(id, 0).withLines(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 400})
    void shownLinesAreThoseOfTheDocument(int step) throws Exception {
        List<Invoice> invoices = LongStream.rangeClosed(2_001, 2_001 + INVOICES)
                .mapToObj(ChosenInvoicesIT::ofEveryKind).toList();
        open.copies().saveInvoices(SHOP, invoices);
        Set<Long> ids = LongStream.rangeClosed(2_001, 2_001 + INVOICES).filter(id -> id % step == 0).boxed()
                .collect(Collectors.toUnmodifiableSet());
        var shown = new ArrayList<Invoice>();

        open.store.reader().eachShown(SHOP, ids, shown::add);

        assertThat(shown).hasSize(ids.size()).allSatisfy(invoice -> assertThat(invoice.lines())
                .filteredOn(MoveLine::isShown).hasSize(5)
                .isEqualTo(ofEveryKind(invoice.id()).lines().stream().filter(MoveLine::isShown).toList()));
        assertThat(shown).flatExtracting(Invoice::lines).extracting(MoveLine::kind)
                .doesNotContain(LineKind.TAX, LineKind.RECEIVABLE);
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
