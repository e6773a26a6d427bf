package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a server has the books that a copy was made of, by the invoices that were written last: they are the
 * ones that an older or another database has not. Most of them must be there, none of these written before its copy, with
 * the same number, type, day, total, company and partner; the rest may have been changed or taken away in Odoo, or may not
 * be shown to another user. Ids alone prove nothing: every database counts them from 1.
 */
@Blocking
public final class SameBooks {
    /** Few enough for one small request, many enough that no chance makes most of them agree. */
    static final int SAMPLE = 30;

    private final CopyRepository copy;
    private final InvoiceReader invoices;

    /** Compares with this copy. */
    public SameBooks(CopyRepository copy, InvoiceReader invoices) {
        this.copy = copy;
        this.invoices = invoices;
    }

    /**
     * Asks the source for the sample; an empty copy has none, and every source is right for it.
     *
     * @throws ProblemException {@link ProblemCode#BOOKS_DIFFER} with how many of how many are the same
     */
    public void demandSame(ConnectionId id, InvoiceSource source) throws ProblemException {
        List<Invoice> sample = sample(id);
        if (sample.isEmpty()) {
            return;
        }
        List<Invoice> there = source.invoices(sample.stream().map(Invoice::id).toList()).records();
        long same = sample.stream()
                .filter(here -> there.stream().anyMatch(found -> found.id() == here.id() && isSame(here, found)))
                .count();
        if (same * 2 <= sample.size()) {
            throw ProblemException.of(ProblemCode.BOOKS_DIFFER, Long.toString(same), Integer.toString(sample.size()));
        }
    }

    private List<Invoice> sample(ConnectionId id) throws ProblemException {
        var newest = Map.Entry.<Long, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey());
        List<Long> ids = copy.stamps(id, RecordKind.INVOICE).entrySet().stream().sorted(newest.reversed())
                .map(Map.Entry::getKey).limit(SAMPLE).toList();
        var sample = new ArrayList<Invoice>();
        for (long invoice : ids) {
            Optional<Invoice> here = invoices.invoice(new InvoiceKey(id, invoice));
            here.ifPresent(sample::add);
        }
        List<Invoice> numbered = sample.stream().filter(invoice -> !invoice.number().isEmpty()).toList();
        // a draft may change in everything
        return numbered.isEmpty() ? sample : numbered;
    }

    private static boolean isSame(Invoice here, Invoice there) {
        return !there.writeDate().isBefore(here.writeDate()) && there.number().equals(here.number())
                && there.type() == here.type() && Objects.equals(there.dates().invoice(), here.dates().invoice())
                && there.amounts().total().compareTo(here.amounts().total()) == 0
                && id(there.booking().company()) == id(here.booking().company())
                && id(there.parties().partner()) == id(here.parties().partner());
    }

    private static long id(@Nullable Ref ref) {
        return ref == null ? 0 : ref.id();
    }
}
