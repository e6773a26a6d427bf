package app.loupe.sync;

import app.loupe.domain.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Decides what a run reads: what is new, what has another write date than here, and what was written so recently that
 * write dates, which are whole seconds, prove nothing.
 *
 * @param read ids to read, the recent documents and those without a date first
 * @param missing ids that are here but not in the listing: what became of them is not known yet
 * @param same how many need not be read
 */
record Plan(List<Long> read, Set<Long> missing, int same) {
    /**
     * Compares a complete listing with the local copy.
     *
     * @param isSure whether a record with this write date, which is here with the same one, need not be read
     * @param also listed ids that are read whatever their write date says
     * @param recent documents from this day on come first
     */
    static Plan of(Listing listing, Map<Long, Instant> local, Predicate<Instant> isSure, Set<Long> also,
            LocalDate recent) {
        var first = new Ids();
        var rest = new Ids();
        int same = 0;
        for (Stamp stamp : listing.stamps()) {
            boolean sure = stamp.writeDate().equals(local.get(stamp.id())) && isSure.test(stamp.writeDate())
                    && !also.contains(stamp.id());
            if (sure) {
                same++;
            } else if (stamp.invoiceDate() == null || !stamp.invoiceDate().isBefore(recent)) {
                first.add(stamp.id());
            } else {
                rest.add(stamp.id());
            }
        }
        first.addAll(rest);
        var missing = new TreeSet<>(local.keySet());
        missing.removeAll(listing.stamps().ids());
        return new Plan(first, missing, same);
    }
}
