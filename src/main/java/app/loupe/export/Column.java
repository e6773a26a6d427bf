package app.loupe.export;

/**
 * One column of a report.
 *
 * @param key field name for programs, which stays when the words change: Odoo's own where it has one
 * @param head words above the column, for people
 * @param kind what all of its cells are, if they are not empty
 * @param totalled whether the amounts are added up, each currency by itself
 */
public record Column(String key, String head, Kind kind, boolean totalled) {
    /** What a column holds; decides alignment, width and format. */
    public enum Kind {
        TEXT,
        WHOLE,
        QUANTITY,
        MONEY,
        DAY,
        FLAG
    }

    /** A column of words. */
    public static Column text(String key, String head) {
        return new Column(key, head, Kind.TEXT, false);
    }

    /** A column of days. */
    public static Column day(String key, String head) {
        return new Column(key, head, Kind.DAY, false);
    }

    /** A column of what is so or not. */
    public static Column flag(String key, String head) {
        return new Column(key, head, Kind.FLAG, false);
    }

    /** A column of counts. */
    public static Column whole(String key, String head) {
        return new Column(key, head, Kind.WHOLE, false);
    }

    /** A column of quantities or per cents. */
    public static Column quantity(String key, String head) {
        return new Column(key, head, Kind.QUANTITY, false);
    }

    /** A column of amounts that make no sum, as of prices. */
    public static Column money(String key, String head) {
        return new Column(key, head, Kind.MONEY, false);
    }

    /** A column of amounts that are added up. */
    public static Column total(String key, String head) {
        return new Column(key, head, Kind.MONEY, true);
    }

    /** Whether its values stand to the right. */
    public boolean isFigure() {
        return kind == Kind.MONEY || kind == Kind.QUANTITY || kind == Kind.WHOLE;
    }

    /** Whether this cell may stand in it. */
    boolean takes(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> kind == Kind.TEXT;
            case Cell.Coded coded -> kind == Kind.TEXT;
            case Cell.Whole whole -> kind == Kind.WHOLE;
            case Cell.Quantity quantity -> kind == Kind.QUANTITY;
            case Cell.Money money -> kind == Kind.MONEY;
            case Cell.Day day -> kind == Kind.DAY;
            case Cell.Flag flag -> kind == Kind.FLAG;
            case Cell.Empty empty -> true;
        };
    }
}
