package app.loupe.export;

import app.loupe.domain.Payment;
import app.loupe.review.Settlement;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.LocalDate;

/** Says what settled a part of an invoice: the same in the window and on paper. */
public record SettlementWords(Texts texts, DateText dates) {
    /** What was done. */
    public String what(Settlement settlement) {
        return switch (settlement.kind()) {
            case PAID -> settlement.date() == null ? get("paid") : get("paid-on", day(settlement));
            case REVERSED -> get("reversed-by", settlement.document());
            case REVERSES -> get("reverses-other", settlement.document());
            case SET_OFF -> get("set-off-by", settlement.document());
            case SETTLED -> get("settled-by", settlement.document());
            case EXCHANGE_GAIN -> get("exchange-gain");
            case EXCHANGE_LOSS -> get("exchange-loss");
            case EXCHANGE_DIFFERENCE -> get("exchange-difference");
        };
    }

    /** How it was paid; of what was not paid, the day. */
    public String more(Settlement settlement) {
        Payment payment = settlement.payment();
        if (settlement.kind() == Settlement.Kind.PAID) {
            return payment.label().isBlank() ? payment.reference() : payment.label();
        }
        return day(settlement);
    }

    private String get(String key, Object... arguments) {
        return texts.get("invoices.detail." + key, arguments);
    }

    private String day(Settlement settlement) {
        LocalDate date = settlement.date();
        return date == null ? "" : dates.day(date);
    }
}
