package app.loupe.store;

import app.loupe.domain.HalfOpen;
import app.loupe.domain.InstallId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SystemAccount;
import app.loupe.domain.UserId;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what the vault's database file on the disk is - none yet, what its ledger says, something else - and opens it as the
 * user that the account is there. What its ledger does not know is rebuilt from it. A damaged file of which no ledger tells is
 * refused and never filled anew, because a new install id would orphan every stored password. For the same reason none is made
 * beside files that only a vault opens, and one of another installation than its ledger stays as it is.
 */
final class VaultOpening {
    static final String FILE_NAME = "vault" + FileProtection.STORE_SUFFIX;
    private static final Logger LOG = LoggerFactory.getLogger(VaultOpening.class);

    private final FileProtection folder;
    private final SystemAccount account;
    private final StatementInspector inspector;
    private final VaultLedger ledger;
    private final Path path;
    private final FormerFile former;

    VaultOpening(FileProtection folder, SystemAccount account, StatementInspector inspector) {
        this.folder = folder;
        this.account = account;
        this.inspector = inspector;
        this.ledger = new VaultLedger(folder, account);
        this.path = folder.file(FILE_NAME);
        this.former = new FormerFile(folder, path);
    }

    /**
     * The open file, what was found wrong - VAULT_MENDED, DATA_FOLDER_REFUSES -, and the file as it was before a migration,
     * perhaps one of this opening.
     */
    record Opened(LedgeredVault vault, InstallId install, VaultAccounts account, List<Problem> warnings,
            FormerFile former) {}

    /**
     * Opens the file, making it when there never was one.
     *
     * @param lock of the folder; a damaged file is replaced only under it
     * @throws ProblemException see {@link VaultFile#open}
     */
    Opened open(VaultRescue.Reading reading, VaultLock lock) throws ProblemException {
        Optional<VaultState> kept = ledger.read();
        Optional<byte[]> before = VaultRescue.bytes(folder, reading);
        if (kept.isPresent() && before.isPresent()) {
            lookAt(before.get(), kept.get());
        }
        try {
            return openWhole(List.of());
        } catch (ProblemException failure) {
            if (kept.isEmpty() || before.isEmpty() || failure.problem().code() != ProblemCode.VAULT_DAMAGED) {
                throw failure;
            }
            LOG.warn("the vault file is not what its ledger says", failure.getCause());
            folder.demandMendable(path, failure);
            lock.demandHeld();
        }
        Problem mended = new VaultRescue(folder, ledger, Clock.system(ZoneId.systemDefault())).run(kept.get(),
                before.get());
        return openWhole(List.of(mended));
    }

    /**
     * Refuses a file of another installation before anything writes into it, as H2 does when it opens one to write. Whatever else
     * is wrong with it is found again later.
     */
    private void lookAt(byte[] file, VaultState said) throws ProblemException {
        if (file.length == 0 || said.isSeenIn(file)) {
            return;
        }
        try {
            new VaultOpening(FileProtection.of(folder.path(), true), account, inspector).openWhole(List.of()).vault()
                    .close();
        } catch (ProblemException failure) {
            if (failure.problem().code() == ProblemCode.VAULT_LEDGER_FOREIGN) {
                throw failure;
            }
            LOG.info("nothing in the vault file tells of its installation: {}", failure.problem().code().key());
        }
    }

    private Opened openWhole(List<Problem> mended) throws ProblemException {
        Optional<VaultState> kept = ledger.read();
        try (EntityMapping mapping = EntityMapping.begin(VaultFile.ENTITIES)) {
            H2File file = openOrMake(kept.isPresent());
            try (var half = HalfOpen.closedBy(file::close)) {
                SessionFactory factory = mapping.on(file, inspector);
                Opened opened = admitted(file, factory, kept, mended);
                if (!folder.isReadOnly()) {
                    NewVault.tidy(folder);
                }
                return half.whole(opened);
            }
        } catch (ProblemException failure) {
            throw failure.problem().code() == ProblemCode.STORE_DAMAGED ? damaged(failure) : failure;
        }
    }

    private static ProblemException damaged(ProblemException cause) {
        return new ProblemException(Problem.of(ProblemCode.VAULT_DAMAGED, FILE_NAME), cause);
    }

    private static void demand(boolean sound) throws ProblemException {
        if (!sound) {
            throw ProblemException.of(ProblemCode.VAULT_DAMAGED, FILE_NAME);
        }
    }

    /** @param known whether a ledger tells of a file: one that is gone is not made anew then */
    private H2File openOrMake(boolean known) throws ProblemException {
        demand(!known || Files.exists(path));
        ClosedClasses.demand();
        if (!Files.exists(path)) {
            folder.demandWritable();
            demandNothingSealed();
            NewVault.make(folder, path);
        }
        var migration = new FileMigration(folder, path, null, Migrations.VAULT);
        migration.dropUnfinished();
        migration.admit(true, former);
        var file = new H2File(folder, path, null);
        try (var half = HalfOpen.closedBy(file::close)) {
            file.open();
            return half.whole(file);
        }
    }

    /** A new vault has other keys, and its ledger would speak against the real one when that comes back. */
    private void demandNothingSealed() throws ProblemException {
        try (DirectoryStream<Path> sealed = Files.newDirectoryStream(folder.path(), VaultAccounts.FILES)) {
            Iterator<Path> found = sealed.iterator();
            // another process may have made all of them by now
            if (found.hasNext() && !Files.exists(path)) {
                throw ProblemException.of(ProblemCode.VAULT_MISSING, FILE_NAME,
                        String.valueOf(found.next().getFileName()));
            }
        } catch (IOException | DirectoryIteratorException refused) {
            throw new ProblemException(Problem.of(ProblemCode.DATA_FOLDER_UNUSABLE, folder.path().toString()), refused);
        }
    }

    private Opened admitted(H2File file, SessionFactory factory, Optional<VaultState> kept, List<Problem> mended)
            throws ProblemException {
        try (var half = HalfOpen.closedBy(factory::close)) {
            return half.whole(admit(file, factory, kept, mended));
        }
    }

    /** Fails unless the open file is what its ledger says, or a later state of it. */
    private Opened admit(H2File file, SessionFactory factory, Optional<VaultState> kept, List<Problem> mended)
            throws ProblemException {
        var nobody = new StoreSession(file, new UserId("nobody"), factory);
        if (kept.isPresent()) {
            VaultState said = kept.get();
            VaultState found = VaultState.of(new StoreSession(file, new UserId(said.user()), factory));
            if (said.isOfAnotherThan(found)) {
                // both may be whole: which of them is the right one only the owner knows
                throw ProblemException.of(ProblemCode.VAULT_LEDGER_FOREIGN, FILE_NAME, ledger.name());
            }
            demand(said.isOf(found));
        }
        Optional<String> install = nobody.shared(s -> new VaultMeta(s).get(VaultState.INSTALL_ID));
        demand(install.isPresent());
        VaultAccounts found = account(file, nobody);
        var vault = new LedgeredVault(folder, new StoreSession(file, found.user(), factory), ledger);
        var warnings = new ArrayList<>(mended);
        if (!folder.isReadOnly()) {
            // a full disk is reported wherever something is kept; after any other refusal nothing else may be kept either
            vault.catchUp(kept).filter(refused -> refused.code() != ProblemCode.DISK_FULL).ifPresent(warnings::add);
        }
        return new Opened(vault, new InstallId(install.orElseThrow()), found, List.copyOf(warnings), former);
    }

    /**
     * Finds the account or adds it. Nothing is written for a known account: a full disk must not keep the owner from
     * reading.
     */
    private VaultAccounts account(H2File file, StoreSession nobody) throws ProblemException {
        Optional<VaultAccounts> known = nobody.shared(s -> VaultAccounts.find(s, account));
        if (known.isPresent()) {
            return known.get();
        }
        file.demandWritable();
        VaultAccounts added = nobody.shared(s -> VaultAccounts.findOrAdd(s, account));
        file.checkpoint();
        return added;
    }
}
