package app.loupe.store;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.UnfilledMark;
import app.loupe.domain.VaultFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a damaged invoice file aside under another name. Before that it notes that the copies are to be filled again, so
 * that a process killed in between leaves no empty copy that looks complete.
 */
final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final VaultFile vault;
    private final Path path;
    private final Clock clock;
    private final InvoiceStore.Kept kept;
    private final FormerFile former;

    Quarantine(VaultFile vault, Path path, Clock clock, InvoiceStore.Kept kept) {
        this.vault = vault;
        this.path = path;
        this.clock = clock;
        this.kept = kept;
        this.former = new FormerFile(vault.folder(), path);
    }

    /**
     * Moves the file, which must be closed, and writes to the log what was found; returns its new name. The one from before a
     * migration goes: a new one is begun.
     */
    Path setAside(ProblemException found) throws ProblemException {
        Path target = beginAnew(found);
        former.drop();
        return target;
    }

    /**
     * The same at an opening that could make nothing of the one from before a migration either. That one is set aside, too:
     * perhaps it is the migration that is at fault, and it is whole.
     */
    Path setBothAside(ProblemException found) throws ProblemException {
        Path target = beginAnew(found);
        if (former.isThere()) {
            moveAside(former.path());
        }
        return target;
    }

    private Path beginAnew(ProblemException found) throws ProblemException {
        // which connections there are cannot be read from a damaged file
        vault.change(VaultFact.COPY_UNFILLED, noted -> UnfilledMark.ofAll().text());
        return moveDamaged(found);
    }

    /** Moves the file in the same way, and the one from before its migration into its place; returns the new name. */
    Path putBack(FormerFile before, ProblemException found) throws ProblemException {
        Path target = moveDamaged(found);
        before.takePlace();
        return target;
    }

    /** What was set aside last, by the names; empty when nothing was. */
    Optional<Path> newest() throws ProblemException {
        try {
            return vault.folder().setAside(path).stream().max(Comparator.naturalOrder());
        } catch (IOException refused) {
            throw StoreProblems.of(path, refused);
        }
    }

    private Path moveDamaged(ProblemException found) throws ProblemException {
        Path target = moveAside(path);
        LOG.warn("{} is damaged and was set aside", path.getFileName(), found);
        return target;
    }

    private Path moveAside(Path file) throws ProblemException {
        Path target = vault.folder().aside(path, clock);
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            vault.folder().sync();
            return target;
        } catch (IOException refused) {
            throw StoreProblems.of(file, refused);
        }
    }

    /** Notes that these copies have to be filled again. */
    void unfilled(Set<String> connections) throws ProblemException {
        vault.change(VaultFact.COPY_UNFILLED, noted -> UnfilledMark.of(noted).with(connections).text());
    }

    /** The profiles that outlive the file. */
    List<ConnectionProfile> profiles() throws ProblemException {
        return kept.profiles();
    }
}
