package app.loupe.domain;

import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceComparison.Compared;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One difference between the lines of two states of a document. Lines are identified by their ids; a new line that says
 * the same as one that is gone is no difference.
 */
record LineChange(Kind kind, InvoiceField field, long line, String before, String after) {
    private static final List<Compared<MoveLine>> FIELDS = List.of(
            new Compared<>(InvoiceField.LABEL, MoveLine::label),
            new Compared<>(InvoiceField.PRODUCT, line -> line.price().product()),
            new Compared<>(InvoiceField.QUANTITY, line -> line.price().quantity()),
            new Compared<>(InvoiceField.PRICE_UNIT, line -> line.price().priceUnit()),
            new Compared<>(InvoiceField.DISCOUNT, line -> line.price().discount()),
            new Compared<>(InvoiceField.PRICE_SUBTOTAL, line -> line.price().subtotal()),
            new Compared<>(InvoiceField.TAXES, line -> line.taxes().ids().stream().sorted().toList()),
            new Compared<>(InvoiceField.ACCOUNT, line -> line.posting().account()));

    static List<LineChange> between(List<MoveLine> before, List<MoveLine> after) {
        Map<Long, MoveLine> gone = shown(before);
        Map<Long, MoveLine> come = shown(after);
        var changes = new ArrayList<LineChange>();
        for (Iterator<MoveLine> lines = come.values().iterator(); lines.hasNext();) {
            MoveLine now = lines.next();
            MoveLine then = gone.remove(now.id());
            if (then != null) {
                fields(then, now, changes);
                lines.remove();
            }
        }
        come.values().removeIf(line -> removeEqual(gone, line));
        gone.values().forEach(line -> changes
                .add(new LineChange(Kind.LINE_REMOVED, InvoiceField.LINE, line.id(), text(line), "")));
        come.values().forEach(line -> changes
                .add(new LineChange(Kind.LINE_ADDED, InvoiceField.LINE, line.id(), "", text(line))));
        return changes;
    }

    private static Map<Long, MoveLine> shown(List<MoveLine> lines) {
        var shown = new LinkedHashMap<Long, MoveLine>();
        lines.stream().filter(MoveLine::isShown).forEach(line -> shown.put(line.id(), line));
        return shown;
    }

    private static void fields(MoveLine before, MoveLine after, List<LineChange> changes) {
        for (Compared<MoveLine> one : FIELDS) {
            if (one.differs(before, after)) {
                changes.add(new LineChange(Kind.CHANGED, one.field(), after.id(), one.text(before), one.text(after)));
            }
        }
    }

    private static boolean removeEqual(Map<Long, MoveLine> gone, MoveLine line) {
        for (Iterator<MoveLine> others = gone.values().iterator(); others.hasNext();) {
            MoveLine other = others.next();
            if (FIELDS.stream().noneMatch(one -> one.differs(other, line))) {
                others.remove();
                return true;
            }
        }
        return false;
    }

    /** What the line is about; with a price also the quantity and the price. */
    private static String text(MoveLine line) {
        return line.kind() == LineKind.PRODUCT
                ? line.price().quantity().toPlainString() + " x " + line.price().priceUnit().toPlainString() + " "
                        + line.label()
                : line.label();
    }
}
