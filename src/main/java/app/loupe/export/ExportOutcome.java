package app.loupe.export;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was taken away.
 *
 * @param documents how many invoices, bills and credit notes are in it
 * @param missing how many of those that were chosen are not, because the copy holds them no longer
 * @param mixed whether a sync changed the copy meanwhile, so that one file may not know what another one says
 * @param files how many files
 * @param seal the last value of an archive's chain, which stands for all of it; empty where there is no chain
 * @param knownTo the day of the copy, where what was taken away has this day or later ones in it; null where it has not
 */
public record ExportOutcome(int documents, int missing, boolean mixed, int files, String seal,
        @Nullable LocalDate knownTo) {
    /** One file with something else than documents. */
    static final ExportOutcome FILE = new ExportOutcome(0, 0, false, 1, "", null);
}
