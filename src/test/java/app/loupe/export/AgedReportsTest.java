package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.Subledger;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** The open items behind an aged list, as a spreadsheet or a PDF has them. */
class AgedReportsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static OwedItem item(long id, String company, OwedItem.Entry entry) {
        LocalDate day = LocalDate.of(2026, 1, 15);
        var eur = new Ref(1, "EUR");
        return new OwedItem(id, 0, entry, false, new Ref(company.hashCode(), company), new Ref(7, "Ann"), eur,
                new OwedItem.Dates(day, null, null), BigDecimal.TEN, BigDecimal.TEN,
                new OwedItem.Booked(eur, BigDecimal.TEN, BigDecimal.TEN), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void noTwoColumnsHaveOneHead(String language) {
        List<String> heads = new AgedReports(new Texts(Locale.of(language)), true,
                ReadTogether.only(FakeInvoices.profile()), List.of(), "").items(List.of()).columns().stream()
                .map(Column::head).toList();

        assertThat(heads).doesNotHaveDuplicates();
    }

    @Test
    void itemsNameTheirCompanyAndAreCalledAsOnTheScreen() throws ProblemException {
        Subledger ledger = Subledger.of(List.of(
                item(1, "Acme", new OwedItem.Entry(1, null, "BNK1/44", "Bank", "REF 8812")),
                item(2, "Borealis", new OwedItem.Entry(2, MoveType.CUSTOMER_INVOICE, "INV/2", "Sales", "")),
                item(3, "Borealis", new OwedItem.Entry(3, null, "", "", ""))));
        ConnectionProfile acme = FakeInvoices.profile();

        Report report = new AgedReports(new Texts(Locale.ENGLISH), false, ReadTogether.only(acme), List.of(), "")
                .items(new AgedBalance(TODAY, false, AgedBalance.By.DUE, TODAY).openItems(ledger).stream()
                        .map(one -> new AgedEntry<>(acme, one)).toList());

        assertThat(TotalsOf.texts(report, "company", "move_name")).containsExactlyInAnyOrder(
                "Acme Bank \u00b7 BNK1/44 \u00b7 REF 8812", "Borealis INV/2", "Borealis Journal entry");
    }
}
