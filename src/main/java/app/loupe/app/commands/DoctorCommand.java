package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.KeyExpiry;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemCode.Area;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import app.loupe.settings.DataFolder;
import app.loupe.settings.FolderCheck;
import app.loupe.settings.PosixFolderCheck;
import app.loupe.text.DateText;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Looks for what is wrong, step by step in the order in which things depend on each other, and stops where the rest
 * cannot work. With a connection it goes on to that server.
 */
@Command(name = "doctor")
final class DoctorCommand extends LoupeCommand {
    /** Problems of the vault that are not the keyring's. */
    private static final Set<ProblemCode> OF_FILES = Set.of(ProblemCode.STORE_HOSTILE, ProblemCode.VAULT_DAMAGED,
            ProblemCode.VAULT_TOO_LARGE, ProblemCode.VAULT_MISSING, ProblemCode.VAULT_LEDGER_FOREIGN);

    /** Warnings about the file of the connections rather than about the copy. */
    private static final Set<ProblemCode> ABOUT_CONNECTIONS = Set.of(ProblemCode.VAULT_MENDED,
            ProblemCode.PASSWORD_LOST, ProblemCode.ADDRESS_LOST, ProblemCode.DELETION_FINISHED);

    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    DoctorCommand(Session session) {
        super(session);
    }

    @Override
    boolean onlyReads() {
        return id == null;
    }

    @Override
    public Integer call() {
        var findings = new DoctorFindings(texts(), out(), common.json);
        boolean isFree = session().isFree();
        findings.good("java", Runtime.version().toString());
        if (isFree) {
            examineWithoutFolder(findings);
        } else if (folderIsGood(findings)) {
            examineInside(findings);
        }
        return findings.finish();
    }

    /** What there is before the first connection; nothing is made for it. */
    private void examineWithoutFolder(DoctorFindings findings) {
        try {
            session().demandWritable();
            findings.skipped("folder",
                    texts().get("cli.doctor.not-begun", session().folder().toAbsolutePath().toString()));
        } catch (ProblemException takesNothing) {
            findings.bad("folder", takesNothing.problem());
        }
        examineWithoutConnection(findings);
    }

    /** What will hold the key: without a keyring a passphrase does, so that this computer has all that is needed. */
    private void examineWithoutConnection(DoctorFindings findings) {
        try {
            keyring(session().keyring(), findings);
        } catch (ProblemException refused) {
            ProblemCode code = refused.problem().code();
            findings.bad(refusedStep(code), code == ProblemCode.KEYRING_UNAVAILABLE
                    ? Problem.of(ProblemCode.PASSPHRASE_AHEAD)
                    : refused.problem());
        }
        findings.skipped("store", texts().get("cli.doctor.no-connection"));
        if (id != null) {
            findings.bad("connection", Problem.of(ProblemCode.NO_CONNECTION));
        }
    }

    private void keyring(String holder, DoctorFindings findings) {
        findings.good("keyring", common.json ? holder : texts().get("cli.holder." + holder));
    }

    private boolean folderIsGood(DoctorFindings findings) {
        try {
            DataFolder folder = DataFolder.open(session().folder());
            findings.good("folder", folder.path().toString());
            FolderCheck.Findings found = new PosixFolderCheck(folder).look();
            if (!found.known()) {
                findings.skipped("permissions");
            } else if (found.tooOpen().isEmpty()) {
                findings.good("permissions", texts().get("cli.doctor.looked", found.looked()));
            } else {
                findings.bad("permissions", Problem.of(ProblemCode.DATA_FOLDER_UNUSABLE, folder.path().toString()));
            }
            return true;
        } catch (ProblemException unusable) {
            findings.bad("folder", unusable.problem());
            return false;
        }
    }

    private void examineInside(DoctorFindings findings) {
        try (Services services = open()) {
            keyring(services.keyHolder(), findings);
            if (services.warnings().stream().noneMatch(warning -> step(warning.code()).equals("store"))) {
                findings.good("store", Integer.toString(services.connections().list().size()));
            }
            // what is said of the opening and of the copy alike, as of a full disk, is said once
            var warnings = new LinkedHashSet<>(services.warnings());
            warnings.addAll(services.examine());
            if (warnings.stream().noneMatch(warning -> step(warning.code()).equals("copy"))) {
                if (services.canExamine()) {
                    findings.good("copy", "");
                } else {
                    findings.skipped("copy", texts().get("cli.doctor.copy-lent"));
                }
            }
            warnings.forEach(warning -> findings.bad(step(warning.code()), warning));
            examineKeys(services, findings);
            if (id != null) {
                examineServer(services, choice(services).one(id), findings);
            }
        } catch (ProblemException refused) {
            if (refused.problem().code() == ProblemCode.NO_CONNECTION) {
                // begun, but its vault has no passphrase yet
                examineWithoutConnection(findings);
            } else {
                String step = refusedStep(refused.problem().code());
                // the connections that were counted a moment ago are not taken back: the rest is the copy's
                boolean isOfCopy = step.equals("store") && findings.isGood(step);
                findings.bad(isOfCopy ? "copy" : step, refused.problem());
            }
        }
    }

    /** Which step cannot be done when opening is refused. */
    private static String refusedStep(ProblemCode code) {
        return switch (code) {
            case UNSAFE_JVM_SWITCH -> "java";
            case CONNECTION_UNKNOWN -> "connection";
            default -> isOfKey(code) ? "keyring" : "store";
        };
    }

    /** Warns of keys that end soon, by the days that the owner gave. */
    private void examineKeys(Services services, DoctorFindings findings) throws ProblemException {
        LocalDate today = LocalDate.now(session().clock());
        var dates = new DateText(texts(), session().clock().getZone());
        for (ConnectionProfile profile : services.connections().list()) {
            LocalDate last = profile.keyExpires();
            if (last != null) {
                KeyExpiry.daysLeft(last, today).ifPresent(left -> findings.bad("key", Problem.of(
                        left < 0 ? ProblemCode.API_KEY_EXPIRED : ProblemCode.API_KEY_EXPIRING, profile.name(),
                        dates.day(last), profile.id().value())));
            }
        }
    }

    /** What a warning is about: one of the two files, or the key. */
    private static String step(ProblemCode warning) {
        return ABOUT_CONNECTIONS.contains(warning) ? "store" : isOfKey(warning) ? "keyring" : "copy";
    }

    private static boolean isOfKey(ProblemCode code) {
        return code.area() == Area.VAULT && !OF_FILES.contains(code);
    }

    private void examineServer(Services services, ConnectionProfile profile, DoctorFindings findings)
            throws ProblemException {
        Optional<Endpoint> endpoint = services.connections().endpoint(profile.id());
        if (endpoint.isEmpty()) {
            findings.skipped("server");
            return;
        }
        var server = new DoctorServer(findings, endpoint.get());
        var cancel = new CancelToken();
        try (var _ = session().interrupts().watch(cancel::cancel)) {
            ServerFacts greeted = services.connections().probe(endpoint.get().address(), profile.pin(), cancel);
            server.greeted(greeted);
            SignInFacts facts = services.connections().test(profile.id(), profile.pin(), cancel);
            server.signedIn(facts);
        } catch (ProblemException failed) {
            server.failed(failed.problem());
        }
    }
}
