package app.loupe.ui.overview;

import app.loupe.domain.Money;
import app.loupe.export.FilterNotes;
import app.loupe.owed.CurrencyView;
import app.loupe.review.Overview;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes amounts, months and days as the overview says them. May be used on any thread. */
final class OverviewWords {
    private final Wording wording;
    private final Optional<LocalDate> past;

    /** Words of the screen itself, and of figures of today. */
    OverviewWords(Wording wording) {
        this(wording, Optional.empty());
    }

    /** Words of figures as of the end of a day in the past; of none, of today. */
    OverviewWords(Wording wording, Optional<LocalDate> past) {
        this.wording = wording;
        this.past = past;
    }

    /** The day in the past that they are of; empty of today. */
    Optional<LocalDate> past() {
        return past;
    }

    /** Whether they are of a day in the past. */
    boolean arePast() {
        return past.isPresent();
    }

    String get(String key, Object... arguments) {
        return wording.get("overview." + key, arguments);
    }

    String money(Money money) {
        return wording.money().format(money);
    }

    /** "84.1K": what there is room for at a bar; its whole amount is read there. */
    String rough(Money money) {
        return wording.money().rough(money);
    }

    /** How long the bar of an amount is. */
    double length(Money money) {
        return wording.money().length(money);
    }

    /** Whether amounts are hidden now. */
    boolean hideAmounts() {
        return wording.money().isHidden();
    }

    /** "EUR", "EUR, as booked". */
    String name(CurrencyView view) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> documents.currency();
            case CurrencyView.OfCompanies companies -> get("currency.booked", companies.currency());
        };
    }

    /** What invoices have in common, and in which money: "Overdue, EUR". */
    String title(String what, CurrencyView view) {
        return title(what, name(view));
    }

    /** The same in a currency; of a day in the past with that day, because the invoices are listed as they are today. */
    String title(String what, String money) {
        return past.map(day -> get("rows.title.past", what, money, wording.dates().day(day)))
                .orElseGet(() -> get("rows.title", what, money));
    }

    /** What stands beside titles; products were sold in the last twelve months, or less where the copy begins later. */
    OverviewContent.Asides asides(Overview overview) {
        return new OverviewContent.Asides(get("months.aside.in", name(overview.view()), get("months.aside")),
                soldIn(overview), get(overview.isBeforeCopies() ? "products.not-kept" : "products.none"),
                get("months.aside.in", name(overview.view()), get("cash.aside")),
                get(overview.isOfPart() ? "debtors.not-kept" : "debtors.none"));
    }

    private String soldIn(Overview overview) {
        String time = overview.soldFrom().map(day -> get("products.aside.from", wording.dates().day(day)))
                .orElseGet(() -> get("products.aside"));
        return switch (overview.view()) {
            case CurrencyView.OfDocuments documents -> time;
            case CurrencyView.OfCompanies companies -> FilterNotes
                    .line(List.of(time, wording.get("paper.documents-alone", companies.currency())));
        };
    }

    /** "November 2025", or "1–23 November 2025" of a month that is told up to a day. */
    String month(Overview overview, YearMonth of) {
        return span(overview, of, wording.dates()::month, wording.dates()::month);
    }

    /** The same with a short name of the month. */
    String shortMonth(Overview overview, YearMonth of) {
        return span(overview, of, wording.dates()::shortMonth, wording.dates()::monthBehindDay);
    }

    private String span(Overview overview, YearMonth of, Function<YearMonth, String> whole,
            Function<YearMonth, String> behindDay) {
        LocalDate last = overview.lastDay(of);
        return last.equals(of.atEndOfMonth())
                ? whole.apply(of)
                : get("month.part", last.getDayOfMonth(), behindDay.apply(of));
    }

    /** "Nov". */
    String label(YearMonth of) {
        return wording.dates().monthAlone(of);
    }

    /** "23 Nov". */
    String label(LocalDate of) {
        return wording.dates().dayOfMonth(of);
    }
}
