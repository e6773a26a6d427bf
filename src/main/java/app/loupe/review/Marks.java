package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MarkAct;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the owner wrote to invoices, beside the {@link Books} and not in them: a mark costs no reading of the copy. Decides
 * where each invoice stands in the review inbox. Immutable.
 */
public final class Marks {
    /** Nothing was written, and nothing has come. */
    public static final Marks NONE = new Marks(Map.of(), Map.of(), ZoneOffset.UTC);

    private static final Entry EMPTY = new Entry(InvoiceMark.NONE, InvoiceNews.NONE);

    /** Where each day begins last. */
    private static final ZoneOffset LAST_TO_BEGIN = ZoneOffset.ofHours(-12);

    private final Map<ConnectionId, Map<Long, Entry>> entries;
    private final ZoneId zone;

    private record Entry(InvoiceMark mark, InvoiceNews news) {}

    /** @param zone in which a moment is on a day */
    public Marks(Map<InvoiceKey, InvoiceMark> marks, Map<InvoiceKey, InvoiceNews> news, ZoneId zone) {
        this.zone = zone;
        var all = new HashMap<ConnectionId, Map<Long, Entry>>();
        Set<InvoiceKey> keys = new HashSet<>(marks.keySet());
        keys.addAll(news.keySet());
        for (InvoiceKey key : keys) {
            all.computeIfAbsent(key.connection(), none -> new HashMap<>()).put(key.id(), new Entry(
                    marks.getOrDefault(key, InvoiceMark.NONE), news.getOrDefault(key, InvoiceNews.NONE)));
        }
        entries = Map.copyOf(all);
    }

    private Entry entry(InvoiceKey key) {
        return entries.getOrDefault(key.connection(), Map.of()).getOrDefault(key.id(), EMPTY);
    }

    /** What is written to an invoice. */
    public InvoiceMark of(InvoiceKey key) {
        return entry(key).mark();
    }

    /** The review of an invoice as it is now. */
    public InvoiceMark.Review reviewOf(InvoiceRow row, Instant now) {
        return new InvoiceMark.Review(now, ReviewedText.digest(row), entry(row.key()).news().changedAt());
    }

    /** What marks an invoice as reviewed now, as it is; a reminder that has come until then is done with. */
    public MarkAct reviewing(InvoiceRow row, Instant now) {
        return new MarkAct.ReviewOn(reviewOf(row, now), now.atZone(zone).toLocalDate());
    }

    /** Where an invoice stands in the inbox on a day: NEW, TO_REVIEW or REVIEWED; empty when it has no place there. */
    public Optional<MarkChoice> inbox(InvoiceRow row, LocalDate today) {
        Entry entry = entry(row.key());
        InvoiceMark.Review review = entry.mark().review();
        boolean reviewed = review != null && entry.news().changedAt() <= review.change()
                && review.digest().equals(ReviewedText.digest(row));
        if (isDue(entry.mark(), today) || (review != null && !reviewed)
                || (row.otherInfo().toReview() && !reviewed)) {
            return Optional.of(MarkChoice.TO_REVIEW);
        }
        if (reviewed) {
            return Optional.of(MarkChoice.REVIEWED);
        }
        return entry.news().cameAt() > 0 && !entry.mark().opened() ? Optional.of(MarkChoice.NEW) : Optional.empty();
    }

    /**
     * Whether the day of a reminder has come, and it is not done with. A review ends a reminder that has come
     * ({@link app.loupe.domain.MarkAct.ReviewOn}); marks from before it did so count as done when the review was on the day of the
     * reminder or later wherever on earth it was made, and not under a clock that stood in what is still to come. In doubt there is
     * a reminder too many.
     */
    public boolean isDue(InvoiceMark mark, LocalDate today) {
        LocalDate day = mark.remindOn();
        InvoiceMark.Review review = mark.review();
        return day != null && !day.isAfter(today)
                && (review == null || review.at().isBefore(day.atStartOfDay(LAST_TO_BEGIN).toInstant())
                        || review.at().atZone(zone).toLocalDate().isAfter(today));
    }

    /** The day of a reminder that is to come, or has come and is not done with; empty for one that is. */
    public Optional<LocalDate> pending(InvoiceMark mark, LocalDate today) {
        return Optional.ofNullable(mark.remindOn()).filter(day -> day.isAfter(today) || isDue(mark, today));
    }

    /** Whether one row answers a choice. */
    boolean matches(MarkChoice choice, Sheet sheet, int i, LocalDate today) {
        return switch (choice) {
            case FLAGGED -> mark(sheet, i).flagged();
            case NOTED -> !mark(sheet, i).note().isEmpty();
            case REMINDER -> pending(mark(sheet, i), today).isPresent();
            // most have no entry, and no row is made for those
            case NEW, REVIEWED -> has(sheet, i) && inbox(sheet.row(i), today).equals(Optional.of(choice));
            case TO_REVIEW -> (has(sheet, i) || sheet.standing(i).toReview())
                    && inbox(sheet.row(i), today).equals(Optional.of(choice));
        };
    }

    /** The private note of one row; empty when it has none. */
    String note(Sheet sheet, int i) {
        return mark(sheet, i).note();
    }

    private boolean has(Sheet sheet, int i) {
        return !entry(sheet, i).equals(EMPTY);
    }

    private InvoiceMark mark(Sheet sheet, int i) {
        return entry(sheet, i).mark();
    }

    private Entry entry(Sheet sheet, int i) {
        return entries.isEmpty()
                ? EMPTY
                : entries.getOrDefault(sheet.place(i).connection(), Map.of()).getOrDefault(sheet.ids[i], EMPTY);
    }
}
