package app.loupe.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.domain.ReconciledItem;
import app.loupe.reconcile.ReconciledParts.Asked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import testkit.Seeded;

class ReconciledPartsTest {
    private static final long FIRST_ENTRY = 1_000_000;
    /** Nobody says that ids are small, or close to each other. */
    private static final long FAR = 77_777_777_777L;

    private int readings;

    private static ReconciledItem item(long id, long invoice, String settled, Long... partials) {
        return new ReconciledItem(id, invoice, 1, new BigDecimal(settled), List.of(partials));
    }

    private ReconciledParts.Source source(List<ReconciledItem> items) {
        return visitor -> {
            readings++;
            items.forEach(visitor);
        };
    }

    private static Reconciliations whole(List<ReconciledItem> items) {
        var builder = new Reconciliations.Builder();
        items.forEach(builder::add);
        return builder.build();
    }

    /** Pairs, payments of many, chains, rings, a partial of three, several items of an invoice, two currencies. */
    private static List<ReconciledItem> random(SplittableRandom random) {
        var settled = new HashMap<Long, BigDecimal>();
        var partials = new HashMap<Long, Set<Long>>();
        int invoices = random.nextInt(1, 40);
        int entries = random.nextInt(1, 40);
        int edges = random.nextInt(1, 60);
        for (long edge = 1; edge <= edges; edge++) {
            long owed = random.nextLong(1, 2L * invoices);
            long other = random.nextInt(5) == 0
                    ? random.nextLong(1, 2L * invoices)
                    : FIRST_ENTRY + random.nextLong(entries);
            BigDecimal amount = random.nextInt(4) == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(random.nextLong(1, 5), 2);
            long partial = random.nextInt(20) == 0 ? 1 : random.nextBoolean() ? edge : edge * FAR;
            for (long item : List.of(owed, other)) {
                settled.merge(item, amount, BigDecimal::add);
                partials.computeIfAbsent(item, any -> new TreeSet<>()).add(partial);
            }
        }
        var items = new ArrayList<ReconciledItem>();
        // of two items of an invoice each may be in another group
        partials.forEach((id, own) -> items.add(new ReconciledItem(id, id < FIRST_ENTRY ? (id + 1) / 2 : 0,
                random.nextInt(10) == 0 ? 2 : 1, settled.getOrDefault(id, BigDecimal.ZERO), List.copyOf(own))));
        return items;
    }

    private static BigDecimal settled(List<ReconciledItem> items, long invoice) {
        return items.stream().filter(item -> item.invoice() == invoice).map(ReconciledItem::settled)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Set<Long> invoices(List<ReconciledItem> items) {
        var invoices = new TreeSet<Long>();
        items.forEach(item -> invoices.add(item.invoice()));
        invoices.remove(0L);
        return invoices;
    }

    @Seeded(300)
    void eachPartSaysOfItsInvoicesWhatAllItemsSay(long seed) throws ProblemException {
        var random = new SplittableRandom(seed);
        List<ReconciledItem> items = random(random);
        Reconciliations whole = whole(items);
        var parts = ReconciledParts.of(source(items), random.nextInt(1, 12), Asked.ALL);

        for (long invoice : invoices(items)) {
            Reconciliations own = parts.part(parts.of(invoice));
            BigDecimal settled = settled(items, invoice);
            assertThat(own.parts(invoice, settled)).isEqualTo(whole.parts(invoice, settled));
            assertThat(own.settledWith(List.of(invoice))).isEqualTo(whole.settledWith(List.of(invoice)));
        }
        for (ReconciledItem item : items) {
            var all = new HashSet<Long>();
            for (int part = 0; part < parts.count(); part++) {
                all.addAll(parts.part(part).settledBy(List.of(item.id())));
            }
            assertThat(all).isEqualTo(whole.settledBy(List.of(item.id())));
        }
    }

    @Seeded(100)
    void whatIsAskedAboutIsInAPartWithAllThatBelongsToIt(long seed) throws ProblemException {
        var random = new SplittableRandom(seed);
        List<ReconciledItem> items = random(random);
        Reconciliations whole = whole(items);
        long invoice = items.get(random.nextInt(items.size())).invoice();
        long item = items.get(random.nextInt(items.size())).id();
        var parts = ReconciledParts.of(source(items), 2, new Asked(id -> id != 0 && id == invoice, id -> id == item));

        Reconciliations own = parts.part(parts.of(invoice));
        BigDecimal settled = settled(items, invoice);
        if (invoice != 0) {
            assertThat(own.parts(invoice, settled)).isEqualTo(whole.parts(invoice, settled));
        }
        var by = new TreeSet<Long>();
        for (int part = 0; part < parts.count(); part++) {
            by.addAll(parts.part(part).settledBy(List.of(item)));
        }
        assertThat(by).isEqualTo(whole.settledBy(List.of(item)));
    }

    @Test
    void aFewAreReadOnceAndAreOnePart() throws ProblemException {
        List<ReconciledItem> items = List.of(item(10, 1, "5", 7L), item(20, 0, "-5", 7L));

        var parts = ReconciledParts.of(source(items), 2, Asked.ALL);

        assertThat(parts.count()).isEqualTo(1);
        assertThat(parts.part(0).parts(1, new BigDecimal("5"))).isPresent();
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void aPartHasNoMoreThanItMayUnlessAllOfItBelongsTogether() throws ProblemException {
        var items = new ArrayList<ReconciledItem>();
        for (long id = 1; id <= 100; id++) {
            items.add(item(id, id, "5", id));
            items.add(item(1_000 + id, 0, "-5", id));
        }
        items.add(item(500, 500, "9", 201L));
        items.add(item(501, 501, "9", 202L));
        items.add(item(502, 502, "9", 203L));
        items.add(item(1_500, 0, "-27", 201L, 202L, 203L));

        var parts = ReconciledParts.of(source(items), 3, Asked.ALL);

        assertThat(parts.count()).isEqualTo(101);
        assertThat(parts.of(500)).as("the greatest reconciliation comes first").isZero();
        assertThat(List.of(parts.of(501), parts.of(502))).containsOnly(0);
        assertThat(parts.of(100)).isEqualTo(1);
        assertThat(parts.of(1)).isEqualTo(100);
        assertThat(parts.of(77_000)).as("without an item").isZero();
    }

    @Test
    void whatNobodyAsksAboutIsInNoPart() throws ProblemException {
        var items = new ArrayList<ReconciledItem>();
        for (long id = 1; id <= 100; id++) {
            items.add(item(id, id, "5", id));
            items.add(item(1_000 + id, 0, "-5", id));
        }
        var parts = ReconciledParts.of(source(items), 10, new Asked(id -> id == 3 || id == 70, id -> id == 1_050));

        assertThat(parts.count()).isEqualTo(1);
        assertThat(parts.part(0).settledBy(List.of(1_003L, 1_004L, 1_050L, 1_070L))).containsExactly(3L, 50L, 70L);
        assertThat(readings).as("a part is read once while no other is asked for").isEqualTo(3);
        assertThat(parts.part(0).settledWith(List.of(3L))).isEmpty();
        assertThat(readings).isEqualTo(3);
    }

    @Test
    void nothingAskedAboutIsOnePartOfNothing() throws ProblemException {
        List<ReconciledItem> items = List.of(item(10, 1, "5", 7L), item(20, 0, "-5", 7L));

        var parts = ReconciledParts.of(source(items), 1, new Asked(id -> false, id -> false));

        assertThat(parts.count()).isEqualTo(1);
        assertThat(parts.part(parts.of(1)).settledBy(List.of(20L))).isEmpty();
    }

    @Seeded(20)
    void idsAreKeptOnceAndInOrder(long seed) {
        var random = new SplittableRandom(seed);
        var ids = new DistinctIds();
        Map<Long, Boolean> all = new HashMap<>();
        int count = random.nextInt(3_000);
        for (int i = 0; i < count; i++) {
            long id = random.nextLong(1, 1 + count / 2 + 1L) * (random.nextBoolean() ? 1 : FAR);
            ids.add(id);
            all.put(id, true);
        }

        assertThat(ids.take()).containsExactly(all.keySet().stream().mapToLong(id -> id).sorted().toArray());
        assertThat(ids.take()).isEmpty();
    }
}
