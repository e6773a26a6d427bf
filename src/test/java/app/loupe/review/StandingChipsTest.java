package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** A chip that the search does not set aside is true of every row that is listed: screen and paper name it. */
class StandingChipsTest {
    private static final Set<String> CURRENCIES = Set.of("EUR", "USD", "CAD", "JPY");

    private final Books books = books();

    private static Books books() {
        FakeInvoices copy = FakeInvoices.believable();
        for (MoveType type : MoveType.values()) {
            for (PaymentState state : PaymentState.values()) {
                for (String currency : Set.of("EUR", "USD", "CAD")) {
                    copy.addAs(type, MoveState.POSTED, state, type + " " + state + " " + currency, "Deco",
                            "2026-03-01", "2026-03-01", "50.00", "50.00", currency);
                }
            }
        }
        return Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
    }

    private static InvoiceFilter filter(Set<MoveType> types, Set<StatusChoice> statuses, String currency,
            String typed) {
        return new InvoiceFilter(types, statuses, InvoicePeriod.Relative.ALL, currency,
                InvoiceQuery.typed(typed, CURRENCIES));
    }

    private Set<InvoiceKey> found(InvoiceFilter filter) {
        return books.list(books.find(filter, FakeInvoices.TODAY).inOrder()).stream().map(row -> row.row().key())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "outstanding", "receivable", "unpaid", "overdue", "partly paid", "paid", "paid unpaid",
        "overdue blocked", "due this week", "due 2026", "overdue >10", "in payment", "deco"})
    void ofAStatus(String typed) {
        for (StatusChoice chip : StatusChoice.values()) {
            InvoiceFilter both = filter(Set.of(), Set.of(chip), "", typed);
            if (!new SetAside(both).status(chip)) {
                assertThat(found(filter(Set.of(), Set.of(chip), "", ""))).as(chip + " " + typed)
                        .containsAll(found(both));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "outstanding", "receivable", "invoices", "invoices bills", "credit notes",
        "customer:deco", "vendor:deco", "invoices customer:deco", "bills vendor:deco", "documents", "deco"})
    void ofAKind(String typed) {
        for (Set<MoveType> chip : Set.of(Set.of(MoveType.CUSTOMER_INVOICE), Set.of(MoveType.VENDOR_BILL),
                Set.of(MoveType.CREDIT_NOTE, MoveType.VENDOR_REFUND))) {
            InvoiceFilter both = filter(chip, Set.of(), "", typed);
            if (!new SetAside(both).types(chip)) {
                assertThat(found(filter(chip, Set.of(), "", ""))).as(chip + " " + typed).containsAll(found(both));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "usd", "eur usd", "$", "deco"})
    void ofACurrency(String typed) {
        for (String chip : Set.of("EUR", "USD")) {
            InvoiceFilter both = filter(Set.of(), Set.of(), chip, typed);
            if (!new SetAside(both).currency()) {
                assertThat(found(filter(Set.of(), Set.of(), chip, ""))).as(chip + " " + typed)
                        .containsAll(found(both));
            }
        }
    }

    @Test
    void whatIsUnpaidIsNotOnHold() {
        InvoiceFilter outstanding = filter(Set.of(), Set.of(), "", "outstanding");
        InvoiceFilter chip = filter(Set.of(), Set.of(StatusChoice.UNPAID), "", "outstanding");

        assertThat(found(outstanding)).containsAll(found(filter(Set.of(MoveType.CUSTOMER_INVOICE),
                Set.of(StatusChoice.BLOCKED), "", ""))).hasSizeGreaterThan(found(chip).size());
        assertThat(new SetAside(chip).status(StatusChoice.UNPAID)).isFalse();
        assertThat(found(chip)).isNotEmpty().doesNotContainAnyElementsOf(
                found(filter(Set.of(), Set.of(StatusChoice.BLOCKED), "", "")));
    }
}
