package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
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
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
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
 * <p>Outcomes and the parameters of {@code security.<promise>.<outcome>}, all as text that is ready to be read:
 * <ul>
 * <li>PASSWORDS_ARE_CIPHERTEXT pass, fail: {0} passwords whose tag is that of the current key and their own row,
 * {1} passwords stored, {2} on fail the names of the connections of the others; not yet: none is stored.
 * <li>KEY_IS_ELSEWHERE pass, notice (a passphrase holds it): {0} where the key is, {1} the day it was made.
 * <li>ONLY_READ pass: {0} methods, {1} number of models, {2} calls; not yet: nothing was called; fail: {0} calls that
 * do not only read, {1} how often.
 * <li>ONLY_TLS pass: {0} hosts with their protocol; not yet: no server was called; fail: {0} hosts called in another
 * way.
 * <li>YOUR_ACCOUNT_ONLY pass, notice (this system has no such permissions): {0} data folder; fail: {0} data folder, {1}
 * the first file or folder that is open to others, and its permissions.
 * <li>DELETING_IS_IMMEDIATE pass: {0} when, {1} invoices that went; not yet: nothing was deleted; fail: {0} old keys
 * or deletions that wait to be finished.
 * </ul>
 */
public final class SelfCheck implements SecurityChecks {
    private static final Set<String> READING = Set.of("search_read", "read");
    private static final Set<String> GREETING = Set.of("authenticate", "version", "list");
    private static final Set<String> MODELS = Arrays.stream(RecordKind.values()).map(RecordKind::model)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> HOLDERS = Set.of("secret-service", "kwallet", "windows-credential-manager",
            "macos-keychain", "passphrase");
    private static final Set<String> GOOD_TLS = Set.of("TLSv1.2", "TLSv1.3");

    private final CredentialVault vault;
    private final VaultRepository rows;
    private final SyncJournal journal;
    private final FolderCheck folder;
    private final Texts texts;
    private final DateText dates;

    /** A check of the open vault, its file, the log of requests and the data folder; times are told in the zone. */
    public SelfCheck(CredentialVault vault, VaultRepository rows, SyncJournal journal, FolderCheck folder, Texts texts,
            ZoneId zone) {
        this.vault = vault;
        this.rows = rows;
        this.journal = journal;
        this.folder = folder;
        this.texts = texts;
        this.dates = new DateText(texts, zone);
    }

    @Override
    public List<SecurityCheck> run() throws ProblemException {
        VaultReport report = vault.report();
        CallTotals totals = journal.totals();
        return List.of(passwords(report), key(report), onlyRead(totals), onlyTls(totals), account(), deleting(report));
    }

    private SecurityCheck passwords(VaultReport report) throws ProblemException {
        Outcome outcome = report.stored() == 0 ? Outcome.NOT_YET : passIf(report.stored() == report.sound());
        return new SecurityCheck(Promise.PASSWORDS_ARE_CIPHERTEXT, outcome,
                List.of(number(report.sound()), number(report.stored()), names(report.unsound())),
                List.of("AES128-CTR-HMAC-SHA256, 32-byte tag"));
    }

    private String names(List<ConnectionId> ids) throws ProblemException {
        List<ConnectionProfile> kept = vault.keptProfiles().orElse(List.of());
        return ids.stream().map(id -> kept.stream().filter(profile -> profile.id().equals(id)).findFirst()
                .map(ConnectionProfile::name).orElse(id.value())).collect(Collectors.joining(", "));
    }

    private SecurityCheck key(VaultReport report) {
        Outcome outcome = report.keyHolder().equals("passphrase") ? Outcome.NOTICE : Outcome.PASS;
        String where = HOLDERS.contains(report.keyHolder())
                ? texts.get("cli.holder." + report.keyHolder())
                : report.keyHolder();
        String made = report.keyCreated().map(dates::moment).orElseGet(() -> texts.get("cli.holder.day-unknown"));
        return new SecurityCheck(Promise.KEY_IS_ELSEWHERE, outcome, List.of(where, made),
                List.of("key holder: " + report.keyHolder()));
    }

    private SecurityCheck onlyRead(CallTotals totals) {
        var reading = new TreeMap<String, Long>();
        var others = new TreeMap<String, Long>();
        totals.callsByMethod().forEach((call, count) -> {
            if (isReading(call)) {
                reading.put(call, count);
            } else if (!isGreeting(call)) {
                others.put(call, count);
            }
        });
        List<String> detail = lines(totals.callsByMethod());
        if (!others.isEmpty()) {
            return new SecurityCheck(Promise.ONLY_READ, Outcome.FAIL,
                    List.of(String.join(", ", others.keySet()), number(sum(others))), detail);
        }
        if (reading.isEmpty()) {
            return new SecurityCheck(Promise.ONLY_READ, Outcome.NOT_YET, List.of(), detail);
        }
        String methods = reading.keySet().stream().map(SelfCheck::method).distinct().sorted()
                .collect(Collectors.joining(", "));
        long models = reading.keySet().stream().map(SelfCheck::model).distinct().count();
        return new SecurityCheck(Promise.ONLY_READ, Outcome.PASS,
                List.of(methods, number(models), number(sum(reading))), detail);
    }

    private static boolean isReading(String call) {
        return MODELS.contains(model(call)) && READING.contains(method(call));
    }

    /** Version, list of databases, sign-in: without a model. */
    private static boolean isGreeting(String call) {
        return model(call).isEmpty() && GREETING.contains(method(call));
    }

    private static String model(String call) {
        return call.substring(0, Math.max(call.lastIndexOf('.'), 0));
    }

    private static String method(String call) {
        return call.substring(call.lastIndexOf('.') + 1);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static SecurityCheck onlyTls(CallTotals totals) {
        var hosts = new TreeMap<>(totals.tlsByHost());
        // no protocol: no connection came about and nothing was sent
        hosts.values().removeIf(String::isBlank);
        List<String> weak = hosts.entrySet().stream().filter(host -> !isGood(host.getValue())).map(Map.Entry::getKey)
                .toList();
        String list = weak.isEmpty()
                ? hosts.entrySet().stream().map(host -> host.getKey() + " " + host.getValue().replace("TLSv", "TLS "))
                        .collect(Collectors.joining(" \u00b7 "))
                : String.join(", ", weak);
        return new SecurityCheck(Promise.ONLY_TLS, hosts.isEmpty() ? Outcome.NOT_YET : passIf(weak.isEmpty()),
                hosts.isEmpty() ? List.of() : List.of(list), lines(totals.tlsByHost()));
    }

    private static boolean isGood(String protocols) {
        return Stream.of(protocols.split("[, ]+")).allMatch(GOOD_TLS::contains);
    }

    private SecurityCheck account() throws ProblemException {
        FolderCheck.Findings found = folder.look();
        Outcome outcome = found.known() ? passIf(found.tooOpen().isEmpty()) : Outcome.NOTICE;
        List<String> parameters = found.tooOpen().isEmpty()
                ? List.of(found.folder().toString())
                : List.of(found.folder().toString(), found.tooOpen().getFirst());
        return new SecurityCheck(Promise.YOUR_ACCOUNT_ONLY, outcome, parameters, found.tooOpen());
    }

    private SecurityCheck deleting(VaultReport report) throws ProblemException {
        Map<VaultFact, String> facts = rows.facts();
        int waiting = (report.rekeyPending() ? 1 : 0) + Deletions.pending(facts).size();
        if (waiting > 0) {
            return new SecurityCheck(Promise.DELETING_IS_IMMEDIATE, Outcome.FAIL, List.of(number(waiting)), List.of());
        }
        String[] last = facts.getOrDefault(VaultFact.LAST_DELETION, "").split(" ", -1);
        return last.length == 2
                ? new SecurityCheck(Promise.DELETING_IS_IMMEDIATE, Outcome.PASS,
                        List.of(dates.moment(Instant.parse(last[0])), number(Long.parseLong(last[1]))), List.of())
                : new SecurityCheck(Promise.DELETING_IS_IMMEDIATE, Outcome.NOT_YET, List.of(), List.of());
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(value);
    }

    private static Outcome passIf(boolean good) {
        return good ? Outcome.PASS : Outcome.FAIL;
    }

    private static List<String> lines(Map<String, ?> values) {
        return new TreeMap<>(values).entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList();
    }
}
