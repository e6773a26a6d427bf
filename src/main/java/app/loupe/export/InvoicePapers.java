package app.loupe.export;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.text.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts each of some invoices on a paper of its own, called by its number, into a parcel. Where the books are of several companies,
 * each of which counts for itself, or of several connections, the company stands before it, which those who are given the papers
 * know; but if another connection has one called so, or is called so, what its owner calls the connection.
 */
final class InvoicePapers {
    private final InvoiceReader reader;
    private final ReadTogether read;
    private final Texts texts;
    private final Clock clock;
    private final CopyFoot foot;

    InvoicePapers(InvoiceReader reader, ReadTogether read, Texts texts, Clock clock) {
        this.reader = reader;
        this.read = read;
        this.texts = texts;
        this.clock = clock;
        this.foot = new CopyFoot(texts, clock, read);
    }

    /**
     * Puts all of them there, each a step, but for those that the copy holds no longer.
     *
     * @param folder before the names, ending with a slash; empty for none
     * @return how many papers there are
     */
    int put(RowList rows, String folder, Parcel parcel, Steps steps) throws IOException, ProblemException {
        Map<ConnectionId, ConnectionProfile> profiles = new Chosen(read.connections()).byId();
        Map<String, Set<ConnectionId>> called = called(rows);
        boolean several = read.areSeveral() || rows.companies() > 1;
        var names = new FileNames();
        int papers = 0;
        var copies = new InvoiceCopies(reader, LocalDate.now(clock));
        for (ReviewRow reviewed : rows) {
            InvoiceRow row = reviewed.row();
            ConnectionProfile profile = profiles.get(row.key().connection());
            Optional<InvoiceCopy> copy = profile == null
                    ? Optional.empty()
                    : copies.of(row, foot.ofOne(profile, row.otherInfo().company()));
            if (profile != null && copy.isPresent()) {
                String number = row.number().isEmpty() ? Long.toString(row.key().id()) : row.number();
                papers++;
                parcel.put(folder + names.next(several ? before(row, profile, called) : "", number, "pdf"),
                        out -> InvoicePaper.write(copy.get(), texts, out));
            }
            steps.one();
        }
        return papers;
    }

    /** Which connections a name may mean: those that are called so, and those of which a company is. */
    private Map<String, Set<ConnectionId>> called(List<ReviewRow> rows) {
        Map<String, Set<ConnectionId>> called = new HashMap<>();
        for (ConnectionProfile profile : read.connections()) {
            called.computeIfAbsent(profile.name(), any -> new HashSet<>()).add(profile.id());
        }
        for (ReviewRow row : rows) {
            called.computeIfAbsent(row.row().otherInfo().company(), any -> new HashSet<>())
                    .add(row.row().key().connection());
        }
        return called;
    }

    private static String before(InvoiceRow row, ConnectionProfile profile, Map<String, Set<ConnectionId>> called) {
        String company = row.otherInfo().company();
        boolean meansOne = !company.isEmpty() && called.getOrDefault(company, Set.of()).size() == 1;
        return meansOne ? company : profile.name();
    }
}
