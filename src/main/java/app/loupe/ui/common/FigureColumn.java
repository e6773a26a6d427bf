package app.loupe.ui.common;

/**
 * One column of a {@link FigureTable}.
 *
 * @param id told apart by it, within the table
 * @param head words above it
 * @param sorted whether its heading orders the table
 * @param leaves who steps aside first where there is no room: 1 before 2; 0 for a column that never does
 */
public record FigureColumn(String id, String head, Kind kind, boolean sorted, int leaves) {
    /** What it holds. */
    public enum Kind {
        /** Names, which may be cut where there is no room. */
        NAME,
        /** Remarks, of which what stands before a middle dot is not cut; the rest may be. */
        REMARK,
        /** Numbers of documents, which are cut only where they are longer than those that Odoo gives. */
        DOCUMENT,
        /** Short words, which are not cut. */
        WORDS,
        /** Figures, at the right, which are never cut. */
        FIGURE,
        /** Figures that add up, with others of their row or with the row above, to one that is seen: they never step aside. */
        ADDEND
    }

    /** An addend must always stay visible, or the row would not add up. */
    public FigureColumn {
        if (kind == Kind.ADDEND && leaves > 0) {
            throw new IllegalArgumentException(id);
        }
    }

    /** A column of names. */
    public static FigureColumn name(String id, String head) {
        return new FigureColumn(id, head, Kind.NAME, false, 0);
    }

    /** A column of remarks. */
    public static FigureColumn remark(String id, String head) {
        return new FigureColumn(id, head, Kind.REMARK, false, 0);
    }

    /** A column of numbers of documents. */
    public static FigureColumn document(String id, String head) {
        return new FigureColumn(id, head, Kind.DOCUMENT, false, 0);
    }

    /** A column of short words. */
    public static FigureColumn words(String id, String head) {
        return new FigureColumn(id, head, Kind.WORDS, false, 0);
    }

    /** A column of figures. */
    public static FigureColumn figure(String id, String head) {
        return new FigureColumn(id, head, Kind.FIGURE, false, 0);
    }

    /** A column of figures that are part of a sum in the same table: there is always room for it, or the table scrolls. */
    public static FigureColumn addend(String id, String head) {
        return new FigureColumn(id, head, Kind.ADDEND, false, 0);
    }

    /** Whether it holds figures. */
    boolean isFigure() {
        return kind == Kind.FIGURE || kind == Kind.ADDEND;
    }

    /** The same with a heading that orders the table. */
    public FigureColumn ordering() {
        return new FigureColumn(id, head, kind, true, leaves);
    }

    /** The same, stepping aside where there is no room: 1 before 2. */
    public FigureColumn leaving(int place) {
        return new FigureColumn(id, head, kind, sorted, place);
    }

    /** The same, stepping aside after all others, where what stands beside the table has given way to it in vain: 1 before 2. */
    public FigureColumn leavingLast(int place) {
        return leaving(ColumnPlan.LAST + place - 1);
    }
}
