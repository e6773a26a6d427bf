package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.EnumKey;
import app.loupe.domain.MoveType;
import app.loupe.text.Texts;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chip, a status or a figure is called in the window asks for the same when it is typed as it stands. */
class ShownNamesSearchTest {
    private static final Set<MoveType> CREDITS = EnumSet.of(MoveType.CREDIT_NOTE, MoveType.VENDOR_REFUND);
    private static final Set<MoveType> RECEIPTS = EnumSet.of(MoveType.SALES_RECEIPT, MoveType.PURCHASE_RECEIPT);

    private static Map<String, Condition> names() {
        var names = new LinkedHashMap<String, Condition>();
        names.put("invoices.chip.type.customer-invoices", new Condition.Types(Set.of(MoveType.CUSTOMER_INVOICE)));
        names.put("invoices.chip.type.vendor-bills", new Condition.Types(Set.of(MoveType.VENDOR_BILL)));
        names.put("invoices.chip.type.credit-notes", new Condition.Types(CREDITS));
        names.put("invoices.chip.type.receipts", new Condition.Types(RECEIPTS));
        for (StatusChoice status : List.of(StatusChoice.UNPAID, StatusChoice.OVERDUE, StatusChoice.PARTLY_PAID,
                StatusChoice.PAID, StatusChoice.DRAFT, StatusChoice.CANCELLED, StatusChoice.REMOVED)) {
            names.put("invoices.chip.status." + EnumKey.of(status), new Condition.Status(status));
        }
        for (StatusChoice status : List.of(StatusChoice.UNPAID, StatusChoice.OVERDUE, StatusChoice.PARTLY_PAID,
                StatusChoice.PAID, StatusChoice.DRAFT, StatusChoice.CANCELLED, StatusChoice.IN_PAYMENT,
                StatusChoice.REVERSED, StatusChoice.BLOCKED)) {
            names.put("invoices.status." + EnumKey.of(status), new Condition.Status(status));
        }
        names.put("invoices.status.to-pay", new Condition.Status(StatusChoice.UNPAID));
        names.put("invoices.status.removed-in-odoo", new Condition.Status(StatusChoice.REMOVED));
        names.put("invoices.chip.mark.flagged", new Condition.Marked(MarkChoice.FLAGGED));
        names.put("invoices.chip.mark.to-review", new Condition.Marked(MarkChoice.TO_REVIEW));
        names.put("invoices.inbox.reviewed", new Condition.Marked(MarkChoice.REVIEWED));
        names.put("overview.card.overdue", new Condition.Status(StatusChoice.OVERDUE));
        names.put("overview.card.review", new Condition.Marked(MarkChoice.TO_REVIEW));
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void whatIsShownIsUnderstood(String language) {
        var texts = new Texts(Locale.of(language));
        var all = new SoftAssertions();
        names().forEach((key, meant) -> {
            List<InvoiceQuery.Term> terms = InvoiceQuery.typed(texts.get(key), Set.of("EUR")).terms();
            all.assertThat(terms.stream().map(term -> term.readings().getFirst())).as(texts.get(key))
                    .isEqualTo(List.of(meant));
        });
        all.assertAll();
        assertThat(names()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sin pagar", "por pagar", "offen", "à payer", "openstaande", "te betalen", "to pay"})
    void otherWordsForWhatIsUnpaidOnEitherSide(String typed) {
        assertThat(InvoiceQuery.typed(typed, Set.of("EUR")).terms()).singleElement()
                .satisfies(term -> assertThat(term.readings().getFirst())
                        .isEqualTo(new Condition.Status(StatusChoice.UNPAID)));
    }
}
