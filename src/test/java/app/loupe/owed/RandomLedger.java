package app.loupe.owed;

import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Items and what they were settled with, drawn from a seed: two companies, two currencies, customers and vendors, credit
 * notes, payments of several invoices and parts, payments that belong to nothing. It knows every amount and date of what
 * was settled, and answers from those alone.
 */
final class RandomLedger {
    /** No item is dated later. */
    static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private static final int DAYS = 400;

    final List<OwedItem> items = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final SplittableRandom random;
    private final boolean forest;
    private long partials;

    /** What one side of a partial reconciliation took, and from when. */
    private record Settled(LocalDate date, BigDecimal amount) {}

    /** An item while it is drawn. */
    private static final class Draft {
        final long id;
        final boolean debit;
        final Ref currency;
        final LocalDate date;
        final List<Long> partials = new ArrayList<>();
        final List<Settled> settled = new ArrayList<>();
        BigDecimal rest = BigDecimal.ZERO;

        Draft(long id, boolean debit, Ref currency, LocalDate date) {
            this.id = id;
            this.debit = debit;
            this.currency = currency;
            this.date = date;
        }

        private BigDecimal signed(BigDecimal amount) {
            return debit ? amount : amount.negate();
        }

        private BigDecimal sum(@Nullable LocalDate until) {
            return settled.stream().filter(part -> until == null || !part.date().isAfter(until)).map(Settled::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal amount() {
            return signed(sum(null).add(rest));
        }

        BigDecimal open(LocalDate day) {
            return signed(sum(null).add(rest).subtract(sum(day)));
        }
    }

    /** In a forest of one currency each every amount follows; rings, and several payments in another currency, leave some open. */
    RandomLedger(long seed, boolean forest) {
        this.random = new SplittableRandom(seed);
        this.forest = forest;
        int groups = random.nextInt(1, 6);
        for (int group = 0; group < groups; group++) {
            group(group);
        }
    }

    /** Items of one partner with one company: only these are settled with each other. */
    private void group(int group) {
        boolean payable = random.nextBoolean();
        var company = new Ref(1 + group % 2, "Company " + group % 2);
        var partner = group == 4 ? null : new Ref(10 + group % 3, "Partner " + group % 3);
        int first = drafts.size();
        int count = random.nextInt(2, 12);
        Ref ofForest = currency();
        for (int i = 0; i < count; i++) {
            Ref currency = forest ? ofForest : currency();
            var draft = new Draft(1 + drafts.size(), i % 2 == 0, currency, LAST.minusDays(random.nextInt(DAYS)));
            draft.rest = random.nextInt(3) == 0 ? BigDecimal.ZERO : amount();
            drafts.add(draft);
            if (i > 0) {
                settle(draft, first);
            }
        }
        for (Draft draft : drafts.subList(first, drafts.size())) {
            items.add(item(draft, payable, company, partner));
        }
    }

    /** In a forest every new item is settled with one earlier item at most. */
    private void settle(Draft draft, int first) {
        int most = forest ? 1 : 3;
        for (int i = 0; i < most && random.nextInt(5) > 0; i++) {
            Draft other = drafts.get(first + random.nextInt(drafts.size() - 1 - first));
            if (other.debit == draft.debit) {
                continue;
            }
            BigDecimal own = amount();
            BigDecimal there = other.currency.equals(draft.currency) ? own : amount();
            LocalDate date = other.date.isAfter(draft.date) ? other.date : draft.date;
            partials++;
            draft.partials.add(partials);
            other.partials.add(partials);
            draft.settled.add(new Settled(date, own));
            other.settled.add(new Settled(date, there));
        }
    }

    private Ref currency() {
        return random.nextInt(4) == 0 ? new Ref(2, "USD") : new Ref(1, "EUR");
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextLong(1, 100_000), 2);
    }

    private OwedItem item(Draft draft, boolean payable, Ref company, @Nullable Ref partner) {
        boolean invoice = random.nextInt(3) > 0;
        LocalDate due = random.nextInt(4) == 0 ? null : draft.date.plusDays(random.nextInt(-3, 90));
        return new OwedItem(draft.id, invoice ? 1_000 + draft.id : 0,
                new OwedItem.Entry(draft.id, null, "N" + draft.id, "", ""),
                payable, company, partner,
                draft.currency,
                new OwedItem.Dates(draft.date, due, invoice ? draft.date.minusDays(random.nextInt(3)) : null),
                draft.amount(), draft.open(LAST),
                new OwedItem.Booked(null, draft.amount(), draft.open(LAST)), draft.partials);
    }

    /** What was owed, under "company|currency|partner", from what is known of every part. */
    Map<String, Map<AgeBucket, BigDecimal>> owed(AgedBalance asked) {
        var owed = new TreeMap<String, Map<AgeBucket, BigDecimal>>();
        for (OwedItem item : items) {
            if (item.payable() == asked.payable() && !item.dates().accounting().isAfter(asked.asOf())) {
                BigDecimal open = drafts.get((int) item.id() - 1).open(asked.asOf());
                BigDecimal amount = asked.payable() ? open.negate() : open;
                owed.computeIfAbsent(key(item.company(), item.currency(), item.partner()),
                        key -> new EnumMap<>(AgeBucket.class)).merge(bucket(item, amount, asked), amount,
                                BigDecimal::add);
            }
        }
        owed.values().forEach(amounts -> amounts.values().removeIf(amount -> amount.signum() == 0));
        owed.values().removeIf(Map::isEmpty);
        return owed;
    }

    private static AgeBucket bucket(OwedItem item, BigDecimal amount, AgedBalance asked) {
        LocalDate from = asked.by() == AgedBalance.By.DUE ? item.dates().due() : item.dates().invoice();
        long late = asked.asOf().toEpochDay() - (from == null ? item.dates().accounting() : from).toEpochDay();
        boolean unmatched = item.invoice() == 0 && amount.signum() < 0;
        if (unmatched || late < 1) {
            return AgeBucket.NOT_DUE;
        }
        return late > 120
                ? AgeBucket.OLDER
                : List.of(AgeBucket.TO_30, AgeBucket.TO_60, AgeBucket.TO_90, AgeBucket.TO_120)
                        .get((int) (late - 1) / 30);
    }

    static String key(@Nullable Ref... refs) {
        return String.join("|", Stream.of(refs).map(ref -> ref == null ? "" : ref.name()).toList());
    }
}
