package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import testkit.Seeded;

/** What is kept of the items is what a new reading of all of them would give. */
class SubledgerTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private static OwedItem item(long id, long invoice, LocalDate date, String amount, String open, Long... partials) {
        return new OwedItem(id, invoice, new OwedItem.Entry(id, null, "N" + id, "", ""), false, new Ref(1, "Mine"),
                new Ref(7, "Ann"), new Ref(1, "EUR"), new OwedItem.Dates(date, date, null), new BigDecimal(amount),
                new BigDecimal(open),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)), List.of(partials));
    }

    @Test
    void saysWhatAnItemWasSettledWithAndFromWhen() {
        OwedItem invoice = item(5, 50, MAY, "100", "30", 1L, 2L);
        OwedItem payment = item(3, 0, MAY.plusDays(20), "-60", "0", 1L);
        OwedItem early = item(9, 0, MAY.minusDays(5), "-10", "0", 2L);
        Subledger ledger = Subledger.of(List.of(invoice, payment, early));

        assertThat(ledger.edges(invoice))
                .extracting(Edge::date, Edge::amount, Edge::other, Edge::otherId, Edge::otherInvoice)
                .containsExactlyInAnyOrder(
                        tuple(MAY.plusDays(20), new BigDecimal("60"), payment.entry(), 3L, 0L),
                        tuple(MAY, new BigDecimal("10"), early.entry(), 9L, 0L));
        assertThat(ledger.edges(payment)).extracting(Edge::otherInvoice).containsExactly(50L);
        assertThat(ledger.item(9)).contains(early);
        assertThat(ledger.item(4)).isEmpty();
        assertThat(ledger.item(10)).isEmpty();
    }

    @Test
    void ofTwoItemsWithOneIdTheLaterOneCounts() {
        OwedItem former = item(5, 0, MAY, "100", "100");
        OwedItem now = item(5, 50, MAY, "90", "90");

        assertThat(Subledger.of(List.of(former, now)).items()).containsExactly(now);
        assertThat(Subledger.of(List.of(former)).with(Set.of(50L), Set.of(), List.of(now)).items())
                .containsExactly(now);
    }

    @Seeded(60)
    void aChangeGivesWhatReadingEverythingAgainWould(long seed) {
        List<OwedItem> before = new RandomLedger(seed, true).items;
        List<OwedItem> after = new RandomLedger(seed + 1_000, true).items;
        var random = new SplittableRandom(seed);
        var now = new ArrayList<OwedItem>();
        var invoices = new HashSet<Long>();
        var ids = new HashSet<Long>();
        before.forEach(item -> {
            boolean gone = random.nextInt(3) == 0;
            if (gone && item.invoice() != 0) {
                invoices.add(item.invoice());
            } else if (gone) {
                ids.add(item.id());
            }
        });
        before.stream().filter(item -> !invoices.contains(item.invoice()) && !ids.contains(item.id()))
                .forEach(now::add);
        Set<Long> kept = now.stream().map(OwedItem::id).collect(Collectors.toSet());
        List<OwedItem> news = after.stream().filter(item -> !kept.contains(item.id())).toList();
        news.forEach(item -> {
            ids.add(item.id());
            now.add(item);
        });

        Subledger changed = Subledger.of(before).with(invoices, ids, news);
        Subledger anew = Subledger.of(now);

        assertThat(changed.items()).isEqualTo(anew.items());
        var asked = new AgedBalance(RandomLedger.LAST.minusDays(60), false, AgedBalance.By.DUE, RandomLedger.LAST);
        assertThat(asked.rows(changed)).isEqualTo(asked.rows(anew));
    }
}
