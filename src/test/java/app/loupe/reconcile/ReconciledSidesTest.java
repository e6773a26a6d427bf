package app.loupe.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ReconciledItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each item was settled with, seen from it. */
class ReconciledSidesTest {
    private static final long EUR = 1;
    private static final long USD = 2;

    private static ReconciledItem item(long id, long invoice, long currency, String settled, Long... partials) {
        return new ReconciledItem(id, invoice, currency, new BigDecimal(settled), List.of(partials));
    }

    private static ReconciledSides of(ReconciledItem... items) {
        var builder = new ReconciledSides.Builder();
        Stream.of(items).forEach(builder::add);
        return builder.build();
    }

    /** Those of the item that was given in this place, each with the place of the item on its other side. */
    private static List<String> sides(ReconciledSides found, int item) {
        return IntStream.range(found.first(item), found.first(item + 1))
                .mapToObj(side -> found.other(side) + ":" + Optional.ofNullable(found.amount(side))
                        .map(amount -> amount.stripTrailingZeros().toPlainString()).orElse("?"))
                .toList();
    }

    @Test
    void eachSideHasItsOwnAmountWhereTwoCurrenciesMeet() {
        var found = of(item(10, 1, USD, "110", 5L, 6L), item(20, 0, EUR, "-100", 5L), item(21, 0, USD, "-10", 6L));

        assertThat(sides(found, 0)).containsExactly("1:100", "2:10");
        assertThat(sides(found, 1)).containsExactly("0:100");
    }

    @Test
    void aDifferenceOfExchangeRatesSettlesNothingOfAnItem() {
        var found = of(item(10, 1, USD, "110", 5L, 6L), item(20, 0, USD, "-110", 5L), item(21, 0, USD, "0", 6L));

        assertThat(sides(found, 0)).containsExactly("1:110", "2:0");
    }

    @Test
    void aSideThatIsNotInTheCopyHasAnAmountAndNoName() {
        assertThat(sides(of(item(10, 1, EUR, "100", 5L)), 0)).containsExactly("-1:100");
    }

    @Test
    void sidesThatContradictEachOtherOrMakeARingAreUnknown() {
        var found = of(item(10, 1, EUR, "100", 5L), item(20, 0, EUR, "-90", 5L),
                item(11, 2, EUR, "50", 6L, 7L), item(12, 3, EUR, "50", 8L, 9L),
                item(21, 0, EUR, "-50", 6L, 8L), item(22, 0, EUR, "-50", 7L, 9L));

        assertThat(sides(found, 0)).containsExactly("1:?");
        assertThat(sides(found, 1)).containsExactly("0:?");
        assertThat(sides(found, 2)).containsExactly("4:?", "5:?");
    }

    @Test
    void anItemThatNothingWasReconciledWithHasNoSideAndKeepsItsPlace() {
        var found = of(item(10, 1, EUR, "0"), item(20, 0, EUR, "-100", 5L), item(30, 3, EUR, "100", 5L));

        assertThat(sides(found, 0)).isEmpty();
        assertThat(sides(found, 1)).containsExactly("2:100");
        assertThat(found.partial(found.first(2))).isEqualTo(5);
    }
}
