package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Quarter;
import app.loupe.review.InvoicePeriod;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;

/** Periods are called in the owner's language, but alike in the names of files. */
class FilterWordsTest {
    private static final List<InvoicePeriod> PERIODS = List.of(new InvoicePeriod.OfMonth(YearMonth.of(2026, 3)),
            new InvoicePeriod.OfMonthName(Month.MARCH), new InvoicePeriod.OfMonthDay(MonthDay.of(3, 7)),
            new InvoicePeriod.OfDay(LocalDate.of(2026, 3, 7)), new InvoicePeriod.OfYear(2026),
            new InvoicePeriod.OfQuarter(new Quarter(2026, 1)), new InvoicePeriod.OfQuarterNumber(2));

    private static FilterWords words(String language) {
        return new FilterWords(new InvoiceWords(Wording.of(new Texts(Locale.of(language)),
                Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | March 2026 | 7 Mar 2026   | 2026 | Q1 2026 | Q2 2026
            de | März 2026  | 7. März 2026 | 2026 | Q1 2026 | Q2 2026
            fr | mars 2026  | 7 mars 2026  | 2026 | T1 2026 | T2 2026
            es | marzo 2026 | 7 mar 2026   | 2026 | T1 2026 | T2 2026
            nl | maart 2026 | 7 mrt 2026   | 2026 | K1 2026 | K2 2026
            """)
    void aPeriodIsCalledInTheLanguageOfTheOwner(String language, String month, String day, String year, String quarter,
            String ofThisYear) {
        assertThat(PERIODS.stream().map(words(language)::period)).containsExactly(month, month, day, day, year,
                quarter, ofThisYear);
    }

    @Test
    void theNameOfAFileSaysTheSameInEveryLanguage() {
        for (String language : List.of("en", "de")) {
            assertThat(PERIODS.stream().map(period -> words(language).lasting(period, FakeInvoices.TODAY)))
                    .containsExactly("2026-03", "2026-03", "2026-03-07", "2026-03-07", "2026", "2026-Q1", "2026-Q2");
        }
    }
}
