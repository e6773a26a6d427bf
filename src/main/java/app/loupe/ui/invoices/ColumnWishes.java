package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveType;
import app.loupe.review.AmountLengths;
import app.loupe.review.InvoiceOrder.Column;
import app.loupe.ui.common.ColumnPlan.Wish;
import app.loupe.ui.common.TextRuler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says how wide the columns of the invoice table have to be for a copy. Dates, amounts and statuses take what their
 * longest takes; names may get less, and so may a number that is much longer than others are: one such number must not cost
 * the list its dates, amounts and statuses.
 *
 * <p>Where there is no room, the columns leave in this order: company, connection, invoice date, amount due, due date, total.
 * Before any of them the names are cut to their least, and the owner's marks to the flag; before the total, the status gives up
 * its words for a sign. These, number and customer stay; the open detail shows what left.
 */
record ColumnWishes(InvoiceWords words, TextRuler ruler) {
    private static final List<Column> LEAVING = List.of(Column.COMPANY, Column.CONNECTION,
            Column.INVOICE_DATE, Column.AMOUNT_DUE, Column.DUE_DATE, Column.STATUS, Column.TOTAL);
    /**
     * By the style sheets: both sides of a cell, of a heading with its arrow, of a badge. Only one heading shows the arrow;
     * its room is kept in all of them, although a cut name could use it, because otherwise every click on a heading would
     * move all columns.
     */
    private static final double CELL_EM = 1.24;
    private static final double MARK_EM = 0.7;
    private static final double HEADING_EM = 2.6;
    private static final double BADGE_EM = 1.4;
    /** Lengths are rounded to whole pixels on the way. */
    private static final double ROUNDING_PX = 3;
    private static final double CUSTOMER_EM = 10;
    private static final double NAME_EM = 7;
    /** More than twenty characters, as BILL/2026/10/0001234 has: so much of a number is never cut. */
    private static final double NUMBER_EM = 15;
    /** A window may stay open so long before the copy is read again: no midnight makes a column wider. */
    private static final int DAYS_OPEN = 60;

    /**
     * What the columns need for documents of these kinds, or of all where there are none; company and connection only where
     * there is more than one.
     */
    List<Wish> of(Snapshot copy, Set<MoveType> kinds, String partnerHeading) {
        ColumnContents widest = copy.widest();
        LocalDate today = words.today();
        var wishes = new ArrayList<Wish>();
        double mark = ruler.plain(List.of(MarkColumn.widest())) + pad(MARK_EM);
        // a key sets the flag: the list shows it at any width; wider than the signs it would be a gap
        wishes.add(new Wish(MarkColumn.ID, ruler.plain(List.of(MarkColumn.first())) + pad(MARK_EM), mark, mark, 0));
        wishes.add(name(Column.NUMBER, with(widest.numbers(kinds), words.get("number.draft")), NUMBER_EM));
        double name = ruler.plain(widest.partners()) + pad(CELL_EM);
        wishes.add(new Wish(Column.PARTNER.name(), Math.max(CUSTOMER_EM * ruler.em(), unordered(partnerHeading)),
                name, 0, 0));
        wishes.add(figure(Column.INVOICE_DATE,
                ruler.plain(copy.contents().dates().stream().map(words.dates()::day).toList())));
        wishes.add(figure(Column.DUE_DATE, ruler.plain(copy.contents().dueDates().stream()
                .flatMap(date -> Stream.of(today, today.plusDays(DAYS_OPEN)).map(day -> words.dates().due(date, day)))
                .toList())));
        wishes.add(figure(Column.TOTAL, ruler.plain(money(widest.totals()))));
        wishes.add(figure(Column.AMOUNT_DUE, ruler.bold(money(widest.dues()))));
        Wish status = figure(Column.STATUS,
                ruler.smallBold(statuses(copy.contents().removed())) + BADGE_EM * ruler.em());
        wishes.add(new Wish(status.id(), status.least(), status.whole(), 0, status.leaves(),
                Math.max(ruler.smallBold(Badges.signs()) + BADGE_EM * ruler.em() + pad(CELL_EM),
                        unordered(words.column(Column.STATUS)))));
        if (copy.contents().companies().size() > 1) {
            wishes.add(name(Column.COMPANY, widest.companies(), NAME_EM));
        }
        if (copy.connectionNames().size() > 1) {
            wishes.add(name(Column.CONNECTION, copy.connectionNames().values(), NAME_EM));
        }
        return wishes;
    }

    private Wish figure(Column column, double content) {
        double width = Math.max(content + pad(CELL_EM), heading(words.column(column)));
        return new Wish(column.name(), width, width, 0, LEAVING.indexOf(column) + 1);
    }

    /** What may be cut, but never to less than this. */
    private Wish name(Column column, Collection<String> names, double leastEm) {
        double whole = Math.max(ruler.plain(names) + pad(CELL_EM), heading(words.column(column)));
        return new Wish(column.name(), Math.min(whole, Math.max(leastEm * ruler.em(), heading(words.column(column)))),
                whole, 0, LEAVING.indexOf(column) + 1);
    }

    private double heading(String text) {
        return ruler.smallBold(List.of(text)) + pad(HEADING_EM);
    }

    /** Of the customer, and of a status that is a sign: the arrow may cut the heading, as the room may cut what is below it. */
    private double unordered(String text) {
        return ruler.smallBold(List.of(text)) + pad(CELL_EM);
    }

    private double pad(double em) {
        return em * ruler.em() + ROUNDING_PX;
    }

    private List<String> money(List<AmountLengths.Amount> amounts) {
        return amounts.stream().map(amount -> words.money().format(amount.value(), amount.currency())).toList();
    }

    /** All that a day may bring, and those of gone invoices only where there are any: they are long. */
    private List<String> statuses(boolean gone) {
        return Arrays.stream(InvoiceStatus.values())
                .filter(status -> gone || (status != InvoiceStatus.REMOVED_IN_ODOO
                        && status != InvoiceStatus.NO_LONGER_ACCESSIBLE))
                .map(words::status).toList();
    }

    private static List<String> with(List<String> texts, String one) {
        return Stream.concat(texts.stream(), Stream.of(one)).toList();
    }
}
