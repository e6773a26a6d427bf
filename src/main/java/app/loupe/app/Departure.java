package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.MovedChange;
import app.loupe.domain.MovedConnection;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SearchMemory;
import app.loupe.domain.Transfers.Made;
import app.loupe.domain.Transfers.Owned;
import app.loupe.domain.Transfers.Watcher;
import app.loupe.transfer.TransferWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what is here into a transfer file. The sample company is added anew there; what was written to it goes along. */
record Departure(DeskPorts ports, MovedBooks book, SearchMemory searches) {
    /** Writes all, up to the end of the file. */
    Made write(TransferWriter file, List<ConnectionProfile> profiles, Map<String, String> settings, CancelToken cancel,
            Watcher watcher) throws IOException, ProblemException {
        for (var setting : settings.entrySet()) {
            file.setting(setting.getKey(), setting.getValue());
        }
        for (KeptFilter filter : searches.keptFilters()) {
            file.filter(filter);
        }
        int connections = 0;
        int withoutPassword = 0;
        var left = new ArrayList<String>();
        for (ConnectionProfile profile : profiles) {
            if (profile.kind() == Kind.ODOO) {
                Optional<Endpoint> endpoint = ports.vault().endpoint(profile.id());
                if (endpoint.isPresent()) {
                    connections++;
                    withoutPassword += write(file, profile, endpoint.get()) ? 0 : 1;
                } else {
                    left.add(profile.name());
                }
            }
        }
        MovedBooks.Contents contents = book.contents();
        int notes = 0;
        for (MovedBook one : contents.books()) {
            file.book(one);
            notes += notes(one);
        }
        long changes = changes(file, contents.last(), cancel, watcher);
        file.end();
        return new Made(connections, withoutPassword, left, new Owned(notes, changes));
    }

    /** To how much of some books something is written; that the owner has looked at an invoice does not count. */
    private static int notes(MovedBook book) {
        long marks = book.marks().values().stream().filter(InvoiceMark::isWritten).count();
        return Math.toIntExact(marks) + book.partnerNotes().size() + book.known().size();
    }

    /** Whether its password was there. */
    private boolean write(TransferWriter file, ConnectionProfile profile, Endpoint endpoint) throws IOException,
            ProblemException {
        var details = new ConnectionDetails(endpoint, profile.name(), profile.pin(), profile.keyExpires());
        try (MovedConnection moved = lent(profile, details)) {
            file.connection(moved);
            return moved.password() != null;
        }
    }

    private MovedConnection lent(ConnectionProfile profile, ConnectionDetails details) throws ProblemException {
        // not by its id: a row that is none is left out of all of them, and must not keep the others here
        if (ports.rows().connections().stream().noneMatch(row -> row.id().equals(profile.id()))) {
            return new MovedConnection(details, profile.since(), null);
        }
        try {
            return ports.vault().access(profile.id(), details.endpoint())
                    .use(secret -> new MovedConnection(details, profile.since(), secret.copy()));
        } catch (ProblemException refused) {
            ProblemCode code = refused.problem().code();
            if (code != ProblemCode.KEY_FOREIGN && code != ProblemCode.PASSWORD_NOT_OF_THIS_ROW) {
                throw refused;
            }
            return new MovedConnection(details, profile.since(), null);
        }
    }

    private long changes(TransferWriter file, long last, CancelToken cancel, Watcher watcher) throws IOException,
            ProblemException {
        long done = 0;
        long above = 0;
        for (List<MovedChange> some = book.changes(above, last); !some.isEmpty(); some = book.changes(above, last)) {
            cancel.check();
            for (MovedChange change : some) {
                file.change(change);
                done++;
            }
            above = some.getLast().number();
            watcher.at(above, last);
        }
        return done;
    }
}
