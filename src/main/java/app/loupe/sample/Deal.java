package app.loupe.sample;

import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import app.loupe.sample.AddressBook.Contact;
import app.loupe.sample.Assortment.Article;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document as it was agreed, before anybody asks what became of it until today.
 *
 * @param id of the invoice; the same on every day
 * @param date when it is posted
 * @param termDays until it is due
 * @param number its number once it is posted
 * @param fate what becomes of it after posting
 * @param counterpart on a reversed invoice its credit note and the other way round; null for others
 */
record Deal(long id, MoveType type, LocalDate date, int termDays, String number, Contact contact, List<Item> items,
        Fate fate, @Nullable Ref counterpart, @Nullable LocalDate reversedOn) {
    /** What becomes of a document. */
    enum Fate {
        PAID,
        PAID_IN_PARTS,
        UNPAID,
        CANCELLED,
        REVERSED
    }

    /** One line of it, in the document's currency. */
    record Item(Article article, BigDecimal quantity, BigDecimal price, BigDecimal discountPercent) {}

    /** The same with a number. */
    Deal numbered(String given) {
        return new Deal(id, type, date, termDays, given, contact, items, fate, counterpart, reversedOn);
    }

    /** When the money comes, if it comes. */
    LocalDate paidOn() {
        LocalDate due = date.plusDays(termDays);
        LocalDate paid = switch (contact.habit()) {
            case PROMPT -> due.minusDays(id % 6);
            case LATE -> due.plusDays(6 + id % 17);
            case SLOW -> due.plusDays(35 + id % 40);
            case PARTS -> due.plusDays(45 + id % 10);
            case NEVER -> due.plusDays(180 + id % 100);
        };
        return paid.isBefore(date) || termDays == 0 ? date : paid;
    }
}
