package app.loupe.store;

import app.loupe.domain.HalfOpen;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Decides what an invoice file on the disk is - ours, too new, hostile, sealed with another key, damaged - and opens it
 * or sets it aside. H2 gives the same error for a wrong key and for damage; a digest of the key kept in the vault file
 * tells them apart, and is kept before a new file is begun.
 */
final class StoreOpening {
    private final VaultFile vault;
    private final Secret key;
    private final Quarantine quarantine;
    private final List<Problem> warnings;
    private final Path path;
    private final FormerFile former;

    StoreOpening(VaultFile vault, Secret key, Quarantine quarantine, List<Problem> warnings) {
        this.vault = vault;
        this.key = key;
        this.quarantine = quarantine;
        this.warnings = warnings;
        this.path = path(vault);
        this.former = new FormerFile(vault.folder(), path);
    }

    /** The file as it was before a migration, perhaps one of this opening. */
    FormerFile former() {
        return former;
    }

    /** Where the invoices of the vault's user are. */
    static Path path(VaultFile vault) {
        return vault.folder().file(vault.invoiceStoreName() + FileProtection.STORE_SUFFIX);
    }

    /**
     * Work on the opened file; if it fails with STORE_DAMAGED, it is tried again on the file from before the migration, if
     * that is there, and then on a new one.
     */
    @FunctionalInterface
    interface Use<T> {
        T with(H2File file) throws ProblemException;
    }

    <T> T open(Use<T> use) throws ProblemException {
        ClosedClasses.demand();
        migration().dropUnfinished();
        String digest = KeyCheck.INVOICES.digest(vault.install(), key);
        boolean existed = Files.exists(path) || former.isThere();
        if (!existed) {
            vault.folder().demandWritable();
            // before the file: what a full disk or a kill leaves of it is then recognised as a damaged file of Loupe
            vault.keep(KeyCheck.INVOICES, digest);
        }
        Optional<String> kept = vault.kept(KeyCheck.INVOICES);
        if (existed && kept.isPresent() && !kept.get().equals(digest)) {
            throw foreign();
        }
        if (existed && !Files.exists(path)) {
            // a process was killed when it had moved the damaged one aside
            quarantine.newest().ifPresent(this::tellRestored);
            former.takePlace();
        }
        try {
            return tryOpen(use, digest, kept);
        } catch (ProblemException failure) {
            if (!existed || failure.problem().code() != ProblemCode.STORE_DAMAGED) {
                throw failure;
            }
            if (kept.isEmpty()) {
                throw foreign();
            }
            vault.folder().demandMendable(path, failure);
            return openOther(use, digest, kept, failure);
        }
    }

    /** In place of a damaged one: what the former lacks its ledger tells, and the next sync reads it. */
    private <T> T openOther(Use<T> use, String digest, Optional<String> kept, ProblemException damage)
            throws ProblemException {
        if (!former.isThere()) {
            return openNew(use, digest, kept, damage);
        }
        tellRestored(quarantine.putBack(former, damage));
        try {
            return tryOpen(use, digest, kept);
        } catch (ProblemException failure) {
            if (failure.problem().code() != ProblemCode.STORE_DAMAGED) {
                throw failure;
            }
            return openNew(use, digest, kept, failure);
        }
    }

    private void tellRestored(Path damaged) {
        warnings.add(Problem.of(ProblemCode.STORE_RESTORED, String.valueOf(damaged.getFileName())));
    }

    private <T> T openNew(Use<T> use, String digest, Optional<String> kept, ProblemException damage)
            throws ProblemException {
        Path target = quarantine.setBothAside(damage);
        warnings.removeIf(told -> told.code() == ProblemCode.STORE_RESTORED);
        warnings.add(Problem.of(ProblemCode.STORE_DAMAGED, String.valueOf(target.getFileName())));
        return tryOpen(use, digest, kept);
    }

    private FileMigration migration() {
        return new FileMigration(vault.folder(), path, key, Migrations.INVOICES);
    }

    private ProblemException foreign() {
        return ProblemException.of(ProblemCode.KEY_FOREIGN, String.valueOf(path.getFileName()));
    }

    private <T> T tryOpen(Use<T> use, String digest, Optional<String> kept) throws ProblemException {
        return TornBlock.without(vault.folder(), path, () -> openWhole(use, digest, kept));
    }

    private <T> T openWhole(Use<T> use, String digest, Optional<String> kept) throws ProblemException {
        if (Files.exists(path)) {
            migration().admit(kept.isPresent(), former);
        } else {
            migration().begin();
        }
        var file = new H2File(vault.folder(), path, key.copy());
        try (var half = HalfOpen.closedBy(file::close)) {
            file.open();
            if (kept.isEmpty() || !kept.get().equals(digest)) {
                vault.keep(KeyCheck.INVOICES, digest);
            }
            return half.whole(use.with(file));
        }
    }
}
