package app.loupe.bookcheck;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CurrencyPlaces;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is wrong in the books of one connection. Reads each invoice once and keeps a few figures of it; nothing is
 * asked of the server.
 */
@Blocking
public final class BookCheck {
    private static final int STEP = 200;

    private final ConnectionProfile profile;
    private final Links links = new Links();
    private final CurrencyPlaces places = new CurrencyPlaces();
    private final List<Check> checks;

    private BookCheck(ConnectionProfile profile, LocalDate today) {
        this.profile = profile;
        checks = List.of(new DuplicateReferences(profile.id()), new PaidTwice(profile.id(), links),
                new NumberGaps(profile), new LinesAgainstTotals(profile.id(), places),
                new TaxAgainstRate(profile.id(), places),
                new OddDates(profile.id(), today), new LoneCredits(profile.id(), links, today),
                new PartnersTwice(profile.id()));
    }

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many invoices were read. */
        void read(int invoices, int of);
    }

    /**
     * Checks the books as the copy is now.
     *
     * @param today what dates are held against
     * @throws ProblemException also when it was cancelled
     */
    public static BookFindings of(InvoiceReader reader, ConnectionProfile profile, LocalDate today, Progress progress,
            CancelToken cancel) throws ProblemException {
        return new BookCheck(profile, today).run(reader, progress, cancel);
    }

    private BookFindings run(InvoiceReader reader, Progress progress, CancelToken cancel) throws ProblemException {
        List<InvoiceRow> rows = reader.rows(Set.of(profile.id()));
        var gone = new HashSet<Long>();
        for (InvoiceRow row : rows) {
            if (row.presence() != InvoiceRow.Presence.PRESENT) {
                gone.add(row.key().id());
            }
            look(row);
            checks.forEach(check -> check.row(row));
        }
        var count = new int[1];
        try {
            reader.each(profile.id(), true, invoice -> {
                if (cancel.isCancelled()) {
                    // a consumer may throw no problem; what is read next is the next part
                    throw new CancellationException();
                }
                checks.forEach(check -> check.invoice(invoice, !gone.contains(invoice.id())));
                if (++count[0] % STEP == 0) {
                    progress.read(count[0], rows.size());
                }
            });
        } catch (CancellationException stopped) {
            cancel.check();
        }
        // within one reading of the store, which is not broken off
        reader.owedItems(profile.id(), item -> {
            links.add(item);
            checks.forEach(check -> check.item(item));
        });
        cancel.check();
        var found = new ArrayList<Finding>();
        for (Check check : checks) {
            check.findings(found::add, cancel);
            cancel.check();
        }
        found.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::weight)
                .thenComparing(BookCheck::newest, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Finding::key));
        return new BookFindings(found, count[0]);
    }

    private void look(InvoiceRow row) {
        InvoiceRow.Amounts amounts = row.amounts();
        places.add(amounts.currency(), amounts.untaxed());
        places.add(amounts.currency(), amounts.tax());
        places.add(amounts.currency(), amounts.total());
    }

    private static @Nullable LocalDate newest(Finding finding) {
        return finding.documents().stream().map(Finding.Document::date).filter(date -> date != null)
                .max(Comparator.naturalOrder()).orElse(null);
    }
}
