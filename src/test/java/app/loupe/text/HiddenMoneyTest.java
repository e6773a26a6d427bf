package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HiddenMoneyTest {
    private final AtomicBoolean hides = new AtomicBoolean(true);
    private final MoneyText money = new MoneyText(new Texts(Locale.US), hides::get);

    @Test
    void hiddenAmountsAreAllTheSameButForTheirCurrency() {
        assertThat(List.of(money.format(new BigDecimal("1290.50"), "EUR"), money.format(new BigDecimal("-3"), "EUR")))
                .containsOnly("\u20ac\u00a0" + MoneyText.HIDDEN);
        assertThat(List.of(money.plain(new BigDecimal("-12"), "USD"),
                money.rough(new Money(new BigDecimal("84100"), "EUR")))).containsOnly(MoneyText.HIDDEN);
    }

    @Test
    void soAreTheLengthsOfTheirBars() {
        List<Double> lengths = Stream.of("1290.50", "-3", "0").map(BigDecimal::new)
                .map(amount -> money.length(new Money(amount, "EUR"))).distinct().toList();
        assertThat(lengths).hasSize(1).allMatch(length -> length > 0);

        hides.set(false);
        assertThat(money.length(new Money(new BigDecimal("-3"), "EUR"))).isEqualTo(-3);
    }

    @Test
    void quantitiesAndCountsAreNoAmounts() {
        assertThat(List.of(money.quantity(new BigDecimal("3")), money.number(new BigDecimal("1200"))))
                .containsExactly("3.00", "1,200");
    }

    @Test
    void theyAreThereAgainAtOnce() {
        hides.set(false);

        assertThat(money.format(new BigDecimal("1290.50"), "EUR")).isEqualTo("\u20ac\u00a01,290.50");
        assertThat(money.rough(new Money(new BigDecimal("-84100"), "EUR"))).isEqualTo("\u221284.1K");
    }
}
