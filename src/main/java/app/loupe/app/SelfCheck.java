package app.loupe.app;

import app.loupe.domain.BegunDeletion;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.CredentialVault.VaultReport;
import app.loupe.domain.LastDeletion;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.SecurityChecks;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import app.loupe.settings.FolderCheck;
import java.util.List;
import java.util.Map;
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
 * <li>ONLY_READ pass: {0} methods, {1} number of models, {2} calls, {3} calls that asked for the version or the databases or
 * signed in, so that {2} and {3} are all requests of the log; not yet: nothing was called; fail: {0} calls that do not only
 * read, {1} how often.
 * <li>ONLY_TLS pass: {0} hosts with their protocol; not yet: no server was called; fail: {0} hosts called in another
 * way.
 * <li>YOUR_ACCOUNT_ONLY pass, notice (this system has no such permissions): {0} data folder; fail: {0} data folder, {1}
 * the first file or folder that is open to others, and its permissions.
 * <li>DELETING_IS_IMMEDIATE pass: {0} when, {1} invoices that went; not yet: nothing was deleted; fail: {0} old keys
 * or deletions that wait to be finished, {1} why they wait and what to do.
 * </ul>
 */
final class SelfCheck implements SecurityChecks {
    private final CredentialVault vault;
    private final VaultRepository rows;
    private final SyncJournal journal;
    private final FolderCheck folder;
    private final CheckText text;

    /** A check of the open vault, its file, the log of requests and the data folder. */
    SelfCheck(CredentialVault vault, VaultRepository rows, SyncJournal journal, FolderCheck folder, CheckText text) {
        this.vault = vault;
        this.rows = rows;
        this.journal = journal;
        this.folder = folder;
        this.text = text;
    }

    @Override
    public List<SecurityCheck> run() throws ProblemException {
        VaultReport report = vault.report();
        var requests = new RequestCheck(journal.totals(), text);
        return List.of(passwords(report), key(report), requests.onlyRead(), requests.onlyTls(), folder.look().check(),
                deleting(report));
    }

    private SecurityCheck passwords(VaultReport report) throws ProblemException {
        Outcome outcome = report.stored() == 0 ? Outcome.NOT_YET : passIf(report.stored() == report.sound());
        return new SecurityCheck(Promise.PASSWORDS_ARE_CIPHERTEXT, outcome,
                List.of(text.number(report.sound()), text.number(report.stored()), names(report.unsound())),
                List.of("AES128-CTR-HMAC-SHA256, 32-byte tag"));
    }

    private String names(List<ConnectionId> ids) throws ProblemException {
        List<ConnectionProfile> kept = vault.keptProfiles().orElse(List.of());
        return ids.stream().map(id -> kept.stream().filter(profile -> profile.id().equals(id)).findFirst()
                .map(ConnectionProfile::name).orElse(id.value())).collect(Collectors.joining(", "));
    }

    private SecurityCheck key(VaultReport report) {
        Outcome outcome = report.keyHolder().equals("passphrase") ? Outcome.NOTICE : Outcome.PASS;
        String made = report.keyCreated().map(text::moment).orElseGet(text::unknownMoment);
        return new SecurityCheck(Promise.KEY_IS_ELSEWHERE, outcome, List.of(text.holder(report.keyHolder()), made),
                List.of("key holder: " + report.keyHolder()));
    }

    private SecurityCheck deleting(VaultReport report) throws ProblemException {
        Map<VaultFact, String> facts = rows.facts();
        List<BegunDeletion> begun = vault.deletions().begun();
        int waiting = (report.rekeyPending() ? 1 : 0) + begun.size();
        if (waiting > 0) {
            List<String> elsewhere = Stream.concat(report.rekeyLeftTo().stream(),
                    begun.stream().flatMap(one -> one.leftTo().stream())).toList();
            String why = text.whyWaiting(waiting > elsewhere.size(), elsewhere.stream().findFirst());
            return new SecurityCheck(Promise.DELETING_IS_IMMEDIATE, Outcome.FAIL, List.of(text.number(waiting), why),
                    List.of());
        }
        return LastDeletion.of(facts.get(VaultFact.LAST_DELETION))
                .map(last -> new SecurityCheck(Promise.DELETING_IS_IMMEDIATE, Outcome.PASS,
                        List.of(text.moment(last.at()), text.number(last.invoices())), List.of()))
                .orElseGet(
                        () -> new SecurityCheck(Promise.DELETING_IS_IMMEDIATE, Outcome.NOT_YET, List.of(), List.of()));
    }

    private static Outcome passIf(boolean good) {
        return good ? Outcome.PASS : Outcome.FAIL;
    }
}
