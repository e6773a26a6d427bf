package testkit.window;

import app.loupe.domain.SyncMode;
import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Believable values: the three connections of the mock-ups and what belongs to them. */
public final class WindowSamples {
    /** The moment of the mock-ups. */
    public static final Instant NOW = Instant.parse("2026-11-23T14:06:00Z");
    /** A connection that is well. */
    public static final ConnectionId ACME = new ConnectionId("acme0001");
    /** A connection whose sync is under way. */
    public static final ConnectionId NORDLYS = new ConnectionId("n0rdys03");
    /** A connection whose sign-in was refused. */
    public static final ConnectionId HARBOUR = new ConnectionId("harb0003");
    /** A fingerprint. */
    public static final CertificatePin PIN = new CertificatePin("3f".repeat(31) + "a7");

    private WindowSamples() {}

    /** English words at {@link #NOW}, UTC. */
    public static Wording wording() {
        return wording(Locale.US);
    }

    /** Words in a language at {@link #NOW}, UTC. */
    public static Wording wording(Locale language) {
        return Wording.of(new Texts(language), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** An id by number, below 1,000. */
    public static ConnectionId id(int number) {
        return new ConnectionId("c0000" + "%03d".formatted(number));
    }

    /** A profile that was synced four minutes ago. */
    public static ConnectionProfile profile(ConnectionId id, String name) {
        return new ConnectionProfile(id, ConnectionProfile.Kind.ODOO, name, null, null, "19.0",
                NOW.minus(Duration.ofMinutes(4)));
    }

    /** The same of a copy that holds documents from a day on. */
    public static ConnectionProfile since(ConnectionProfile of, LocalDate day) {
        return new ConnectionProfile(of.id(), of.kind(), of.name(), day, of.pin(), of.serverVersion(), of.lastSynced(),
                of.keyExpires(), of.verification(), of.heldFrom());
    }

    /** A certificate of the server's own making. */
    public static CertificateFacts certificate() {
        return new CertificateFacts(PIN, "CN=erp.harbour.lan, O=Harbour Café", "CN=Harbour Café Root, O=Harbour Café",
                Instant.parse("2027-03-04T12:00:00Z"));
    }

    /** A greeting. */
    public static ServerFacts server(String version, List<String> databases) {
        return new ServerFacts(version, "TLSv1.3", certificate(), false, databases);
    }

    /** A passed test. */
    public static SignInFacts signedIn() {
        return new SignInFacts(server("19.0", List.of()), "JSON-2", false, Set.of());
    }

    /** The three connections of the mock-ups. */
    public static void threeConnections(FakeConnections connections, FakeReader reader, FakeJournal journal) {
        connections.with(profile(ACME, "Acme Trading")).with(profile(NORDLYS, "Nordlys Design"))
                .with(profile(HARBOUR, "Harbour Café"));
        reader.with(ACME, 12_480).with(NORDLYS, 3_200).with(HARBOUR, 970);
        journal.runs.addAll(runs());
        journal.requests.addAll(requests());
        journal.totals = Map.of("account.move.search_read", 904L, "res.partner.read", 300L);
    }

    /** Runs of every kind. */
    public static List<RunRecord> runs() {
        var counts = new SyncCounts(12, 3, 12_465, 1, 0, 48, 4, 2, 11);
        return List.of(run(HARBOUR, 5, 3, 1, new SyncReport.Failed(SyncCounts.NONE,
                Problem.of(ProblemCode.SIGN_IN_REFUSED))), run(ACME, 4, 4, 6, new SyncReport.Done(counts)),
                run(ACME, 3, 64, 5, new SyncReport.Done(new SyncCounts(0, 0, 12_469, 0, 0, 0, 0, 0, 6))),
                run(NORDLYS, 2, 600, 75, new SyncReport.Partial(counts,
                        List.of(Problem.of(ProblemCode.RECORD_UNREADABLE, "account.move", "4711")))),
                run(NORDLYS, 1, 700, 31, new SyncReport.Cancelled(counts)));
    }

    private static RunRecord run(ConnectionId id, int number, int minutesAgo, int seconds, SyncReport report) {
        Instant started = NOW.minus(Duration.ofMinutes(minutesAgo));
        return new RunRecord(id, number, started, started.plusSeconds(seconds), SyncMode.CHANGES, report);
    }

    /** Requests of one run. */
    public static List<RequestRecord> requests() {
        var list = new ArrayList<RequestRecord>();
        for (int i = 0; i < 11; i++) {
            list.add(new RequestRecord(NOW.minusSeconds(240 - i), "acme.odoo.com",
                    i % 4 == 3 ? "res.partner" : "account.move", i % 4 == 3 ? "read" : "search_read", 500 - i,
                    184_213L + i * 977L, 200, Duration.ofMillis(310 + i * 7), "ok", "TLSv1.3"));
        }
        return list;
    }

    /** All promises kept. */
    public static List<SecurityCheck> checks() {
        return List.of(
                check(Promise.PASSWORDS_ARE_CIPHERTEXT, Outcome.PASS, List.of("3", "3"),
                        "AES128-CTR-HMAC-SHA256, tag 32 bytes, key id 0x1f2e3d4c",
                        "Harbour Café: opens, bound to its row"),
                check(Promise.KEY_IS_ELSEWHERE, Outcome.PASS, List.of("GNOME Keyring", "2 Sep 2026"), "secret-service"),
                check(Promise.ONLY_READ, Outcome.PASS, List.of("search_read, read", "4", "1,204", "36"),
                        "account.move.search_read 904", "res.partner.read 300"),
                check(Promise.ONLY_TLS, Outcome.PASS,
                        List.of("acme.odoo.com TLS 1.3 · nordlys.odoo.com TLS 1.3 · erp.harbour.lan TLS 1.2, pinned"),
                        "No redirects followed"),
                check(Promise.YOUR_ACCOUNT_ONLY, Outcome.PASS, List.of("~/.local/share/loupe"), "drwx------"),
                check(Promise.DELETING_IS_IMMEDIATE, Outcome.PASS, List.of("12 Nov 2026 10:41", "3,310"), "rewritten"));
    }

    private static SecurityCheck check(Promise promise, Outcome outcome, List<String> parameters, String... detail) {
        return new SecurityCheck(promise, outcome, parameters, List.of(detail));
    }
}
