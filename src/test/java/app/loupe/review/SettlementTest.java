package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import app.loupe.review.Settlement.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettlementTest {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref CHF = new Ref(5, "CHF");

    private static Invoice document(long id, MoveType type, PaymentState state, @Nullable Ref reversed) {
        return new Invoice(id, Instant.EPOCH, "N/" + id, type, MoveState.POSTED, state,
                new Invoice.Parties(null, null, "x"),
                new Invoice.Booking(null, CHF, EUR, null, null, null, reversed, null),
                new Invoice.Dates(null, LocalDate.of(2026, 5, 20), null),
                new Invoice.Amounts(ONE, ONE, ONE, ONE, new Invoice.SignedAmounts(ONE, ONE, ONE)),
                new Invoice.OtherInfo("", "", "", false, false, ""),
                List.of());
    }

    private static Payment part(boolean exchange) {
        return new Payment(LocalDate.of(2026, 5, 8), ONE, "Bank", "RINV/9 (Reversal)", 9, exchange);
    }

    private static Settlement settled(Invoice invoice, Payment part, @Nullable Invoice other) {
        return Settlement.of(invoice, part, Optional.ofNullable(other), 0);
    }

    @Test
    void aReversalIsNoPayment() {
        Invoice invoice = document(1, MoveType.CUSTOMER_INVOICE, PaymentState.REVERSED, null);
        Invoice note = document(9, MoveType.CREDIT_NOTE, PaymentState.PAID, new Ref(1, "N/1"));

        assertThat(settled(invoice, part(false), note)).extracting(Settlement::kind, Settlement::document)
                .containsExactly(Kind.REVERSED, "N/9");
        assertThat(settled(note, part(false), invoice)).extracting(Settlement::kind, Settlement::document)
                .containsExactly(Kind.REVERSES, "N/1");
    }

    @Test
    void aReversalOutsideTheCopyIsNamedByTheServersOwnText() {
        Invoice invoice = document(1, MoveType.CUSTOMER_INVOICE, PaymentState.REVERSED, null);

        assertThat(settled(invoice, part(false), null)).extracting(Settlement::kind, Settlement::document)
                .containsExactly(Kind.REVERSED, "RINV/9 (Reversal)");
    }

    @ParameterizedTest
    @EnumSource(MoveType.class)
    void anotherDocumentSetsOff(MoveType type) {
        Invoice invoice = document(1, MoveType.CUSTOMER_INVOICE, PaymentState.PAID, null);

        assertThat(settled(invoice, part(false), document(9, type, PaymentState.PAID, new Ref(2, "N/2"))))
                .extracting(Settlement::kind, Settlement::document, Settlement::currency)
                .containsExactly(Kind.SET_OFF, "N/9", "CHF");
    }

    @Test
    void onlyMoneyIsPaid() {
        Invoice invoice = document(1, MoveType.CUSTOMER_INVOICE, PaymentState.PAID, null);

        assertThat(settled(invoice, part(false), null)).extracting(Settlement::kind, Settlement::currency)
                .containsExactly(Kind.PAID, "CHF");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Miscellaneous Operations | MISC/2026/05/0001                 | MISC/2026/05/0001
            Bookings                 | MISC/2026/05/0002 (Offset for May) | MISC/2026/05/0002
            Bookings                 | misc/7                            | misc/7
            Opening Balances         | OB/1 (Opening entry)              | OB/1
            Write-Off                | WO/2026/0003                      | WO/2026/0003
            Opérations diverses      | OD/2026/0004                      | OD/2026/0004
            Diverse Buchungen        | DIV/5                             | DIV/5
            Eröffnung                | ''                                | Eröffnung
            Cash Basis Taxes         | CABA/2026/05/0001                 | CABA/2026/05/0001
            Bad debts                | BAD/2026/0001                     | BAD/2026/0001
            Bad Debt Expense         | BDE/2026/0001                     | BDE/2026/0001
            Forderungsverluste       | FV/2026/0001                      | FV/2026/0001
            Forderungsausfall        | FA/2026/0001                      | FA/2026/0001
            Créances irrécouvrables  | CI/2026/0001                      | CI/2026/0001
            Clientes incobrables     | INC/2026/0001                     | INC/2026/0001
            Oninbare vorderingen     | ONI/2026/0001                     | ONI/2026/0001
            """)
    void anEntryWithoutMoneySettlesAndPaysNothing(String journal, String reference, String document) {
        var part = new Payment(LocalDate.of(2026, 5, 8), ONE, journal, reference, 9, false);

        for (PaymentState state : PaymentState.values()) {
            assertThat(settled(document(1, MoveType.CUSTOMER_INVOICE, state, null), part, null))
                    .extracting(Settlement::kind, Settlement::document).containsExactly(Kind.SETTLED, document);
        }
    }

    @ParameterizedTest
    @CsvSource({"Bank, BNK1/2026/06/0022 (MISC/7 and the opening fee)", "Petty cash, CSH1/2026/0001",
        "Diversey Bank, PBNK2/1", "Savings, ''", "'', MISC"})
    void whatMayHaveBeenMoneyWasPaid(String journal, String reference) {
        var part = new Payment(LocalDate.of(2026, 5, 8), ONE, journal, reference, 9, false);

        assertThat(settled(document(1, MoveType.CUSTOMER_INVOICE, PaymentState.PAID, null), part, null))
                .extracting(Settlement::kind, Settlement::document).containsExactly(Kind.PAID, "");
    }

    @Test
    void anExchangeDifferenceIsInTheCompanysCurrency() {
        Invoice invoice = document(1, MoveType.CUSTOMER_INVOICE, PaymentState.REVERSED, null);

        assertThat(settled(invoice, part(true), null)).extracting(Settlement::kind, Settlement::currency)
                .containsExactly(Kind.EXCHANGE_DIFFERENCE, "EUR");
    }

    /** Odoo gives the day of the other side: before it was there itself, a document was set off by nothing. */
    @Test
    void whatIsNoPaymentCountsFromTheLaterOfBothDays() {
        Invoice invoice = document(1, MoveType.CUSTOMER_INVOICE, PaymentState.PAID, null);
        Invoice note = document(9, MoveType.CREDIT_NOTE, PaymentState.PAID, new Ref(1, "N/1"));
        LocalDate own = LocalDate.of(2026, 5, 20);

        assertThat(settled(invoice, part(false), note).date()).isEqualTo(own);
        assertThat(settled(note, part(false), invoice).date()).isEqualTo(own);
        assertThat(settled(note, part(false), document(9, MoveType.CUSTOMER_INVOICE, PaymentState.PAID, null)).date())
                .isEqualTo(own);
        assertThat(settled(invoice, part(true), null).date()).isEqualTo(own);
        assertThat(settled(invoice, part(false), null).date()).as("money came when it came")
                .isEqualTo(LocalDate.of(2026, 5, 8));
        var later = new Payment(LocalDate.of(2026, 6, 1), ONE, "MISC", "MISC/1", 9, false);
        assertThat(settled(invoice, later, note).date()).isEqualTo(later.date());
        var unknown = new Payment(null, ONE, "MISC", "MISC/1", 9, false);
        assertThat(settled(invoice, unknown, note).date()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, EXCHANGE_GAIN, 1", "-1, EXCHANGE_LOSS, -1", "0, EXCHANGE_DIFFERENCE, 1"})
    void aDifferenceOfRatesIsAGainOrALossOnEveryDocument(int gain, Kind kind, String amount) {
        for (MoveType type : MoveType.values()) {
            Settlement settlement = Settlement.of(document(1, type, PaymentState.PAID, null), part(true),
                    Optional.empty(), gain);

            assertThat(settlement.kind()).isEqualTo(kind);
            assertThat(settlement.amount(type)).isEqualByComparingTo(amount);
        }
    }
}
