package app.loupe.app;

import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveState;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SystemAccount;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.AgedRow;
import app.loupe.owed.Subledger;
import app.loupe.settings.DataFolder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeKeyHolder;

/** What the sample company is owed, from its source through the store to the ages. */
class AgedIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    private OpenLoupe open(String name, LocalDate day) throws ProblemException {
        return OpenLoupe.open(DataFolder.open(folder.resolve(name)), new SystemAccount("owner", "1000"),
                FakeKeyHolder.keyring(), FakeKeyHolder.passphrase(),
                Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC), WholeLoupe.TEXTS);
    }

    private static ConnectionId synced(OpenLoupe loupe) throws ProblemException {
        ConnectionId id = loupe.connections().addSample().id();
        sync(loupe, id);
        return id;
    }

    private static List<OwedItem> items(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        var items = new ArrayList<OwedItem>();
        loupe.invoices().owedItems(id, items::add);
        return items;
    }

    private static Map<String, BigDecimal> totals(List<AgedRow> rows) {
        var totals = new TreeMap<String, BigDecimal>();
        rows.forEach(row -> totals.merge(row.currency() == null ? "" : row.currency().name(), row.total().amount(),
                BigDecimal::add));
        return totals;
    }

    private static Map<String, Map<AgeBucket, String>> amounts(List<AgedRow> rows) {
        var all = new TreeMap<String, Map<AgeBucket, String>>();
        for (AgedRow row : rows) {
            var amounts = new TreeMap<AgeBucket, String>();
            row.amounts().forEach((bucket, amount) -> {
                if (amount.signum() != 0) {
                    amounts.put(bucket, amount.amount().stripTrailingZeros().toPlainString());
                }
            });
            all.put(row.currency() + " " + row.partner(), amounts);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asOfTodayTheSampleCompanyAddsUpToWhatIsOpenOfItsInvoices(boolean payable) throws Exception {
        try (OpenLoupe loupe = open("one", TODAY)) {
            ConnectionId id = synced(loupe);
            var open = new TreeMap<String, BigDecimal>();
            for (InvoiceRow row : loupe.invoices().rows(Set.of(id))) {
                if (row.state() == MoveState.POSTED && row.type().isSale() != payable
                        && row.amounts().residual().signum() != 0) {
                    open.merge(row.amounts().currency(), row.type().signed(row.amounts().residual()), BigDecimal::add);
                }
            }

            for (AgedBalance.By by : AgedBalance.By.values()) {
                List<AgedRow> rows = new AgedBalance(TODAY, payable, by, TODAY).rows(Subledger.of(items(loupe, id)));
                assertThat(rows).hasSizeGreaterThan(2).allMatch(AgedRow::exact);
                assertThat(totals(rows)).usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .usingRecursiveComparison().isEqualTo(open);
            }
        }
    }

    @Test
    void aPastDayIsAnsweredAsACopyOfThatDayWouldHave() throws Exception {
        LocalDate past = LocalDate.of(2026, 7, 31);
        try (OpenLoupe now = open("now", TODAY); OpenLoupe then = open("then", past)) {
            ConnectionId today = synced(now);
            ConnectionId before = synced(then);

            for (boolean payable : new boolean[] {false, true}) {
                var asked = new AgedBalance(past, payable, AgedBalance.By.DUE, TODAY);
                List<OwedItem> all = items(now, today);
                List<AgedRow> rows = asked.rows(Subledger.of(all));
                assertThat(rows).hasSizeGreaterThan(2).allMatch(AgedRow::exact);
                // the sample company forgets its oldest month as time goes by
                LocalDate first = all.stream().map(item -> item.dates().accounting()).min(Comparator.naturalOrder())
                        .orElseThrow();
                List<OwedItem> known = items(then, before).stream()
                        .filter(item -> !item.dates().accounting().isBefore(first))
                        .toList();
                assertThat(amounts(rows)).isEqualTo(amounts(asked.rows(Subledger.of(known))));
            }
        }
    }
}
