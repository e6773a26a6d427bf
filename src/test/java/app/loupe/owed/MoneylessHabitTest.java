package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;

/** What is written off was not paid. */
class MoneylessHabitTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Ref EUR = new Ref(1, "EUR");

    private final List<OwedItem> items = new ArrayList<>();

    private void add(long id, @Nullable MoveType type, String journal, String number, String date, String amount,
            Long... partials) {
        LocalDate day = LocalDate.parse(date);
        var booked = new BigDecimal(amount);
        items.add(new OwedItem(id, type == null ? 0 : id, new OwedItem.Entry(id, type, number, journal, ""), false,
                new Ref(1, "Acme"), new Ref(7, "P7"), EUR, new OwedItem.Dates(day, day, type == null ? null : day),
                booked, BigDecimal.ZERO, new OwedItem.Booked(null, booked, BigDecimal.ZERO), List.of(partials)));
    }

    @ParameterizedTest
    @CsvSource({"Miscellaneous Operations, MISC/2026/01/0001", "Any, MISC/2026/01/0001",
        "Opérations diverses, OD/2026/01/0001", "Bad debts, BAD/2026/0001"})
    void anInvoiceThatWasWrittenOffIsNoHabit(String journal, String number) {
        add(1, MoveType.CUSTOMER_INVOICE, "Customer Invoices", "INV/1", "2024-01-05", "100", 9L);
        add(2, null, journal, number, "2026-01-05", "-100", 9L);

        assertThat(PaymentHabit.of(Subledger.of(items), false, TODAY, TODAY)).isEmpty();
    }

    @Test
    void aRestThatIsWrittenOffYearsLaterDoesNotPutOffThePayment() {
        add(1, MoveType.CUSTOMER_INVOICE, "Customer Invoices", "INV/1", "2024-01-05", "100", 8L, 9L);
        add(2, null, "Bank", "BNK1/2024/01/0001", "2024-01-25", "-99.98", 8L);
        add(3, null, "Miscellaneous Operations", "MISC/2026/01/0001", "2026-01-05", "-0.02", 9L);

        assertThat(PaymentHabit.of(Subledger.of(items), false, TODAY, TODAY).get(7L))
                .isEqualTo(new PaymentHabit(1, 20, 20, 20, 20));
    }
}
