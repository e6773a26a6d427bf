package app.loupe.ui.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides how wide the columns of a table are, and which step aside where there is no room for all of them.
 *
 * @param widths of the columns that are shown, by their ids, in pixels
 * @param aside the ids of those that have no room, in the order of the wishes
 * @param brief the ids of those that are shown in their short form
 */
public record ColumnPlan(Map<String, Double> widths, List<String> aside, Set<String> brief) {
    /** So much of its least a name keeps in the end: its first letters. */
    private static final double NARROWEST_NAME = 0.3;
    /** So much of it is given up before the last column that may leave does: the one that matters most. */
    private static final double SHORTENED_NAME = 0.7;
    /** The same where another column has its short form already. */
    private static final double SHORTER_NAME = 0.55;
    /** No letter of a name is given up for a column that leaves before this place, as a connection does. */
    private static final int MATTERS = 3;
    /** From this place on a column steps aside only where what stands beside the table has given way to it, and in vain. */
    static final int LAST = 9;
    /** So many times what its longest takes a column of names may be wide, before the others get what is left. */
    private static final double ROOMIEST_NAME = 1.5;

    /** Copies. */
    public ColumnPlan {
        widths = Map.copyOf(widths);
        aside = List.copyOf(aside);
        brief = Set.copyOf(brief);
    }

    /**
     * What one column needs, in pixels.
     *
     * @param least below this a figure would be cut, or a name not be recognised
     * @param whole what its longest content takes; for figures the same as {@code least}
     * @param chosen what the owner gave it by hand, or what it is never to exceed; 0 when nothing
     * @param leaves who steps aside first: 1 before 2; 0 for a column that never does
     * @param brief what its short form takes, which it has in the place of stepping aside; 0 when it has none
     */
    public record Wish(String id, double least, double whole, double chosen, int leaves, double brief) {
        /** One without a short form. */
        public Wish(String id, double least, double whole, double chosen, int leaves) {
            this(id, least, whole, chosen, leaves, 0);
        }

        /** The same with what the owner gave it. */
        public Wish chosen(double width) {
            return new Wish(id, least, whole, width, leaves, brief);
        }

        private Wish shortened() {
            return new Wish(id, brief, brief, brief, 0);
        }

        /** The same, but never narrower than this: what stands above it, with rows or without. */
        public Wish under(double head) {
            return new Wish(id, Math.max(least, head), Math.max(whole, head), chosen, leaves, brief);
        }

        private double wanted() {
            return Math.max(least, chosen > 0 ? chosen : whole);
        }
    }

    /**
     * Shares the room out. Every column that stays has at least its least, or its short form; what is left goes first to those
     * that want more, evenly, then to the spare column until it is half as wide again as it wants, and at last to all others by
     * their widths, so that on a wide screen no figure stands far from its name. Nothing of it goes to a column whose width
     * the owner set, and nobody gets any where that is the spare one. The spare one shrinks below its least only where all
     * that may have stepped aside, or all but the last, which matters most; where even that is too wide, it keeps its least,
     * and the table is wider than the room and scrolls.
     *
     * @param spare the id of the column of names
     */
    public static ColumnPlan of(List<Wish> wishes, String spare, double room) {
        var shown = new ArrayList<>(wishes);
        var aside = new ArrayList<String>();
        var brief = new HashSet<String>();
        while (true) {
            List<Wish> leaving = shown.stream().filter(wish -> wish.leaves() > 0)
                    .sorted(Comparator.comparingInt(Wish::leaves)).toList();
            double given = shown.stream().filter(wish -> wish.id().equals(spare)).mapToDouble(Wish::least).sum()
                    * (1 - kept(leaving, !brief.isEmpty()));
            if (leaving.isEmpty() || least(shown) - given <= room) {
                break;
            }
            Wish first = leaving.getFirst();
            if (first.brief() > 0) {
                shown.set(shown.indexOf(first), first.shortened());
                brief.add(first.id());
            } else {
                shown.remove(first);
                aside.add(first.id());
            }
        }
        Map<String, Double> widths = new HashMap<>();
        shown.forEach(wish -> widths.put(wish.id(), wish.least()));
        double left = room - least(shown);
        if (left < 0) {
            double lack = left;
            // where it scrolls anyway, names are given up for nothing
            widths.computeIfPresent(spare, (id, width) -> width + lack < width * NARROWEST_NAME ? width : width + lack);
        } else if (left > 0) {
            double rest = raise(shown, widths, left);
            shown.stream().filter(wish -> wish.id().equals(spare) && wish.chosen() == 0)
                    .forEach(wish -> spread(shown, widths, wish, rest));
        }
        return new ColumnPlan(widths, wishes.stream().map(Wish::id).filter(aside::contains).toList(), brief);
    }

    /** The share of their least width that names keep before the first of these steps aside. */
    private static double kept(List<Wish> leaving, boolean hasShortForms) {
        int place = leaving.isEmpty() ? 0 : leaving.getFirst().leaves();
        if (place >= LAST) {
            return NARROWEST_NAME;
        }
        return leaving.size() > 1 || place < MATTERS ? 1 : hasShortForms ? SHORTER_NAME : SHORTENED_NAME;
    }

    private static double least(List<Wish> wishes) {
        return wishes.stream().mapToDouble(Wish::least).sum();
    }

    private static void spread(List<Wish> shown, Map<String, Double> widths, Wish spare, double rest) {
        List<String> others = shown.stream().filter(wish -> !wish.equals(spare) && wish.chosen() == 0).map(Wish::id)
                .toList();
        double sum = others.stream().mapToDouble(widths::get).sum();
        double names = sum == 0 ? rest : Math.min(rest, spare.wanted() * (ROOMIEST_NAME - 1));
        widths.merge(spare.id(), names, Double::sum);
        others.forEach(id -> widths.computeIfPresent(id, (same, width) -> width + (rest - names) * width / sum));
    }

    /** Gives every column that wants more an even share until it has enough; returns what nobody wants. */
    private static double raise(List<Wish> shown, Map<String, Double> widths, double room) {
        double left = room;
        List<Wish> hungry = shown.stream().filter(wish -> wish.wanted() > wish.least())
                .sorted(Comparator.comparingDouble(wish -> wish.wanted() - wish.least())).toList();
        for (int i = 0; i < hungry.size(); i++) {
            Wish wish = hungry.get(i);
            double share = Math.min(wish.wanted() - wish.least(), left / (hungry.size() - i));
            widths.merge(wish.id(), share, Double::sum);
            left -= share;
        }
        return left;
    }
}
