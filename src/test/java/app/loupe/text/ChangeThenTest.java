package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ChangeEntry;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.NotedChange;
import app.loupe.domain.PaymentState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An entry says what an invoice was at its moment, whatever became of it since. */
class ChangeThenTest {
    private static final ConnectionId ACME = new ConnectionId("acme0001");
    private static final InvoiceRow NOW = new InvoiceRow(new InvoiceKey(ACME, 7), "INV/7", MoveType.CUSTOMER_INVOICE,
            MoveState.POSTED, PaymentState.PARTIAL, new InvoiceRow.Partner("Azure", 1, 1, ""),
            LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 29),
            new InvoiceRow.Amounts("EUR", new BigDecimal("5000"), new BigDecimal("390"), new BigDecimal("5390.00"),
                    new BigDecimal("1390.00")),
            new InvoiceRow.Booking("Customer Invoices", "EUR", new BigDecimal("5000"), new BigDecimal("5390.00"),
                    new BigDecimal("1390.00")),
            new InvoiceRow.OtherInfo("", "", "", "", "", false), InvoiceRow.Presence.PRESENT);

    private final List<NotedChange> oldestFirst = new ArrayList<>();

    private void run(int run, Kind kind, InvoiceField field, String before, String after) {
        oldestFirst.add(new NotedChange(ACME, oldestFirst.size() + 1L, new InvoiceChange(7, "INV/7", 1, run,
                Instant.EPOCH.plusSeconds(run), kind, field, 0, before, after, true)));
    }

    /** What is said, the oldest first. */
    private List<String> lines() {
        var texts = new Texts(Locale.US);
        var words = new ChangeText(texts, new DateText(texts, ZoneOffset.UTC), new MoneyText(Locale.US));
        return ChangeEntry.of(oldestFirst.reversed()).reversed().stream()
                .map(entry -> words.line(entry, NOW).replace('\u00a0', ' ')).toList();
    }

    @Test
    void aNewInvoiceHasTheAmountAndTheDayThatItCameWith() {
        run(1, Kind.NEW, InvoiceField.PRESENCE, "", "");
        run(2, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "4000.00", "4500.00");
        run(2, Kind.CHANGED, InvoiceField.DUE_DATE, "2026-12-05", "2026-12-06");
        run(3, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "4500.00", "5390.00");
        run(3, Kind.CHANGED, InvoiceField.DUE_DATE, "2026-12-06", "2026-11-29");

        assertThat(lines().getFirst()).isEqualTo("€ 4,000.00 · due 5 Dec 2026");
    }

    @Test
    void aDraftCameWithoutADueDateAndInAnotherCurrency() {
        run(1, Kind.NEW, InvoiceField.PRESENCE, "", "");
        run(2, Kind.CHANGED, InvoiceField.CURRENCY, "USD", "EUR");
        run(2, Kind.CHANGED, InvoiceField.DUE_DATE, "", "2026-11-29");
        run(2, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "0.00", "5390.00");

        assertThat(lines().getFirst()).isEqualTo("$ 0.00");
    }

    @Test
    void whatHasNotChangedSinceIsAsItIsNow() {
        run(1, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "1.00", "5390.00");
        run(2, Kind.NEW, InvoiceField.PRESENCE, "", "");
        run(3, Kind.CHANGED, InvoiceField.REFERENCE, "a", "b");

        assertThat(lines().get(1)).isEqualTo("€ 5,390.00 · due 29 Nov 2026");
    }

    @Test
    void aTextThatIsNoAmountIsPassedOver() {
        run(1, Kind.NEW, InvoiceField.PRESENCE, "", "");
        run(2, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "what", "5390.00");

        assertThat(lines().getFirst()).isEqualTo("€ 5,390.00 · due 29 Nov 2026");
    }

    @Test
    void paidIsTheTotalOfThatMomentAndSoIsTheRest() {
        run(1, Kind.CHANGED, InvoiceField.AMOUNT_RESIDUAL, "4000.00", "3900.00");
        run(1, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, "", "2026-11-20 100.00 BNK/1");
        run(2, Kind.CHANGED, InvoiceField.PAYMENT_STATE, "partial", "paid");
        run(3, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "4000.00", "5390.00");
        run(3, Kind.CHANGED, InvoiceField.AMOUNT_RESIDUAL, "0.00", "1390.00");

        assertThat(lines().subList(0, 2)).containsExactly("€ 100.00 of € 4,000.00", "€ 4,000.00");
    }

    @Test
    void whatWasRemovedAndCameBackWasThatMuch() {
        run(1, Kind.REMOVED, InvoiceField.PRESENCE, "", "");
        run(2, Kind.BACK, InvoiceField.PRESENCE, "", "");
        run(2, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "4000.00", "5390.00");
        run(2, Kind.CHANGED, InvoiceField.INVOICE_DATE, "2026-11-01", "2026-11-15");
        run(2, Kind.CHANGED, InvoiceField.TYPE, "out_refund", "out_invoice");

        assertThat(lines().getFirst()).isEqualTo("was € \u22124,000.00, dated 1 Nov 2026 · last copy kept");
    }
}
