package app.loupe.sample;

import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The currencies of the sample company, with their decimals and what one unit is worth in euros. */
enum SampleCurrency {
    EUR(1, 2, "1"),
    USD(2, 2, "0.92"),
    JPY(3, 0, "0.0061");

    private final long id;
    private final int decimals;
    private final BigDecimal euros;

    SampleCurrency(long id, int decimals, String euros) {
        this.id = id;
        this.decimals = decimals;
        this.euros = new BigDecimal(euros);
    }

    Ref ref() {
        return new Ref(id, name());
    }

    BigDecimal round(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** An amount of this currency in the company's. */
    BigDecimal inEuros(BigDecimal amount) {
        return EUR.round(amount.multiply(euros));
    }

    /** A price in euros in this currency. */
    BigDecimal ofEuros(BigDecimal price) {
        return round(price.divide(euros, decimals, RoundingMode.HALF_UP));
    }
}
