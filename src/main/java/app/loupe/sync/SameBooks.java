package app.loupe.sync;

import app.loupe.domain.Batch;
import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.sync.PastFailures.Answers;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Decides whether a server has the books that a copy was made of. It compares the invoices that were written last,
 * because an older or another database does not have them. Most of them must be there with the same type, day, company and
 * partner, and with the same number or amount, since whole series are numbered anew and drafts are posted by the dozen; between
 * two servers with the same total, too, and a write date not before that of the copy. The rest may have been changed or removed
 * in Odoo, or may not be shown to another user. Ids alone prove nothing: every database counts them from 1.
 */
@Blocking
public final class SameBooks {
    /** Few enough for one small request, and so many that most of them do not agree by chance. */
    static final int SAMPLE = 30;

    private final CopyRepository copy;

    /** Compares with this copy. */
    public SameBooks(CopyRepository copy) {
        this.copy = copy;
    }

    /** Asks a server for the sample. */
    @FunctionalInterface
    interface Answer {
        Batch<Invoice> to(List<Long> ids) throws ProblemException;
    }

    /**
     * The result of comparing the sample.
     *
     * @param same how many are the same there
     * @param all how many were compared
     */
    record Compared(int same, int all) {
        /** Whether the server has other books; an empty copy fits every server. */
        boolean areOthers() {
            return all > 0 && same * 2 <= all;
        }
    }

    /**
     * Asks the source for the sample; an empty copy has none and fits every source.
     *
     * @throws ProblemException {@link ProblemCode#BOOKS_DIFFER} with how many are the same, and of how many
     */
    public void demandSame(ConnectionId id, InvoiceSource source) throws ProblemException {
        Compared compared = compare(id, copy.stamps(id, RecordKind.INVOICE), source::invoices, SameBooks::isSame);
        if (compared.areOthers()) {
            throw ProblemException.of(ProblemCode.BOOKS_DIFFER, Integer.toString(compared.same()),
                    Integer.toString(compared.all()));
        }
    }

    /**
     * The same without the fields of an invoice that may change: between two states of the same books nearly all
     * documents are the same.
     */
    Compared compareDocuments(ConnectionId id, Map<Long, Instant> stamps, Answer server) throws ProblemException {
        return compare(id, stamps, server, SameBooks::isSameDocument);
    }

    /** Compares the sample. A record that is there and cannot be read does not count. */
    private Compared compare(ConnectionId id, Map<Long, Instant> stamps, Answer server,
            BiPredicate<Figures, Figures> same) throws ProblemException {
        Map<Long, Figures> sample = sample(id, stamps);
        if (sample.isEmpty()) {
            return new Compared(0, 0);
        }
        List<Long> ids = List.copyOf(sample.keySet());
        Batch<Invoice> answer = new PastFailures<>(ids, server::to, Answers.ofRecords(RecordKind.INVOICE)).page(ids);
        if (answer.problems().stream().filter(RecordProblem::isOfServer).count() * 2 >= ids.size()) {
            // answers for so few prove nothing: the failure is the answer, unless the server has recovered by now
            answer = server.to(ids);
        }
        Set<Long> unread = answer.problems().stream().map(RecordProblem::id).collect(Collectors.toUnmodifiableSet());
        Map<Long, Figures> there = answer.records().stream().map(Figures::of)
                .collect(Collectors.toMap(Figures::id, found -> found, (one, other) -> one));
        List<Figures> compared = sample.values().stream().filter(here -> !unread.contains(here.id())).toList();
        long found = compared.stream().filter(here -> {
            Figures other = there.get(here.id());
            return other != null && same.test(here, other);
        }).count();
        return new Compared((int) found, compared.size());
    }

    private Map<Long, Figures> sample(ConnectionId id, Map<Long, Instant> stamps) throws ProblemException {
        var newest = Map.Entry.<Long, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey());
        List<Long> ids = stamps.entrySet().stream().sorted(newest.reversed()).map(Map.Entry::getKey).limit(SAMPLE)
                .toList();
        Collection<Figures> figures = copy.figures(id, ids).values();
        List<Figures> numbered = figures.stream().filter(here -> !number(here).isEmpty()).toList();
        // a draft may change in everything
        return (numbered.isEmpty() ? figures : numbered).stream().collect(Collectors.toMap(Figures::id, here -> here));
    }

    private static boolean isSame(Figures here, Figures there) {
        return !there.writeDate().isBefore(here.writeDate()) && hasSameTotal(here, there)
                && isSameDocument(here, there);
    }

    /** A draft that was posted has got its number, and often its day; one that went back to a draft may have lost them. */
    private static boolean isSameDocument(Figures here, Figures there) {
        return there.type() == here.type() && there.company() == here.company() && there.partner() == here.partner()
                && (here.dates().invoice() == null || here.dates().invoice().equals(there.dates().invoice()))
                && (number(there).isEmpty() || number(there).equals(number(here)) || hasSameTotal(here, there));
    }

    private static boolean hasSameTotal(Figures here, Figures there) {
        return there.currency() == here.currency() && there.total().compareTo(here.total()) == 0;
    }

    private static String number(Figures of) {
        return Invoice.numberOf(of.texts().getFirst());
    }
}
