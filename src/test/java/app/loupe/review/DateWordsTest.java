package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Folding;
import app.loupe.domain.Quarter;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {
    static final List<Locale> LANGUAGES = MonthNames.LANGUAGES;

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split(" ")).map(Folding::fold).toList();
    }

    private static String read(String typed) {
        return DateWords.first(words(typed)).map(found -> found.words() + " " + found.periods()).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-01..2026-09-30 | OfDays[first=2026-09-01, last=2026-09-30]
            1.9.2026..30.9.2026    | OfDays[first=2026-09-01, last=2026-09-30]
            09.2026..10.2026       | OfDays[first=2026-09-01, last=2026-10-31]
            9.2026..               | OfDays[first=2026-09-01, last=null]
            2026-09..2026-10       | OfDays[first=2026-09-01, last=2026-10-31]
            2026-q3..              | OfDays[first=2026-07-01, last=null]
            ..2026-02              | OfDays[first=null, last=2026-02-28]
            2025..2026-02          | OfDays[first=2025-01-01, last=2026-02-28]
            1.9.26..30.9.26        | OfDays[first=2026-09-01, last=2026-09-30]
            03/04/26..05/04/26     | OfDays[first=2026-04-03, last=2026-04-05]
            2025..2026             | OfDays[first=2025-01-01, last=2026-12-31]
            09.2026..12.2026       | OfDays[first=2026-09-01, last=2026-12-31]
            """)
    void twoDotsAreARangeWithBothItsEnds(String word, String expected) {
        assertThat(DateWords.range(word, DayOrder.DAY_FIRST).map(Object::toString)).contains(expected);
    }

    /** As nothing but what it is named by says what it is. */
    @ParameterizedTest
    @CsvSource({"09.2026..12.2026, DATE", "9.2026..12.2026, DATE", "09.2026.., DATE", "..12.2026, DATE",
        "2025..09.2026, DATE", "09.2026..2026, DATE", "1.9.2026..12.2026, DATE", "-09.2026..12.2026, DATE",
        "2026-09..2026-12, DATE", "2025..2026, AMOUNT", "2026.., AMOUNT", "12.2026..09.2026, UNREADABLE",
        "13.2026..14.2026, AMOUNT", "9.20..12.20, AMOUNT", "9.1899..12.2100, AMOUNT", "10..12.20261, AMOUNT",
        "100..1.234, AMOUNT", "date:2025..2026, DATE", "amount:09.2026..12.2026, AMOUNT"})
    void dottedMonthsAreDaysAndWholeYearsAmounts(String typed, Token.Kind kind) {
        assertThat(InvoiceQuery.typed(typed, Set.of()).tokens()).extracting(Token::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "2026-09-30..2026-09-01", "november..", "01/09/2026..31/09/2026", "24 nov..", "a..b",
        "2026-09",
        "1..2"})
    void otherDotsAreNone(String word) {
        assertThat(DateWords.range(word, DayOrder.DAY_FIRST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026                       | 1 [OfYear[year=2026]]
            2026-11                    | 1 [OfMonth[month=2026-11]]
            11/2026                    | 1 [OfMonth[month=2026-11]]
            november                   | 1 [OfMonthName[month=NOVEMBER]]
            Nov. 2026                  | 2 [OfMonth[month=2026-11]]
            nov-2026                   | 1 [OfMonth[month=2026-11]]
            noviembre de 2026          | 3 [OfMonth[month=2026-11]]
            24 nov                     | 2 [OfMonthDay[day=--11-24]]
            24. November hotel         | 2 [OfMonthDay[day=--11-24]]
            24 Nov 2026                | 3 [OfDay[day=2026-11-24]]
            November 24, 2026          | 3 [OfDay[day=2026-11-24]]
            24th of November 2026      | 4 [OfDay[day=2026-11-24]]
            24 de noviembre de 2026    | 5 [OfDay[day=2026-11-24]]
            1er août 2026              | 3 [OfDay[day=2026-08-01]]
            24. März 2026              | 3 [OfDay[day=2026-03-24]]
            24 maerz 2026              | 3 [OfDay[day=2026-03-24]]
            24-nov-2026                | 1 [OfDay[day=2026-11-24]]
            2026-11-24                 | 1 [OfDay[day=2026-11-24]]
            24.11.2026                 | 1 [OfDay[day=2026-11-24]]
            11/24/2026                 | 1 [OfDay[day=2026-11-24]]
            1.9.2026                   | 1 [OfDay[day=2026-09-01]]
            24.11.26                   | 1 [OfDay[day=2026-11-24]]
            24/11/26                   | 1 [OfDay[day=2026-11-24]]
            24-11-26                   | 1 [OfDay[day=2026-11-24]]
            1.9.05                     | 1 [OfDay[day=2005-09-01]]
            03/04/26                   | 1 [OfDay[day=2026-04-03], OfDay[day=2026-03-04]]
            11.24.2026                 | 1 [OfDay[day=2026-11-24]]
            03/04/2026                 | 1 [OfDay[day=2026-04-03], OfDay[day=2026-03-04]]
            03/03/2026                 | 1 [OfDay[day=2026-03-03]]
            2026 november              | 2 [OfMonth[month=2026-11]]
            2026 Nov 24                | 3 [OfDay[day=2026-11-24]]
            2026 24 November           | 3 [OfDay[day=2026-11-24]]
            2026-nov                   | 1 [OfMonth[month=2026-11]]
            2026-nov-24                | 1 [OfDay[day=2026-11-24]]
            2025 november 2026         | 1 [OfYear[year=2025]]
            november and december 2025 | 4 [OfMonth[month=2025-11], OfMonth[month=2025-12]]
            2025 november, december    | 3 [OfMonth[month=2025-11], OfMonth[month=2025-12]]
            Q1 or 2nd quarter of 2025  | 6 [OfQuarter[quarter=2025-Q1], OfQuarter[quarter=2025-Q2]]
            Q4 2024 and 2025 hotel     | 4 [OfQuarter[quarter=2024-Q4], OfQuarter[quarter=2025-Q4]]
            november 2024 and december 2025 | 2 [OfMonth[month=2024-11]]
            november 2024 and 2025 may | 2 [OfMonth[month=2024-11]]
            november and sons 2025     | 1 [OfMonthName[month=NOVEMBER]]
            Q1 2026                    | 2 [OfQuarter[quarter=2026-Q1]]
            2026 Q1                    | 2 [OfQuarter[quarter=2026-Q1]]
            2026-Q1                    | 1 [OfQuarter[quarter=2026-Q1]]
            2026q1                     | 1 [OfQuarter[quarter=2026-Q1]]
            Q1/2026                    | 1 [OfQuarter[quarter=2026-Q1]]
            Q4 25                      | 2 [OfQuarter[quarter=2025-Q4]]
            Q4 '25                     | 2 [OfQuarter[quarter=2025-Q4]]
            Q4/25                      | 1 [OfQuarter[quarter=2025-Q4]]
            4. Quartal 25              | 3 [OfQuarter[quarter=2025-Q4]]
            trimestre 2 26             | 3 [OfQuarter[quarter=2026-Q2]]
            T1 2026                    | 2 [OfQuarter[quarter=2026-Q1]]
            1T 2026                    | 2 [OfQuarter[quarter=2026-Q1]]
            1T2026 hotel               | 1 [OfQuarter[quarter=2026-Q1]]
            K3 2026                    | 2 [OfQuarter[quarter=2026-Q3]]
            1st quarter 2026           | 3 [OfQuarter[quarter=2026-Q1]]
            third quarter of 2026      | 4 [OfQuarter[quarter=2026-Q3]]
            quarter 2                  | 2 [OfQuarterNumber[number=2]]
            1. Quartal 2026            | 3 [OfQuarter[quarter=2026-Q1]]
            1.-quartal-2026            | 1 [OfQuarter[quarter=2026-Q1]]
            viertes Quartal            | 2 [OfQuarterNumber[number=4]]
            1er trimestre 2026         | 3 [OfQuarter[quarter=2026-Q1]]
            2ème trimestre             | 2 [OfQuarterNumber[number=2]]
            premier trimestre de 2026  | 4 [OfQuarter[quarter=2026-Q1]]
            segundo trimestre de 2026  | 4 [OfQuarter[quarter=2026-Q2]]
            trimestre 3 2026           | 3 [OfQuarter[quarter=2026-Q3]]
            1e kwartaal van 2026       | 4 [OfQuarter[quarter=2026-Q1]]
            29 feb                     | 2 [OfMonthDay[day=--02-29]]
            """)
    void readsDatesAsTheyAreWritten(String typed, String expected) {
        assertThat(read(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "de 2026", "2026-13", "31.02.2026", "31.02.26", "24.11.6", "11/26", "26-13-24",
        "31 11 2026", "24.11", "of november", "novem",
        "INV/2026/11", "1899", "32/13/2026", "2026-", "-", "//", "q5", "q0 2026", "1k", "q4", "1T", "k2 hotel",
        "T4-25", "t4.25", "25 Q4", "hotel 25", "5. Quartal", "quarter",
        "trimestre", "first"})
    void takesNothingElseForADate(String typed) {
        assertThat(read(typed)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"q4, 4", "T2, 2", "1t, 1", "k3, 3", "quartal-1, 1"})
    void behindTheFieldALetterAndADigitAreAQuarter(String typed, int number) {
        assertThat(DateWords.value(Folding.fold(typed), DayOrder.DAY_FIRST))
                .containsExactly(new InvoicePeriod.OfQuarterNumber(number));
    }

    @ParameterizedTest
    @CsvSource({"2027-01-10, 4, 2026-Q4", "2027-01-10, 1, 2027-Q1", "2027-03-31, 2, 2026-Q2", "2027-04-01, 2, 2027-Q2",
        "2026-12-31, 4, 2026-Q4", "2026-12-31, 1, 2026-Q1"})
    void aQuarterWithoutAYearIsTheLatestThatHasBegun(LocalDate today, int number, String expected) {
        var period = new InvoicePeriod.OfQuarterNumber(number);
        Quarter quarter = period.seenFrom(today);

        assertThat(quarter).hasToString(expected);
        assertThat(period.contains(quarter.firstDay(), today)).isTrue();
        assertThat(period.contains(quarter.lastDay(), today)).isTrue();
        assertThat(period.contains(quarter.firstDay().plusYears(1), today)).isFalse();
        assertThat(period.contains(quarter.firstDay().minusYears(1), today)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 nov 2026", "0 may", "29 feb 2025"})
    void anImpossibleDayIsNotReadAsOne(String typed) {
        assertThat(DateWords.first(words(typed)).map(DateWords.Found::words)).isNotEqualTo(3);
        assertThat(read(typed)).doesNotContain("OfDay");
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void readsEveryMonthOfEveryLanguageWholeAndShort(Locale language) {
        for (Month month : Month.values()) {
            LocalDate day = LocalDate.of(2026, month, 24);
            for (String pattern : List.of("d MMMM yyyy", "d MMM yyyy")) {
                String typed = day.format(DateTimeFormatter.ofPattern(pattern, language));
                assertThat(read(typed)).as(typed).isEqualTo("3 [OfDay[day=" + day + "]]");
                assertThat(read(typed.replace(".", ""))).as(typed).isEqualTo("3 [OfDay[day=" + day + "]]");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void readsEveryQuarterAsEveryLanguageWritesIt(Locale language) {
        for (int number = 1; number <= Quarter.IN_A_YEAR; number++) {
            var quarter = new Quarter(2026, number);
            for (String pattern : List.of("QQQ uuuu", "QQQQ uuuu")) {
                String typed = quarter.firstDay().format(DateTimeFormatter.ofPattern(pattern, language));
                assertThat(read(typed)).as(typed).endsWith(" [OfQuarter[quarter=" + quarter + "]]");
                assertThat(read(typed)).as(typed).startsWith(typed.split(" ").length + " ");
            }
        }
    }

    @Test
    void noNameIsTwoMonths() {
        Map<String, Month> seen = new HashMap<>();
        for (Locale language : MonthNames.LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
                    String name = Folding.fold(month.getDisplayName(style, language)).replace(".", "");
                    assertThat(seen.merge(name, month, (before, now) -> before)).as(name).isEqualTo(month);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(60);
    }
}
