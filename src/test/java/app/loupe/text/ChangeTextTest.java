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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTextTest {
    private static final ConnectionId ACME = new ConnectionId("acme0001");
    private static final InvoiceRow ROW = new InvoiceRow(new InvoiceKey(ACME, 7), "INV/7", MoveType.CUSTOMER_INVOICE,
            MoveState.POSTED, PaymentState.PARTIAL, new InvoiceRow.Partner("Azure", 1, 1, ""),
            LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 29),
            new InvoiceRow.Amounts("EUR", new BigDecimal("5000"), new BigDecimal("390"), new BigDecimal("5390.00"),
                    new BigDecimal("1390.00")),
            new InvoiceRow.Booking("Customer Invoices", "EUR", new BigDecimal("5000"), new BigDecimal("5390.00"),
                    new BigDecimal("1390.00")),
            new InvoiceRow.OtherInfo("", "", "", "", "", false), InvoiceRow.Presence.PRESENT);

    private static ChangeText words(Locale locale) {
        var texts = new Texts(locale);
        return new ChangeText(texts, new DateText(texts, ZoneOffset.UTC), new MoneyText(locale));
    }

    private static InvoiceChange change(Kind kind, InvoiceField field, String before, String after) {
        return new InvoiceChange(7, "INV/7", 1, 3, Instant.EPOCH, kind, field, 0, before, after, true);
    }

    private static ChangeEntry entry(InvoiceChange... changes) {
        List<InvoiceChange> newestFirst = Arrays.asList(changes).reversed();
        return ChangeEntry.of(IntStream.range(0, changes.length)
                .mapToObj(i -> new NotedChange(ACME, changes.length - i, newestFirst.get(i))).toList()).getFirst();
    }

    private static String line(Locale locale, InvoiceChange... changes) {
        return words(locale).line(entry(changes), ROW).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"AMOUNT_TOTAL|5990.0|5390|Total € 5,990.00 → € 5,390.00",
        "QUANTITY|20.000|18.5|Line: quantity 20 → 18.5", "INVOICE_DATE|2026-11-01||Invoice date 1 Nov 2026 →",
        "STATE|posted|cancel|State Posted → Cancelled", "REFERENCE|F-2291|F-2219|Reference F-2291 → F-2219",
        "TYPE|out_invoice|out_refund|Type Customer invoice → Credit note", "SENT|false|true|Sent no → yes",
        "PRICE_UNIT|1.2345|2|Line: unit price € 1.2345 → € 2.00", "AMOUNT_TOTAL|what|5|Total what → € 5.00"})
    void figuresAndDaysAreWrittenAsTheOwnerWritesThem(InvoiceField field, String before, String after, String line) {
        assertThat(line(Locale.US, change(Kind.CHANGED, field, before == null ? "" : before,
                after == null ? "" : after)).strip()).isEqualTo(line);
    }

    @Test
    void theFormFollowsTheLocale() {
        assertThat(line(Locale.GERMANY, change(Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "5990.00", "5390.00")))
                .isEqualTo("Gesamt € 5.990,00 → € 5.390,00");
    }

    @Test
    void theTotalComesBeforeTheLinesThatMadeIt() {
        assertThat(line(Locale.US, change(Kind.CHANGED, InvoiceField.AMOUNT_UNTAXED, "2", "1"),
                change(Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "2", "1"),
                change(Kind.LINE_REMOVED, InvoiceField.LINE, "20.0 x 5.00 Acoustic Bloc Screen", "")))
                .isEqualTo("Total € 2.00 → € 1.00 · Tax excluded € 2.00 → € 1.00 · "
                        + "Line removed 20 × € 5.00 Acoustic Bloc Screen → ");
    }

    @Test
    void kindsSayInShortWhatTheOwnerAsks() {
        assertThat(line(Locale.US, change(Kind.NEW, InvoiceField.PRESENCE, "", "")))
                .isEqualTo("€ 5,390.00 · due 29 Nov 2026");
        assertThat(line(Locale.US, change(Kind.REMOVED, InvoiceField.PRESENCE, "", "")))
                .isEqualTo("was € 5,390.00, dated 15 Nov 2026 · last copy kept");
        assertThat(line(Locale.US, change(Kind.CHANGED, InvoiceField.DUE_DATE, "2026-11-19", "2026-12-19")))
                .isEqualTo("19 Nov 2026 → 19 Dec 2026");
        assertThat(line(Locale.US, change(Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, "", "2026-11-25 4000.00 BNK/1")))
                .isEqualTo("€ 4,000.00 of € 5,390.00");
        InvoiceChange paid = change(Kind.CHANGED, InvoiceField.PAYMENT_STATE, "not_paid", "paid");
        assertThat(line(Locale.US, paid, change(Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, "", "2026-11-25 5390 B")))
                .isEqualTo("€ 5,390.00 · 25 Nov 2026 · 4 days early");
        assertThat(line(Locale.US, paid, change(Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, "", "2026-11-30 5390")))
                .isEqualTo("€ 5,390.00 · 30 Nov 2026 · 1 day late");
        assertThat(line(Locale.US, paid)).isEqualTo("€ 5,390.00");
    }

    @Test
    void withoutTheInvoiceTheChangesAreAllThereIs() {
        ChangeEntry entry = entry(change(Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "2", "1"));

        assertThat(words(Locale.US).line(entry, null)).isEqualTo("Total 2.00 → 1.00");
        assertThat(words(Locale.US).kind(entry)).isEqualTo("Edited after posting");
    }

    @Test
    void whatWasPaidInPartIsOfThatMomentAndNotOfNow() {
        assertThat(line(Locale.US, change(Kind.CHANGED, InvoiceField.AMOUNT_RESIDUAL, "5390.00", "5290.00"),
                change(Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, "", "2026-11-20 100.00 BNK/1")))
                .isEqualTo("€ 100.00 of € 5,390.00");
    }

    /** As the document stands in every list: "-5,390.00" there and "5,390.00" here would be two documents. */
    @Test
    void whatACreditNoteComesToIsNegative() {
        var credit = new InvoiceRow(ROW.key(), "RINV/7", MoveType.CREDIT_NOTE, ROW.state(), ROW.paymentState(),
                ROW.partner(), ROW.invoiceDate(), ROW.dueDate(), ROW.amounts(), ROW.booking(), ROW.otherInfo(),
                ROW.presence());

        assertThat(line(credit, change(Kind.NEW, InvoiceField.PRESENCE, "", "")))
                .isEqualTo("\u20ac \u22125,390.00 \u00b7 due 29 Nov 2026");
        assertThat(line(credit, change(Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "5990.0", "5390")))
                .isEqualTo("Total \u20ac \u22125,990.00 \u2192 \u20ac \u22125,390.00");
        assertThat(line(credit, change(Kind.CHANGED, InvoiceField.QUANTITY, "2", "1")))
                .isEqualTo("Line: quantity \u22122 \u2192 \u22121");
        assertThat(line(credit, change(Kind.CHANGED, InvoiceField.PRICE_UNIT, "2", "1")))
                .isEqualTo("Line: unit price \u20ac 2.00 \u2192 \u20ac 1.00");
    }

    private static String line(InvoiceRow row, InvoiceChange... changes) {
        return words(Locale.US).line(entry(changes), row).replace('\u00a0', ' ');
    }
}
