package app.loupe.sample;

import app.loupe.domain.Ref;
import java.math.BigDecimal;

/** The taxes of the sample company, one of each rate for sales and one for purchases. */
enum Tax {
    STANDARD(1, "21"),
    REDUCED(2, "9"),
    NONE(3, "0");

    private final long id;
    private final String percent;

    Tax(long id, String percent) {
        this.id = id;
        this.percent = percent;
    }

    BigDecimal rate() {
        return new BigDecimal(percent).movePointLeft(2);
    }

    Ref ref(boolean sale) {
        return new Ref(sale ? id : 3 + id, percent + "% " + (sale ? "sales" : "purchases"));
    }

    Ref group() {
        return new Ref(id, "Tax " + percent + "%");
    }
}
