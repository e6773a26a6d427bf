package app.loupe.app;

import app.loupe.domain.CredentialVault;
import app.loupe.domain.CredentialVault.VaultReport;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.SecurityChecks;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncJournal.CallTotals;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import app.loupe.settings.FolderCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the six promises on this computer now.
 *
 * <p>Outcomes and the parameters of {@code security.<promise>.<outcome>}, all as text:
 * <ul>
 * <li>PASSWORDS_ARE_CIPHERTEXT pass, fail: {0} stored passwords, {1} of them that opened under their own binding. Passes
 * with no password stored ({0} is "0").
 * <li>KEY_IS_ELSEWHERE pass, notice (an old key still waits to be retired): {0} id of the key holder, {1} day the key
 * was made, ISO, empty when not known.
 * <li>ONLY_READ pass, fail: {0} requests ever sent, {1} of them that were not reading.
 * <li>ONLY_TLS pass, notice (no server was called yet), fail: {0} servers called, {1} those over something older than TLS
 * 1.2, comma separated.
 * <li>YOUR_ACCOUNT_ONLY pass, notice (this system has no such permissions to read), fail: {0} folder, {1} files looked
 * at, {2} files open to other accounts.
 * <li>DELETING_IS_IMMEDIATE pass: {0} instant of the last deletion, ISO, {1} invoices deleted with it; notice (nothing
 * was deleted yet): none.
 * </ul>
 */
public final class SelfCheck implements SecurityChecks {
    private static final Set<String> READING = Set.of("search_read", "read");
    private static final Set<String> GREETING = Set.of("authenticate", "version", "list");
    private static final Set<String> MODELS = Arrays.stream(RecordKind.values()).map(RecordKind::model)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> GOOD_TLS = Set.of("TLSv1.2", "TLSv1.3");

    private final CredentialVault vault;
    private final VaultRepository rows;
    private final SyncJournal journal;
    private final FolderCheck folder;

    /** A check of the open vault, its file, the log of requests and the data folder. */
    public SelfCheck(CredentialVault vault, VaultRepository rows, SyncJournal journal, FolderCheck folder) {
        this.vault = vault;
        this.rows = rows;
        this.journal = journal;
        this.folder = folder;
    }

    @Override
    public List<SecurityCheck> run() throws ProblemException {
        VaultReport report = vault.report();
        CallTotals totals = journal.totals();
        return List.of(passwords(report), key(report), onlyRead(totals), onlyTls(totals), account(), deleting());
    }

    private static SecurityCheck passwords(VaultReport report) {
        return new SecurityCheck(Promise.PASSWORDS_ARE_CIPHERTEXT, passIf(report.stored() == report.opened()),
                texts(report.stored(), report.opened()), List.of("AES128-CTR-HMAC-SHA256, 32-byte tag"));
    }

    private static SecurityCheck key(VaultReport report) {
        return new SecurityCheck(Promise.KEY_IS_ELSEWHERE, report.rekeyPending() ? Outcome.NOTICE : Outcome.PASS,
                texts(report.keyHolder(), report.keyCreated().map(made -> made.toString().substring(0, 10)).orElse("")),
                List.of("key holder: " + report.keyHolder(), "old key pending: " + report.rekeyPending()));
    }

    private static SecurityCheck onlyRead(CallTotals totals) {
        long all = totals.callsByMethod().values().stream().mapToLong(Long::longValue).sum();
        long others = totals.callsByMethod().entrySet().stream().filter(call -> !isReading(call.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
        return new SecurityCheck(Promise.ONLY_READ, passIf(others == 0), texts(all, others),
                lines(totals.callsByMethod()));
    }

    /** {@code model.method}: one of the four models with a reading method, or no model and a greeting. */
    private static boolean isReading(String call) {
        int dot = call.lastIndexOf('.');
        String model = call.substring(0, Math.max(dot, 0));
        String method = call.substring(dot + 1);
        return model.isEmpty() ? GREETING.contains(method) : MODELS.contains(model) && READING.contains(method);
    }

    private static SecurityCheck onlyTls(CallTotals totals) {
        List<String> weak = totals.tlsByHost().entrySet().stream().filter(host -> !isGood(host.getValue()))
                .map(Map.Entry::getKey).sorted().toList();
        Outcome outcome = totals.tlsByHost().isEmpty() ? Outcome.NOTICE : passIf(weak.isEmpty());
        return new SecurityCheck(Promise.ONLY_TLS, outcome, texts(totals.tlsByHost().size(), String.join(", ", weak)),
                lines(totals.tlsByHost()));
    }

    /** An empty protocol means that no connection came about and nothing was sent. */
    private static boolean isGood(String protocols) {
        return Stream.of(protocols.split("[, ]+")).filter(protocol -> !protocol.isEmpty()).allMatch(GOOD_TLS::contains);
    }

    private SecurityCheck account() throws ProblemException {
        FolderCheck.Findings found = folder.look();
        Outcome outcome = found.known() ? passIf(found.tooOpen().isEmpty()) : Outcome.NOTICE;
        return new SecurityCheck(Promise.YOUR_ACCOUNT_ONLY, outcome,
                texts(found.folder(), found.looked(), found.tooOpen().size()), found.tooOpen());
    }

    private SecurityCheck deleting() throws ProblemException {
        String[] last = rows.facts().getOrDefault(VaultFact.LAST_DELETION, "").split(" ");
        return last.length == 2
                ? new SecurityCheck(Promise.DELETING_IS_IMMEDIATE, Outcome.PASS, List.of(last), List.of())
                : new SecurityCheck(Promise.DELETING_IS_IMMEDIATE, Outcome.NOTICE, List.of(), List.of());
    }

    private static Outcome passIf(boolean good) {
        return good ? Outcome.PASS : Outcome.FAIL;
    }

    private static List<String> texts(Object... values) {
        return Arrays.stream(values).map(String::valueOf).toList();
    }

    private static List<String> lines(Map<String, ?> values) {
        return new TreeMap<>(values).entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList();
    }
}
