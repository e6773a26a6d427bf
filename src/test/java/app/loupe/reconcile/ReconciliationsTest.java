package app.loupe.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.ReconciledItem;
import app.loupe.reconcile.Reconciliations.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import testkit.Seeded;

class ReconciliationsTest {
    private static final long EUR = 1;
    private static final long USD = 2;

    private static ReconciledItem item(long id, long invoice, long currency, String settled, Long... partials) {
        return new ReconciledItem(id, invoice, currency, new BigDecimal(settled), List.of(partials));
    }

    private static Reconciliations of(ReconciledItem... items) {
        var builder = new Reconciliations.Builder();
        Arrays.stream(items).forEach(builder::add);
        return builder.build();
    }

    private static Optional<List<String>> parts(Reconciliations found, long invoice, String settled) {
        return found.parts(invoice, new BigDecimal(settled)).map(parts -> parts.stream()
                .map(part -> part.item() + ":" + part.amount().stripTrailingZeros().toPlainString()).sorted().toList());
    }

    @Test
    void onePaymentOfOneInvoice() {
        var found = of(item(10, 1, EUR, "120.50", 5L), item(20, 0, EUR, "-120.50", 5L));

        assertThat(parts(found, 1, "120.50")).contains(List.of("20:120.5"));
        assertThat(found.settledBy(Set.of(20L))).containsExactly(1L);
        assertThat(found.settledBy(Set.of(10L, 99L))).isEmpty();
    }

    @Test
    void onePaymentOfThreeInvoicesOfWhichOneIsPaidTwice() {
        var found = of(item(10, 1, EUR, "100", 5L), item(11, 2, EUR, "60", 6L), item(12, 3, EUR, "50", 7L, 8L),
                item(20, 0, EUR, "-190", 5L, 6L, 7L), item(21, 0, EUR, "-20", 8L));

        assertThat(parts(found, 1, "100")).contains(List.of("20:100"));
        assertThat(parts(found, 2, "60")).contains(List.of("20:60"));
        assertThat(parts(found, 3, "50")).contains(List.of("20:30", "21:20"));
        assertThat(found.settledBy(Set.of(20L, 21L))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void instalmentsOfOneInvoiceAreAddedUp() {
        var found = of(item(10, 1, EUR, "40", 5L), item(11, 1, EUR, "60", 6L), item(20, 0, EUR, "-100", 5L, 6L));

        assertThat(parts(found, 1, "100")).contains(List.of("20:40", "20:60"));
    }

    @Test
    void aRingHasNoLeafAndIsNotGuessed() {
        var found = of(item(10, 1, EUR, "50", 5L, 6L), item(11, 2, EUR, "50", 7L, 8L),
                item(20, 0, EUR, "-50", 5L, 7L), item(21, 0, EUR, "-50", 6L, 8L),
                item(12, 3, EUR, "9", 9L), item(22, 0, EUR, "-9", 9L));

        assertThat(parts(found, 1, "50")).isEmpty();
        assertThat(parts(found, 2, "50")).isEmpty();
        assertThat(parts(found, 3, "9")).contains(List.of("22:9"));
    }

    @Test
    void whereTwoCurrenciesMeetTheBoxIsAsked() {
        var found = of(item(10, 1, USD, "110", 5L), item(20, 0, EUR, "-100", 5L));

        assertThat(parts(found, 1, "110")).isEmpty();
    }

    @Test
    void aDifferenceOfExchangeRatesSettlesNothingAndTheRestIsKnown() {
        var found = of(item(10, 1, USD, "110", 5L, 6L), item(20, 0, USD, "-110", 5L), item(21, 0, USD, "0", 6L));

        assertThat(parts(found, 1, "110")).contains(List.of("20:110", "21:0"));
        assertThat(found.parts(1, new BigDecimal("110")).orElseThrow())
                .extracting(Part::item, Part::partial, Part::isMoneyless)
                .containsExactly(tuple(20L, 5L, false), tuple(21L, 6L, true));
    }

    @Test
    void twoPaymentsAtOtherRatesOfWhichOneIsOfAnotherInvoiceToo() {
        var found = of(item(10, 1, USD, "60", 5L, 6L, 7L, 8L), item(11, 2, USD, "50", 9L),
                item(20, 0, USD, "-40", 5L), item(21, 0, USD, "0", 6L), item(22, 0, USD, "-70", 7L, 9L),
                item(23, 0, USD, "0", 8L));

        assertThat(parts(found, 1, "60")).contains(List.of("20:40", "21:0", "22:20", "23:0"));
        assertThat(parts(found, 2, "50")).contains(List.of("22:50"));
    }

    @Test
    void aCreditNoteAtAnotherRateIsKnownOnBothSides() {
        var found = of(item(10, 1, USD, "80", 5L, 6L), item(11, 2, USD, "-80", 5L), item(21, 0, USD, "0", 6L));

        assertThat(parts(found, 1, "80")).contains(List.of("11:80", "21:0"));
        assertThat(parts(found, 2, "80")).contains(List.of("10:80", "21:0"));
        assertThat(found.parts(2, new BigDecimal("80")).orElseThrow()).extracting(Part::item, Part::beyond)
                .containsExactly(tuple(10L, false), tuple(21L, true));
    }

    @Test
    void differencesOfWhatSettledAnInvoiceAreGivenOnceWhosesoeverTheyAre() {
        var found = of(item(10, 1, USD, "60", 5L), item(11, 1, USD, "40", 6L), item(12, 2, USD, "10", 7L, 10L),
                item(20, 0, USD, "-110", 5L, 6L, 7L, 8L, 9L), item(21, 0, USD, "0", 8L), item(22, 0, USD, "0", 9L),
                item(23, 0, USD, "0", 10L));

        assertThat(found.parts(1, new BigDecimal("100")).orElseThrow()).extracting(Part::item, Part::beyond)
                .containsExactly(tuple(20L, false), tuple(20L, false), tuple(21L, true), tuple(22L, true));
        assertThat(found.parts(2, new BigDecimal("10")).orElseThrow()).extracting(Part::item, Part::beyond)
                .containsExactly(tuple(20L, false), tuple(23L, false), tuple(21L, true), tuple(22L, true));
    }

    @Test
    void whatMayBeADifferenceOfWhatSettledAnInvoiceIsAsked() {
        var notHere = of(item(10, 1, USD, "110", 5L), item(20, 0, USD, "-110", 5L, 7L));
        var ofTwo = of(item(10, 1, USD, "110", 5L), item(11, 2, USD, "30", 6L), item(20, 0, USD, "-110", 5L, 7L),
                item(22, 0, USD, "-30", 6L, 8L), item(21, 0, USD, "0", 7L, 8L));

        var twoNotHere = of(item(10, 1, USD, "110", 5L), item(20, 0, USD, "-110", 5L, 7L, 8L));

        assertThat(parts(notHere, 1, "110")).isEmpty();
        assertThat(parts(twoNotHere, 1, "110")).isEmpty();
        assertThat(parts(ofTwo, 1, "110")).isEmpty();
        assertThat(parts(ofTwo, 2, "30")).isEmpty();
    }

    @Test
    void anotherCurrencyBesideADifferenceIsAsked() {
        var found = of(item(10, 1, USD, "110", 5L, 6L), item(20, 0, EUR, "-100", 5L), item(21, 0, USD, "0", 6L));
        var difference = of(item(10, 1, USD, "110", 5L, 6L), item(20, 0, USD, "-110", 5L), item(21, 0, EUR, "-3", 6L));

        assertThat(parts(found, 1, "110")).isEmpty();
        assertThat(parts(difference, 1, "110")).isEmpty();
    }

    @Test
    void aPaymentOfWhichNothingIsLeftForThisInvoiceIsNoDifference() {
        var found = of(item(10, 1, EUR, "100", 5L, 6L), item(11, 2, EUR, "50", 7L), item(20, 0, EUR, "-100", 5L),
                item(21, 0, EUR, "-50", 6L, 7L));

        assertThat(parts(found, 1, "100")).isEmpty();
    }

    @Test
    void anItemOfNothingThatMeetsTwoOrANothingIsAsked() {
        var two = of(item(10, 1, USD, "110", 5L, 6L), item(11, 2, USD, "30", 7L, 8L), item(20, 0, USD, "-110", 5L),
                item(22, 0, USD, "-30", 7L), item(21, 0, USD, "0", 6L, 8L));
        var nothing = of(item(10, 1, USD, "0", 5L), item(20, 0, USD, "0", 5L));

        assertThat(parts(two, 1, "110")).isEmpty();
        assertThat(parts(two, 2, "30")).isEmpty();
        assertThat(parts(nothing, 1, "0")).isEmpty();
    }

    @Test
    void aSideThatIsNotInTheCopyIsAsked() {
        assertThat(parts(of(item(10, 1, EUR, "100", 5L)), 1, "100")).isEmpty();
    }

    @Test
    void aPartialThatThreeItemsNameIsAsked() {
        var found = of(item(10, 1, EUR, "100", 5L), item(20, 0, EUR, "-100", 5L), item(21, 0, EUR, "-100", 5L));

        assertThat(parts(found, 1, "100")).isEmpty();
    }

    @Test
    void whatDoesNotAddUpToTheInvoiceIsAsked() {
        var found = of(item(10, 1, EUR, "100", 5L), item(20, 0, EUR, "-100", 5L));

        assertThat(parts(found, 1, "100.01")).isEmpty();
        assertThat(parts(found, 2, "0")).contains(List.of());
        assertThat(parts(found, 2, "0.01")).isEmpty();
    }

    @Test
    void sidesThatContradictEachOtherAreAsked() {
        var found = of(item(10, 1, EUR, "100", 5L), item(20, 0, EUR, "-90", 5L),
                item(11, 2, EUR, "50", 6L), item(12, 3, EUR, "60", 7L), item(21, 0, EUR, "-100", 6L, 7L));

        assertThat(parts(found, 1, "100")).isEmpty();
        assertThat(parts(found, 2, "50")).isEmpty();
        assertThat(parts(found, 3, "60")).isEmpty();
    }

    @Test
    void whatCannotBeCountedExactlyIsAsked() {
        var found = of(item(10, 1, EUR, "0.0000001", 5L), item(20, 0, EUR, "-0.0000001", 5L),
                item(11, 2, EUR, "99999999999999999999", 6L), item(21, 0, EUR, "-99999999999999999999", 6L));

        assertThat(parts(found, 1, "0.0000001")).isEmpty();
        assertThat(parts(found, 2, "99999999999999999999")).isEmpty();
    }

    /** Books are made of known parts; whatever is found must be those, and all of them where nothing stands in the way. */
    @Seeded(300)
    void whatIsFoundIsWhatWasBooked(long seed) {
        var random = new SplittableRandom(seed);
        int count = random.nextInt(2, 60);
        var settled = new TreeMap<Long, BigDecimal>();
        var partials = new TreeMap<Long, List<Long>>();
        var truth = new TreeMap<Long, List<String>>();
        boolean forest = random.nextBoolean();
        long made = 0;
        for (long payment = 1_000; payment < 1_000 + count; payment++) {
            int invoices = forest ? 1 + (payment == 1_000 ? 0 : random.nextInt(2)) : random.nextInt(1, 5);
            for (int i = 0; i < invoices; i++) {
                // in a forest every payment has one invoice of its own, and at most one of those before
                long invoice = forest && i == 0 ? payment - 999 : random.nextLong(1, payment - 998);
                if (truth.getOrDefault(invoice, List.of()).stream().anyMatch(("" + payment)::startsWith)
                        || (forest && i > 0 && invoice == payment - 999)) {
                    continue;
                }
                BigDecimal amount = BigDecimal.valueOf(random.nextLong(1, 1_000_000), 2);
                long partial = ++made;
                for (long item : new long[] {invoice, payment}) {
                    settled.merge(item, amount, BigDecimal::add);
                    partials.computeIfAbsent(item, any -> new ArrayList<>()).add(partial);
                }
                truth.computeIfAbsent(invoice, any -> new ArrayList<>())
                        .add(payment + ":" + amount.stripTrailingZeros().toPlainString());
            }
        }
        for (Map.Entry<Long, List<String>> booked : truth.entrySet()) {
            if (random.nextInt(3) == 0) {
                // another rate
                long partial = ++made;
                long difference = 5_000 + booked.getKey();
                List.of(booked.getKey(), difference)
                        .forEach(item -> partials.computeIfAbsent(item, any -> new ArrayList<>()).add(partial));
                booked.getValue().add(difference + ":0");
            }
        }
        var builder = new Reconciliations.Builder();
        partials.forEach((item, ids) -> builder.add(new ReconciledItem(item, item < 1_000 ? item : 0, EUR,
                settled.getOrDefault(item, BigDecimal.ZERO), ids)));
        Reconciliations found = builder.build();

        for (Map.Entry<Long, List<String>> booked : truth.entrySet()) {
            Optional<List<Part>> parts = found.parts(booked.getKey(),
                    settled.getOrDefault(booked.getKey(), BigDecimal.ZERO));
            if (forest) {
                assertThat(parts).as("invoice %s", booked.getKey()).isPresent();
            }
            parts.ifPresent(list -> assertThat(list).extracting(part -> part.item() + ":"
                    + part.amount().stripTrailingZeros().toPlainString())
                    .containsExactlyInAnyOrderElementsOf(booked.getValue()));
        }
    }
}
