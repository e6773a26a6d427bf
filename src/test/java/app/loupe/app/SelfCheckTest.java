package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SyncMode;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncReport;
import app.loupe.domain.VaultFact;
import app.loupe.settings.FolderCheck.Findings;
import app.loupe.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Profiles;

class SelfCheckTest {
    private final MemoryStores stores = new MemoryStores();
    private Map<String, Long> calls = Map.of(".version", 2L, ".authenticate", 1L, "account.move.search_read", 30L,
            "account.move.line.read", 4L);
    private Map<String, String> tls = Map.of("erp.acme.example:443", "TLSv1.3");
    private Findings findings = new Findings(Path.of("/data"), true, 5, List.of());

    private SecurityCheck check(Promise promise) throws Exception {
        var checks = new SelfCheck(stores, stores, new Journal(), () -> findings,
                new CheckText(new Texts(Locale.ENGLISH), ZoneOffset.UTC)).run();
        assertThat(checks).extracting(SecurityCheck::promise).containsExactly(Promise.values());
        return checks.stream().filter(check -> check.promise() == promise).findFirst().orElseThrow();
    }

    @Test
    void allIsWellOnAGoodDay() throws Exception {
        stores.facts.put(VaultFact.LAST_DELETION, "2026-11-23T12:00:00Z 1412");
        stores.insert(new StoredConnection(new ConnectionId("aaaa1111"),
                new Endpoint(OdooAddress.parse("acme"), "acme", "ann"), new SealedPassword("x")), Map.of());

        for (Promise promise : Promise.values()) {
            assertThat(check(promise).outcome()).as(promise.name()).isEqualTo(Outcome.PASS);
        }
        assertThat(check(Promise.ONLY_READ).parameters()).as("all calls of the log")
                .containsExactly("read, search_read", "2", "34", "3");
        assertThat(check(Promise.PASSWORDS_ARE_CIPHERTEXT).parameters()).containsExactly("1", "1", "");
        assertThat(check(Promise.ONLY_TLS).parameters()).containsExactly("erp.acme.example:443 TLS 1.3");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters()).last().isEqualTo("1,412");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters().getFirst()).startsWith("23 Nov 2026");
        assertThat(check(Promise.KEY_IS_ELSEWHERE).parameters()).containsExactly("the keyring of your desktop",
                "at a time that is not known");
    }

    @Test
    void ofManyServersFiveAreNamedAndTheRestIsCountedWhileTheDetailHasAll() throws Exception {
        tls = IntStream.rangeClosed(1, 5).boxed()
                .collect(Collectors.toMap("s%d.example:443"::formatted, _ -> "TLSv1.3"));
        assertThat(check(Promise.ONLY_TLS).parameters().getFirst()).startsWith("s1.example:443 TLS 1.3 \u00b7 ")
                .endsWith("s5.example:443 TLS 1.3");

        tls = IntStream.range(0, 50).boxed().collect(Collectors.toMap("s%02d.example:443"::formatted, _ -> "TLSv1.3"));
        assertThat(check(Promise.ONLY_TLS).parameters().getFirst()).contains("s04.example:443 TLS 1.3")
                .doesNotContain("s05").endsWith(" and 45 more");
        assertThat(check(Promise.ONLY_TLS).detail()).hasSize(50);

        tls = new HashMap<>(tls);
        tls.put("s49.example:443", "TLSv1.1");
        assertThat(check(Promise.ONLY_TLS).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(check(Promise.ONLY_TLS).parameters()).containsExactly("s49.example:443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday 7", "2026-11-23T12:00:00Z many", "2026-11-23T12:00:00Z",
        "2026-11-23T12:00:00Z 7 8",
        "2026-11-23T12:00:00Z -7", " "})
    void aNoteOfTheLastDeletionThatSaysNothingCountsAsNone(String edited) throws Exception {
        stores.facts.put(VaultFact.LAST_DELETION, edited);

        assertThat(check(Promise.DELETING_IS_IMMEDIATE).outcome()).isEqualTo(Outcome.NOT_YET);
    }

    @Test
    void underAPassphraseTheKeyIsSaidToLieInTheFolder() throws Exception {
        stores.holder = "passphrase";

        SecurityCheck check = check(Promise.KEY_IS_ELSEWHERE);
        var texts = new Texts(Locale.ENGLISH);

        assertThat(check.outcome()).isEqualTo(Outcome.NOTICE);
        assertThat(texts.get("security.key-is-elsewhere.notice", check.parameters().toArray()))
                .contains("lies in the data folder, sealed by your passphrase");
        for (String key : List.of("security.key-is-elsewhere.title", "connect.secret.kept")) {
            assertThat(texts.get(key)).as("true with and without a keyring").doesNotContain("outside", "elsewhere",
                    "somewhere else");
        }
    }

    @Test
    void aPasswordThatCannotBeOpenedIsNamedByItsConnection() throws Exception {
        for (String id : List.of("aaaa1111", "aaaa2222", "aaaa3333")) {
            stores.insert(new StoredConnection(new ConnectionId(id), new Endpoint(OdooAddress.parse("acme"), id, "ann"),
                    new SealedPassword("x")), Map.of());
        }
        stores.keepProfiles(List.of(Profiles.of(new ConnectionId("aaaa2222"))));
        stores.lose(new ConnectionId("aaaa2222"));
        stores.lose(new ConnectionId("aaaa3333"));

        SecurityCheck check = check(Promise.PASSWORDS_ARE_CIPHERTEXT);

        assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(check.parameters().subList(0, 2)).containsExactly("1", "3");
        assertThat(check.parameters().getLast().split(", ")).containsExactlyInAnyOrder("Books aaaa2222", "aaaa3333");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.move.write", "account.move.search", "res.users.read", "res.partner.unlink",
        "ir.attachment.search_read", "account.move.authenticate", ".read", "execute_kw"})
    void anythingButReadingFourModelsBreaksThePromise(String call) throws Exception {
        calls = Map.of("account.move.search_read", 30L, call, 2L);

        SecurityCheck check = check(Promise.ONLY_READ);

        assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(check.parameters()).containsExactly(call, "2");
        assertThat(check.detail()).contains(call + " 2");
    }

    @Test
    void oldOrNoEncryptionBreaksThePromise() throws Exception {
        tls = Map.of("a:443", "TLSv1.2, TLSv1.1", "b:443", "TLSv1.3", "c:80", "none");
        assertThat(check(Promise.ONLY_TLS).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(check(Promise.ONLY_TLS).parameters()).containsExactly("a:443, c:80");

        tls = Map.of();
        assertThat(check(Promise.ONLY_TLS).outcome()).isEqualTo(Outcome.NOT_YET);

        tls = Map.of("refused:443", "");
        assertThat(check(Promise.ONLY_TLS).outcome()).isEqualTo(Outcome.NOT_YET);
    }

    @Test
    void filesOpenToOthersBreakThePromise() throws Exception {
        findings = new Findings(Path.of("/data"), true, 5, List.of("x rw-r--r--"));
        assertThat(check(Promise.YOUR_ACCOUNT_ONLY).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(check(Promise.YOUR_ACCOUNT_ONLY).parameters()).containsExactly(Path.of("/data").toString(),
                "x rw-r--r--");

        findings = new Findings(Path.of("/data"), false, 0, List.of());
        assertThat(check(Promise.YOUR_ACCOUNT_ONLY).outcome()).isEqualTo(Outcome.NOTICE);
    }

    @Test
    void whatHasNotHappenedYetIsNeitherKeptNorWrong() throws Exception {
        calls = Map.of(".version", 2L);

        assertThat(check(Promise.PASSWORDS_ARE_CIPHERTEXT).outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(check(Promise.ONLY_READ).outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).outcome()).isEqualTo(Outcome.NOT_YET);
    }

    @Test
    void aDeletionThatIsNotFinishedBreaksThePromise() throws Exception {
        stores.rekeyPends = true;
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).outcome()).isEqualTo(Outcome.FAIL);

        stores.facts.put(VaultFact.PENDING_DELETION, "aaaa1111");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters().getFirst()).isEqualTo("2");

        stores.facts.put(VaultFact.PENDING_DELETION, "aaaa1111 bbbb2222");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters().getFirst()).isEqualTo("3");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters().getLast()).startsWith("The keyring was closed")
                .contains("Unlock the keyring");
    }

    @Test
    void whatIsLeftToAnotherFolderIsNotSaidToBeDoneHere() throws Exception {
        stores.rekeyPends = true;
        stores.rekeyLeftTo = Optional.of("/old");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters().getLast()).contains("/old", "change the key here")
                .doesNotContain("Unlock the keyring");

        stores.facts.put(VaultFact.PENDING_DELETION, "aaaa1111");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters().getFirst()).isEqualTo("2");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters().getLast()).contains("/old", "Unlock the keyring");

        stores.deletionsLeftTo = Optional.of("/old");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters().getFirst()).isEqualTo("2");
        assertThat(check(Promise.DELETING_IS_IMMEDIATE).parameters().getLast()).containsOnlyOnce("/old")
                .doesNotContain("Unlock the keyring");
    }

    private final class Journal implements SyncJournal {
        @Override
        public int begin(ConnectionId id, Instant started, SyncMode mode) {
            return 1;
        }

        @Override
        public void end(ConnectionId id, int number, Instant ended, SyncReport report) {
            // not asked
        }

        @Override
        public void keep(ConnectionId id, int number, List<RequestRecord> requests) {
            // not asked
        }

        @Override
        public List<RunRecord> runs(int limit) {
            return List.of();
        }

        @Override
        public List<RequestRecord> requests(ConnectionId id, int number) {
            return List.of();
        }

        @Override
        public CallTotals totals() {
            return new CallTotals(calls, tls);
        }
    }
}
