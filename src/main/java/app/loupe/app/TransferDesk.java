package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SearchMemory;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers;
import app.loupe.export.ExportFile;
import app.loupe.export.Steps;
import app.loupe.transfer.TransferFile;
import app.loupe.transfer.TransferWriter;
import app.loupe.vault.TransferKey;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes transfer files and brings them in, by the desk that keeps the connections.
 *
 * @param book the owner's book as a whole
 */
record TransferDesk(ConnectionDesk desk, DeskPorts ports, MovedBooks book, SearchMemory searches,
        MovedSettings settings) implements Transfers {
    @Override
    public Made make(Path file, boolean overwrite, Secret passphrase, CancelToken cancel,
            Watcher watcher) throws ProblemException {
        var made = new AtomicReference<Made>();
        new ExportFile(file, overwrite).write(out -> made.set(new Departure(ports, book, searches).write(
                new TransferWriter(out, TransferKey::of, passphrase), desk.list(), settings.chosen(), cancel, watcher)),
                new Steps(cancel, (done, of) -> {}));
        return made.get();
    }

    @Override
    public Brought bring(Path file, Secret passphrase, CancelToken cancel, Watcher watcher) throws ProblemException {
        try (TransferFile opened = TransferFile.open(file, TransferKey::of, passphrase, cancel)) {
            boolean isNew = desk.list().stream().noneMatch(profile -> profile.kind() == Kind.ODOO);
            try {
                Brought brought = desk.bring(opened, book, cancel, watcher);
                takeSettings(opened, isNew);
                return brought;
            } catch (ProblemException failure) {
                takeSettings(opened, isNew && failure.problem().code() == ProblemCode.TRANSFER_HALF);
                throw failure;
            }
        }
    }

    /** Only where no connection was: elsewhere they would let a file silence notices and change when it syncs. */
    private void takeSettings(TransferFile opened, boolean isNew) {
        if (isNew) {
            settings.take(opened.content().settings());
        }
    }
}
