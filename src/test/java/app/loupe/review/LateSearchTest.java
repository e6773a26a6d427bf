package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** What is found by its days late is what the list says is so late. */
class LateSearchTest {
    private static final LocalDate TODAY = FakeInvoices.TODAY;

    private final FakeInvoices copy = FakeInvoices.empty();

    private void add(String number, long late, PaymentState payment, String residual) {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, payment, number, "Ann", "2026-01-01",
                TODAY.minusDays(late).toString(), "75.00", residual, "EUR");
    }

    private List<ReviewRow> found(String query, StatusChoice... chips) {
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        return books.list(books.find(new InvoiceFilter(Set.of(), Set.of(chips), InvoicePeriod.Relative.ALL, "",
                InvoiceQuery.typed(query, Set.of("EUR"))), TODAY).inOrder());
    }

    private List<String> numbers(String query, StatusChoice... chips) {
        return found(query, chips).stream().map(row -> row.row().number()).toList();
    }

    private void someOfEachAge() {
        add("SOON", -5, PaymentState.NOT_PAID, "75.00");
        add("TODAY", 0, PaymentState.NOT_PAID, "75.00");
        add("ONE", 1, PaymentState.NOT_PAID, "75.00");
        add("SIXTY", 60, PaymentState.PARTIAL, "50.00");
        add("SIXTY-ONE", 61, PaymentState.NOT_PAID, "75.00");
        add("BLOCKED", 90, PaymentState.BLOCKED, "75.00");
        add("PAID", 90, PaymentState.PAID, "0.00");
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.CANCELLED, PaymentState.NOT_PAID, "GONE", "Ann", "2026-01-01",
                "2026-02-01", "75.00", "75.00", "EUR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            overdue >60             | SIXTY-ONE
            late>60                 | SIXTY-ONE
            >60 days                | SIXTY-ONE
            60 days late            | SIXTY SIXTY-ONE
            late:>=60               | SIXTY SIXTY-ONE
            late:=60                | SIXTY
            late <61                | ONE SIXTY
            late:<=60               | ONE SIXTY
            late:60..61             | SIXTY SIXTY-ONE
            late:>1 late:<61        | SIXTY
            overdue                 | ONE SIXTY SIXTY-ONE
            above 60 days           | SIXTY-ONE
            boven 60 dagen          | SIXTY-ONE
            boven de 60 dagen       | SIXTY-ONE
            au-dessus de 60 jours   | SIXTY-ONE
            por encima de 60 días   | SIXTY-ONE
            oberhalb von 60 Tagen   | SIXTY-ONE
            below 60 days           | ONE
            onder 60 dagen          | ONE
            beneden 60 dagen        | ONE
            en dessous de 60 jours  | ONE
            au-dessous de 60 jours  | ONE
            por debajo de 60 días   | ONE
            unterhalb von 60 Tagen  | ONE
            overdue >60 blocked     |
            overdue -late>60        | ONE SIXTY
            >60 late                | ONE SIXTY SIXTY-ONE
            late:>60 paid           |
            """)
    void findsWhatIsSoLate(String query, String expected) {
        someOfEachAge();

        assertThat(numbers(query)).as(query)
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
    }

    /** Each of them asks for what is overdue, and a payment that is on hold is not, however long. */
    @ParameterizedTest
    @ValueSource(strings = {"overdue", "status:overdue", "late", "überfällig", "overdue since 1 Jan 2026",
        "since 1 Jan 2026 overdue", "overdue until 30 Nov 2026", "overdue before 2027", "overdue 2026",
        "overdue between 1 Jan 2026 and 31 Dec 2026", "overdue 01/01/2026 - 31/12/2026", "overdue >0", "late:>=1",
        "late:1..9999", ">0 days", "1 day late", "overdue by 1 day", "vencidas >0", "late:>=1 -paid"})
    void noFormFindsWhatIsBlocked(String query) {
        someOfEachAge();

        assertThat(numbers(query)).contains("ONE", "SIXTY", "SIXTY-ONE").doesNotContain("BLOCKED", "TODAY", "PAID");
        assertThat(numbers("-blocked " + query)).isEqualTo(numbers(query));
    }

    /** It is open, and it is due. */
    @ParameterizedTest
    @ValueSource(strings = {"blocked", "blocked due before 2027", "due until today", "to pay today"})
    void whatIsBlockedIsFoundBesideThem(String query) {
        someOfEachAge();

        assertThat(numbers(query)).contains("BLOCKED");
    }

    /** By the amounts 75 of all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            overdue >60 <90         | LATE LATE              | SIXTY-ONE
            overdue >=60 <=60       | LATE LATE              | SIXTY
            overdue >30 <=60        | LATE LATE              | SIXTY
            overdue > 60 < 90       | LATE LATE              | SIXTY-ONE
            overdue <61 >1          | LATE LATE              | SIXTY
            late:>60 <90            | LATE LATE              | SIXTY-ONE
            >60 days <90            | LATE LATE              | SIXTY-ONE
            overdue >60 <90 days    | LATE LATE              | SIXTY-ONE
            late:>1 >60             | LATE AMOUNT            | SIXTY SIXTY-ONE
            overdue >60 <30         | LATE AMOUNT            |
            overdue >60 hotel <90   | LATE TEXT AMOUNT       |
            overdue >60 EUR         | STATUS AMOUNT CURRENCY | ONE SIXTY SIXTY-ONE
            overdue >60 eur         | STATUS AMOUNT CURRENCY | ONE SIXTY SIXTY-ONE
            overdue >60 €           | STATUS AMOUNT CURRENCY | ONE SIXTY SIXTY-ONE
            overdue >60 euros       | STATUS AMOUNT CURRENCY | ONE SIXTY SIXTY-ONE
            overdue >60 USD         | STATUS AMOUNT TEXT     |
            overdue >60 kr CHF      | LATE TEXT TEXT         |
            overdue > 60 €          | STATUS AMOUNT CURRENCY | ONE SIXTY SIXTY-ONE
            overdue >60 ₹           | STATUS AMOUNT TEXT     |
            overdue >60 US$         | STATUS AMOUNT TEXT     |
            CHF overdue >60         | TEXT LATE              |
            EUR overdue >60         | CURRENCY LATE          | SIXTY-ONE
            € overdue >60           | CURRENCY LATE          | SIXTY-ONE
            overdue >60 Ann EUR     | LATE TEXT CURRENCY     | SIXTY-ONE
            overdue EUR >60         | STATUS CURRENCY AMOUNT | ONE SIXTY SIXTY-ONE
            overdue >60€            | STATUS AMOUNT          | ONE SIXTY SIXTY-ONE
            overdue >€60            | STATUS AMOUNT          | ONE SIXTY SIXTY-ONE
            overdue >60 currency:EUR | LATE CURRENCY         | SIXTY-ONE
            currency:EUR overdue >60 | CURRENCY LATE         | SIXTY-ONE
            overdue >60 currency:USD | LATE CURRENCY         |
            overdue >60 -EUR        | LATE CURRENCY          |
            overdue >60 -€          | LATE CURRENCY          |
            overdue >60 -USD        | LATE TEXT              | SIXTY-ONE
            overdue >60 <90 currency:EUR | LATE LATE CURRENCY | SIXTY-ONE
            überfällig >60 Währung:EUR | LATE CURRENCY       | SIXTY-ONE
            overdue >60 <90 EUR     | STATUS AMOUNT AMOUNT CURRENCY | ONE SIXTY SIXTY-ONE
            überfällig >60 EUR      | STATUS AMOUNT CURRENCY | ONE SIXTY SIXTY-ONE
            overdue >60.5           | STATUS AMOUNT          | ONE SIXTY SIXTY-ONE
            overdue >60,50          | STATUS AMOUNT          | ONE SIXTY SIXTY-ONE
            overdue >60 <1000       | STATUS AMOUNT AMOUNT   | ONE SIXTY SIXTY-ONE
            overdue >60 <90.50      | STATUS AMOUNT AMOUNT   | ONE SIXTY SIXTY-ONE
            overdue <1000           | STATUS AMOUNT          | ONE SIXTY SIXTY-ONE
            overdue >60 days EUR    | LATE CURRENCY          | SIXTY-ONE
            late:>60 EUR            | LATE CURRENCY          | SIXTY-ONE
            overdue >60 "EUR"       | LATE TEXT              |
            """)
    void aNumberBesideACurrencyIsMoney(String query, String kinds, String expected) {
        someOfEachAge();

        assertThat(InvoiceQuery.typed(query, Set.of("EUR")).tokens()).as(query).extracting(token -> token.kind().name())
                .containsExactly(kinds.split(" "));
        assertThat(numbers(query)).as(query)
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
    }

    /** Beside what is blocked, which is not overdue, it says so, too: so long its due date is past. */
    @Test
    void theListSaysAsManyDaysAsFindIt() {
        someOfEachAge();
        var dates = new DateText(new Texts(Locale.ENGLISH), ZoneOffset.UTC);

        for (ReviewRow row : found("")) {
            String said = row.openDueDate().map(due -> dates.due(due, TODAY)).orElse("");
            String days = said.endsWith(" late") ? said.replaceAll("\\D", "") : "";
            boolean blocked = row.row().paymentState() == PaymentState.BLOCKED;
            assertThat(numbers("late:>=1").contains(row.row().number())).isEqualTo(!days.isEmpty() && !blocked);
            if (blocked) {
                assertThat(days).isEqualTo("90");
            } else if (!days.isEmpty()) {
                assertThat(numbers("late:=" + days)).contains(row.row().number());
            } else {
                assertThat(row.status(TODAY)).isNotEqualTo(InvoiceStatus.OVERDUE);
            }
        }
    }

    @Test
    void takesThePlaceOfTheStatusChipsAsATypedStatusDoes() {
        someOfEachAge();

        assertThat(numbers("late:>60", StatusChoice.PAID)).containsExactlyElementsOf(numbers("late:>60"));
    }

    @Test
    void whoIsCalledLikeItIsFound() {
        copy.add("INV/1", "60 Days Late Ltd", "2026-11-01", "2026-12-01", "1.00", "1.00", "EUR");
        copy.add("INV/2", "Mehr als 60 Tage Verzug", "2026-11-01", "2026-12-01", "1.00", "1.00", "EUR");

        assertThat(numbers("60 days late")).containsExactly("INV/1");
        assertThat(numbers("mehr als 60 tage verzug")).containsExactly("INV/2");
    }
}
