package app.loupe.store;

import app.loupe.domain.CopyRepository;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.UserId;
import java.util.List;
import org.hibernate.SessionFactory;
import testkit.InMemoryBook;

/** The ports of another user over the same open database file: what a mix-up of users would look like. */
final class BorrowedStore implements AutoCloseable {
    private final SessionFactory factory;
    private final LedgeredSession session;

    private BorrowedStore(SessionFactory factory, LedgeredSession session) {
        this.factory = factory;
        this.session = session;
    }

    /** Opens a second set of connections to the database that the owner has open in this process. */
    static BorrowedStore open(OpenStore owner, H2File file, UserId user) throws ProblemException {
        SessionFactory factory = EntityMapping.begin(StoredTable.entities()).on(file, sql -> sql);
        var ledger = new Ledger(owner.vault.folder(), "invoices-borrowed");
        return new BorrowedStore(factory,
                new LedgeredSession(new StoreSession(file, user, factory), ledger, owner.vault.install().value(),
                        new Quarantine(owner.vault, file.file(), OpenStore.CLOCK, List::of), new Scrub()));
    }

    CopyRepository copies() {
        return new StoredCopy(session, new InMemoryBook(), OpenStore.CLOCK);
    }

    InvoiceReader reader() {
        return new StoredReader(session);
    }

    ProfileRepository profiles() {
        return new StoredProfiles(session);
    }

    SyncJournal journal() {
        return new StoredJournal(session);
    }

    @Override
    public void close() {
        factory.close();
    }
}
