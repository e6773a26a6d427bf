package app.loupe.export;

import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.time.ZoneOffset;

/** Writes a cell for people, in their language. */
public final class CellText {
    private final MoneyText money;
    private final DateText dates;
    private final String yes;

    /** Words in the language of these. */
    public CellText(Texts texts) {
        money = new MoneyText(texts);
        // plain days are the same in every zone
        dates = new DateText(texts, ZoneOffset.UTC);
        yes = texts.get("paper.yes");
    }

    /** What a person reads in a cell. */
    public String of(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> text.text();
            case Cell.Coded coded -> coded.words();
            case Cell.Whole whole -> String.valueOf(whole.number());
            case Cell.Quantity quantity -> money.number(quantity.number());
            case Cell.Money amount -> money.format(amount.amount(), amount.currency());
            case Cell.Day day -> dates.day(day.date());
            case Cell.Flag flag -> flag.set() ? yes : "";
            case Cell.Empty empty -> "";
        };
    }
}
