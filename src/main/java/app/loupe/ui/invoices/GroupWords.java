package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveType;
import app.loupe.export.InvoiceGroups;
import app.loupe.review.Grouped;
import app.loupe.review.Grouping;
import app.loupe.review.Totals;
import app.loupe.text.ReadingOrder;

/** Says what the groups of the list are called, above their rows and in files. */
record GroupWords(InvoiceWords words, Grouping by) {
    /** What stands on the heading. */
    String name(Grouped.Group group) {
        if (group.name().isEmpty()) {
            return words.get("group.unnamed");
        }
        if (by == Grouping.STATUS) {
            InvoiceStatus status = InvoiceStatus.valueOf(group.name());
            return isBills(group.totals()) ? words.status(status, MoveType.VENDOR_BILL) : words.status(status);
        }
        String name = group.name();
        for (String of : group.of()) {
            name = words.get("group.of", name, of);
        }
        return name;
    }

    /** Whether the owner pays all of it: then it is called as each of its rows is. Beside an invoice a bill is unpaid, too. */
    private static boolean isBills(Totals totals) {
        return !totals.sums().isEmpty() && totals.sums().stream()
                .allMatch(sum -> sum.direction() == Totals.Direction.PURCHASES && sum.total().signum() > 0);
    }

    /** The same group in a file. */
    InvoiceGroups.Section section(Grouped.Group group) {
        return new InvoiceGroups.Section(ReadingOrder.without(name(group)), key(group), group.count());
    }

    private String key(Grouped.Group group) {
        if (by == Grouping.STATUS) {
            return EnumKey.of(InvoiceStatus.valueOf(group.name()));
        }
        // two companies may call a journal the same, two connections a company
        return group.of().isEmpty() || group.name().isEmpty() ? group.name() : ReadingOrder.without(name(group));
    }
}
