package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.Money;
import app.loupe.export.InvoiceGroups;
import app.loupe.review.Grouped;
import app.loupe.review.Grouping;
import app.loupe.review.Totals;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupWordsTest {
    private static InvoiceGroups.Section section(String language, Grouping by, String name, String company) {
        return words(language, by)
                .section(new Grouped.Group(new Grouped.Key(company, 0, name), name,
                        company.isEmpty() ? List.of() : List.of(company), new Totals(2, List.of())));
    }

    private static GroupWords words(String language, Grouping by) {
        return new GroupWords(new InvoiceWords(Wording.of(new Texts(Locale.of(language)), Clock.systemUTC())), by);
    }

    private static Totals.Sum sum(Totals.Direction direction, String amount) {
        var money = new Money(new BigDecimal(amount), "EUR");
        return new Totals.Sum(direction, money, money);
    }

    private static InvoiceGroups.Section ofStatus(String language, InvoiceStatus status, Totals.Sum... sums) {
        String name = status.name();
        return words(language, Grouping.STATUS).section(new Grouped.Group(new Grouped.Key("", 0, name), name, List.of(),
                new Totals(2, List.of(sums))));
    }

    /** As the status beside each of them says. */
    @ParameterizedTest
    @CsvSource({"en, To pay, Unpaid", "de, Zu zahlen, Unbezahlt", "fr, À payer, Non payé", "es, A pagar, No pagada",
        "nl, Te betalen, Onbetaald"})
    void aGroupOfNothingButBillsIsToPay(String language, String bills, String others) {
        Totals.Sum bill = sum(Totals.Direction.PURCHASES, "120.00");
        Totals.Sum invoice = sum(Totals.Direction.SALES, "80.00");

        assertThat(ofStatus(language, InvoiceStatus.UNPAID, bill))
                .isEqualTo(new InvoiceGroups.Section(bills, "unpaid", 2));
        assertThat(ofStatus(language, InvoiceStatus.UNPAID, invoice).heading()).isEqualTo(others);
        assertThat(ofStatus(language, InvoiceStatus.UNPAID, invoice, bill).heading()).as("both").isEqualTo(others);
        assertThat(ofStatus(language, InvoiceStatus.UNPAID, sum(Totals.Direction.PURCHASES, "-120.00")).heading())
                .as("refunds of a vendor").isEqualTo(others);
        assertThat(ofStatus(language, InvoiceStatus.OVERDUE, bill).heading())
                .isEqualTo(ofStatus(language, InvoiceStatus.OVERDUE, invoice).heading());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void twoCompaniesMayCallAJournalTheSame(String language) {
        assertThat(List.of(section(language, Grouping.JOURNAL, "Sales", "Acme"),
                section(language, Grouping.JOURNAL, "Sales", "Borealis"))).containsExactly(
                        new InvoiceGroups.Section("Sales \u00b7 Acme", "Sales \u00b7 Acme", 2),
                        new InvoiceGroups.Section("Sales \u00b7 Borealis", "Sales \u00b7 Borealis", 2));
    }

    @Test
    void twoConnectionsMayCallACompanyTheSameAndItsJournalsToo() {
        var key = new Grouped.Key("", 0, "");
        var totals = new Totals(2, List.of());

        assertThat(words("en", Grouping.COMPANY).section(new Grouped.Group(key, "Acme", List.of("Old books"), totals)))
                .isEqualTo(new InvoiceGroups.Section("Acme \u00b7 Old books", "Acme \u00b7 Old books", 2));
        assertThat(words("en", Grouping.JOURNAL)
                .section(new Grouped.Group(key, "Sales", List.of("Acme", "Old books"), totals)).heading())
                .isEqualTo("Sales \u00b7 Acme \u00b7 Old books");
    }

    @Test
    void forProgramsNothingElseDependsOnTheLanguage() {
        assertThat(section("de", Grouping.STATUS, "PAID", "").key()).isEqualTo("paid");
        assertThat(section("de", Grouping.CUSTOMER, "Ann", "").key()).isEqualTo("Ann");
        assertThat(section("de", Grouping.JOURNAL, "", "Acme").key()).isEmpty();
    }

    @Test
    void aFileHasNamesThatAreReadFromRightToLeftAsTheyAre() {
        String journal = "\u05de\u05db\u05d9\u05e8\u05d5\u05ea";

        assertThat(section("en", Grouping.JOURNAL, journal, "Acme")).isEqualTo(
                new InvoiceGroups.Section(journal + " \u00b7 Acme", journal + " \u00b7 Acme", 2));
    }
}
