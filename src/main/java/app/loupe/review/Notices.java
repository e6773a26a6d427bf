package app.loupe.review;

import app.loupe.domain.ChangeEntry;
import app.loupe.domain.ChangeKind;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.KeyExpiry;
import app.loupe.domain.LastRuns;
import app.loupe.domain.MoveType;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what an owner is told of without having asked. Pure; may be used on any thread. */
public final class Notices {
    /** For so long there must have been no complete run before a failed one is told: a server may be away for a night. */
    public static final Duration FAILING_AFTER = Duration.ofDays(3);

    /** A total that changed by one part of so many, or more, is a large change. */
    private static final BigDecimal LARGE_PART = BigDecimal.TEN;

    private static final InvoiceFilter OVERDUE = new InvoiceFilter(
            Set.of(MoveType.CUSTOMER_INVOICE, MoveType.SALES_RECEIPT), Set.of(StatusChoice.OVERDUE),
            InvoicePeriod.Relative.ALL, "", InvoiceQuery.EMPTY);

    private Notices() {}

    /**
     * Invoices and receipts of customers that are overdue today and were not yet at the end of the day on which the owner was
     * told last of that connection. A document is overdue from the day after its due date on.
     *
     * @param told that day, for each connection of the books
     */
    public static Optional<Notice> overdue(Books books, Map<ConnectionId, LocalDate> told, LocalDate today) {
        Set<InvoiceKey> late = books.list(books.find(OVERDUE, today).inOrder()).stream()
                .filter(row -> row.openDueDate().filter(due -> !due.isBefore(told(told, row, today))).isPresent())
                .map(row -> row.row().key()).collect(Collectors.toSet());
        return late.stream().map(key -> told.getOrDefault(key.connection(), today)).min(Comparator.naturalOrder())
                .map(since -> new Notice.NewlyOverdue(late, since));
    }

    private static LocalDate told(Map<ConnectionId, LocalDate> told, ReviewRow row, LocalDate today) {
        return told.getOrDefault(row.row().key().connection(), today);
    }

    /**
     * Of changes.
     *
     * @param unseen those that the owner has not marked as seen
     */
    public static Optional<Notice> largeChange(List<ChangeEntry> unseen) {
        long invoices = unseen.stream().filter(Notices::isLarge).map(ChangeEntry::key).distinct().count();
        return invoices == 0 ? Optional.empty() : Optional.of(new Notice.LargeChange(Math.toIntExact(invoices)));
    }

    private static boolean isLarge(ChangeEntry entry) {
        // a draft without a number has never counted
        boolean removed = entry.kind() == ChangeKind.REMOVED && !entry.name().isEmpty();
        return removed || entry.find(InvoiceChange.Kind.CHANGED, InvoiceField.AMOUNT_TOTAL)
                .filter(InvoiceChange::editedAfterPosting).filter(Notices::isLarge).isPresent();
    }

    private static boolean isLarge(InvoiceChange total) {
        try {
            var before = new BigDecimal(total.before());
            BigDecimal by = new BigDecimal(total.after()).subtract(before).abs();
            return by.multiply(LARGE_PART).compareTo(before.abs()) >= 0;
        } catch (NumberFormatException cut) {
            return true;
        }
    }

    /** Of connections whose API key is in its last days. */
    public static List<Notice> keys(List<ConnectionProfile> connections, LocalDate today) {
        var notices = new ArrayList<Notice>();
        for (ConnectionProfile profile : connections) {
            KeyExpiry.daysLeft(profile.keyExpires(), today)
                    .ifPresent(days -> notices.add(new Notice.KeyExpiring(profile, days)));
        }
        return notices;
    }

    /**
     * Of connections whose last run that nobody stopped did not bring everything, with {@link #FAILING_AFTER} or more
     * since the last complete one. One that never had any says so itself.
     *
     * @param runs newest first
     */
    public static List<Notice> failing(List<ConnectionProfile> connections, List<RunRecord> runs, Instant now) {
        // one that the owner stopped says nothing of the server
        Map<ConnectionId, RunRecord> last = LastRuns
                .of(runs.stream().filter(run -> !(run.report() instanceof SyncReport.Cancelled)).toList());
        var notices = new ArrayList<Notice>();
        for (ConnectionProfile profile : connections) {
            Instant synced = profile.lastSynced();
            RunRecord run = last.get(profile.id());
            if (synced != null && run != null && !(run.report() instanceof SyncReport.Done)
                    && !synced.plus(FAILING_AFTER).isAfter(now)) {
                notices.add(new Notice.SyncFailing(profile, Duration.between(synced, now).toDays()));
            }
        }
        return notices;
    }
}
