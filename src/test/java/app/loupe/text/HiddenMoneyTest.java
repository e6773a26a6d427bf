package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HiddenMoneyTest {
    private final AtomicBoolean hides = new AtomicBoolean(true);
    private final MoneyText money = new MoneyText(Locale.US, hides::get);

    @Test
    void hiddenAmountsAreAllTheSameButForTheirCurrency() {
        assertThat(List.of(money.format(new BigDecimal("1290.50"), "EUR"), money.format(new BigDecimal("-3"), "EUR")))
                .containsOnly("\u20ac\u00a0" + MoneyText.HIDDEN);
        assertThat(List.of(money.plain(new BigDecimal("-12"), "USD"),
                money.rough(new Money(new BigDecimal("84100"), "EUR")))).containsOnly(MoneyText.HIDDEN);
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
