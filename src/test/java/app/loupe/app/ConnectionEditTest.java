package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Deadline;
import app.loupe.domain.Endpoint;
import app.loupe.domain.Invoice;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.Profiles;
import testkit.StoreRecords;

class ConnectionEditTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final CertificatePin PIN = new CertificatePin("ab".repeat(32));
    private static final LocalDate FEBRUARY = LocalDate.of(2027, 2, 28);

    private final MemoryStores stores = new MemoryStores();
    private final ConnectionDesk desk = desk(stores);
    private ConnectionProfile shop = Profiles.of(new ConnectionId("aaaa1111"));

    private static ConnectionDesk desk(MemoryStores stores) {
        return new ConnectionDesk(stores.ports(), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom(), "Sample",
                false);
    }

    private static Endpoint endpoint(String host, String database, String user) throws ProblemException {
        return new Endpoint(OdooAddress.parse(host), database, user);
    }

    private static Endpoint shopEndpoint() throws ProblemException {
        return endpoint("erp.acme.example", "acme", "ann");
    }

    /** A connection with a copy of some invoices that was synced. */
    private static ConnectionProfile shop(MemoryStores stores) throws ProblemException {
        try (Secret secret = Secret.ofChars("pass")) {
            ConnectionProfile added = desk(stores).add(new ConnectionDetails(shopEndpoint(), "Shop", null, FEBRUARY),
                    secret, LocalDate.of(2025, 1, 1));
            stores.profiles.put(added.id(), Profiles.synced(added.expiring(null), NOW, "19.0"));
            stores.invoices.put(added.id(), 9);
            StoreRecords.invoices(1, 9, 2).forEach(invoice -> stores.books.put(invoice.id(), invoice));
            return added;
        }
    }

    @BeforeEach
    void addShop() throws Exception {
        shop = shop(stores);
    }

    private ConnectionProfile edit(Endpoint endpoint, String name, @Nullable CertificatePin pin,
            @Nullable LocalDate expires, @Nullable String password) throws ProblemException {
        var details = new ConnectionDetails(endpoint, name, pin, expires);
        if (password == null) {
            return desk.edit(shop.id(), details, shop.since(), null, new CancelToken());
        }
        try (Secret secret = Secret.ofChars(password)) {
            ConnectionProfile edited = desk.edit(shop.id(), details, shop.since(), secret, new CancelToken());
            assertThat(secret.length()).isEqualTo(password.length());
            return edited;
        }
    }

    private Map<String, Object> everything() {
        var all = new LinkedHashMap<String, Object>();
        all.put("rows", Map.copyOf(stores.rows));
        all.put("lost", Map.copyOf(stores.lost));
        all.put("profiles", Map.copyOf(stores.profiles));
        all.put("kept", stores.kept);
        all.put("invoices", Map.copyOf(stores.invoices));
        return all;
    }

    @Test
    void aNameACertificateAndADayNeedNoPasswordAndNoServer() throws Exception {
        var rows = Map.copyOf(stores.rows);

        ConnectionProfile edited = edit(shopEndpoint(), " Webshop ", PIN, FEBRUARY.plusDays(90), null);

        assertThat(edited).isEqualTo(new ConnectionProfile(shop.id(), shop.kind(), "Webshop", shop.since(), PIN, "19.0",
                NOW, FEBRUARY.plusDays(90)));
        assertThat(desk.list()).containsExactly(edited);
        assertThat(stores.rows).isEqualTo(rows);
        assertThat(stores.invoices).containsEntry(shop.id(), 9);
    }

    @Test
    void theDayOfTheKeyIsKeptThroughEveryOtherChangeAndCanBeTakenAway() throws Exception {
        assertThat(desk.list().getFirst().keyExpires()).isEqualTo(FEBRUARY);
        desk.addSample();
        desk.profiles().synced(shop.id(), NOW, "19.0");
        assertThat(desk(stores).repair()).isEmpty();
        assertThat(desk.list().getFirst().keyExpires()).isEqualTo(FEBRUARY);

        assertThat(edit(shopEndpoint(), "", null, null, null).keyExpires()).isNull();

        assertThat(desk.list().getFirst().keyExpires()).isNull();
        assertThat(desk.list().getFirst().name()).isEqualTo("Shop");
    }

    @Test
    void aNewPasswordForTheSamePlaceAsksNoServerAndKeepsTheRest() throws Exception {
        ConnectionProfile edited = edit(shopEndpoint(), "", PIN, FEBRUARY, "another");

        assertThat(edited).isEqualTo(Profiles.pinned(Profiles.synced(shop, NOW, "19.0"), PIN).expiring(FEBRUARY));
        assertThat(stores.find(shop.id()).orElseThrow().encryptedPassword().base64()).isEqualTo("again-7");
        assertThat(stores.secretsLent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"new.acme.example, acme, ann", "erp.acme.example, books, ann", "erp.acme.example, acme, bert"})
    void anotherPlaceWithTheSameBookKeepsIdAndCopy(String host, String database, String user) throws Exception {
        stores.server = Map.copyOf(stores.books);

        ConnectionProfile edited = edit(endpoint(host, database, user), "", null, FEBRUARY, "another");

        assertThat(edited.id()).isEqualTo(shop.id());
        assertThat(edited.lastSynced()).isEqualTo(NOW);
        assertThat(desk.endpoint(shop.id())).contains(endpoint(host, database, user));
        assertThat(stores.invoices).containsEntry(shop.id(), 9);
        assertThat(stores.secretsLent).hasSize(1).allSatisfy(
                lent -> assertThatThrownBy(lent::bytes).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void allQuestionsToTheNewServerHaveTwoMinutesTogether() throws Exception {
        stores.server = Map.copyOf(stores.books);

        edit(endpoint("new.acme.example", "acme", "ann"), "", null, FEBRUARY, "another");

        assertThat(stores.timesLeft).as("the session and the books").hasSizeGreaterThan(1)
                .allMatch(left -> left.compareTo(Deadline.QUESTION) <= 0)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource({"new.acme.example, acme, ann", "erp.acme.example, books, ann", "erp.acme.example, acme, bert"})
    void anotherPlaceNeedsThePasswordAgain(String host, String database, String user) throws Exception {
        stores.server = Map.copyOf(stores.books);
        var before = everything();

        assertThatThrownBy(() -> edit(endpoint(host, database, user), "", null, FEBRUARY, null))
                .hasMessage("password-empty");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anotherBookIsRefusedAndNothingIsChanged() throws Exception {
        var there = new LinkedHashMap<Long, Invoice>();
        StoreRecords.invoices(101, 9, 2).forEach(invoice -> there.put(invoice.id(), invoice));
        stores.server = there;
        var before = everything();

        assertThatThrownBy(() -> edit(endpoint("other.acme.example", "acme", "ann"), "New", PIN, null, "another"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.BOOKS_DIFFER);
                    assertThat(refused.problem().parameters()).containsExactly("0", "9");
                });

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aServerThatDoesNotAnswerOrAVaultThatRefusesChangesNothing() throws Exception {
        var before = everything();
        assertThatThrownBy(() -> edit(endpoint("new.acme.example", "acme", "ann"), "New", PIN, null, "another"))
                .hasMessage("network-down");
        stores.vaultRefuses = true;
        assertThatThrownBy(() -> edit(shopEndpoint(), "New", PIN, null, "another")).hasMessage("keyring-locked");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void thePlaceOfAnotherConnectionIsRefusedAlsoOfOneThatLostItsPassword() throws Exception {
        stores.server = Map.copyOf(stores.books);
        Endpoint taken = endpoint("other.acme.example", "acme", "ann");
        try (Secret secret = Secret.ofChars("pass")) {
            ConnectionProfile other = desk.add(new ConnectionDetails(taken, "Other", null, null), secret, null);
            for (boolean lost : List.of(false, true)) {
                if (lost) {
                    stores.lose(other.id());
                }
                var before = everything();
                assertThatThrownBy(() -> edit(taken, "", null, null, "another"))
                        .isInstanceOfSatisfying(ProblemException.class, refused -> {
                            assertThat(refused.problem().code()).isEqualTo(ProblemCode.CONNECTION_EXISTS);
                            assertThat(refused.problem().parameters()).containsExactly("Other");
                        });
                assertThat(everything()).isEqualTo(before);
            }
        }
    }

    @Test
    void aNameThatAnotherHasIsRefusedWithAndWithoutAPassword() throws Exception {
        try (Secret secret = Secret.ofChars("pass")) {
            desk.add(new ConnectionDetails(endpoint("other.acme.example", "acme", "ann"), "Other", null, null), secret,
                    null);
        }
        for (String password : new String[] {null, "another"}) {
            var before = everything();
            assertThatThrownBy(() -> edit(shopEndpoint(), "o t h e r", null, null, password))
                    .hasMessage("name-taken");
            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void aLostPasswordComesBackWithTheEditAndANameNeedsNoneMeanwhile() throws Exception {
        stores.lose(shop.id());

        assertThat(edit(shopEndpoint(), "Webshop", null, FEBRUARY, null).name()).isEqualTo("Webshop");
        assertThat(stores.rows).isEmpty();
        edit(shopEndpoint(), "", null, FEBRUARY, "again");

        assertThat(desk.problems()).isEmpty();
        assertThat(stores.rows).containsOnlyKeys(shop.id());
    }

    @Test
    void anAddressThatWasLostIsTypedAgainWhereTheBookIsTheSame() throws Exception {
        stores.rows.clear();
        assertThatThrownBy(() -> edit(shopEndpoint(), "", null, null, null)).hasMessage("password-empty");
        assertThatThrownBy(() -> edit(shopEndpoint(), "", null, null, "again")).hasMessage("network-down");
        stores.server = Map.copyOf(stores.books);

        edit(shopEndpoint(), "", null, FEBRUARY, "again");

        assertThat(desk.endpoint(shop.id())).contains(shopEndpoint());
        assertThat(stores.invoices).containsEntry(shop.id(), 9);
    }

    @Test
    void whatIsNotThereAndTheSampleCompanyAreNotEdited() throws Exception {
        ConnectionProfile sample = desk.addSample();
        var before = everything();
        var details = new ConnectionDetails(shopEndpoint(), "New", null, null);
        try (Secret secret = Secret.ofChars("pass")) {
            for (ConnectionId id : List.of(sample.id(), new ConnectionId("strange1"))) {
                assertThatThrownBy(() -> desk.edit(id, details, null, secret, new CancelToken()))
                        .hasMessage("connection-unknown");
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    private ConnectionProfile since(@Nullable LocalDate day) throws ProblemException {
        var details = new ConnectionDetails(shopEndpoint(), "", null, FEBRUARY);
        return desk.edit(shop.id(), details, day, null, new CancelToken());
    }

    @Test
    void theFirstDayMovesBackAndGoesAndTheCopyKnows() throws Exception {
        LocalDate earlier = LocalDate.of(2023, 7, 1);

        assertThat(since(earlier).since()).isEqualTo(earlier);
        assertThat(desk.list().getFirst().since()).isEqualTo(earlier);
        assertThat(stores.widened).containsExactly(shop.id());
        assertThat(since(earlier).since()).isEqualTo(earlier);
        assertThat(stores.widened).hasSize(1);
        assertThat(since(null).since()).isNull();

        assertThat(stores.widened).hasSize(2);
        assertThat(stores.invoices).containsEntry(shop.id(), 9);
        desk(stores).repair();
        assertThat(desk.list().getFirst().since()).isNull();
    }

    @Test
    void nothingThatIsKeptIsThrownAwayForALaterFirstDay() throws Exception {
        var before = everything();
        assertThatThrownBy(() -> since(LocalDate.of(2025, 1, 2))).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.of(ProblemCode.KEEPS_MORE, "Shop", shop.id().value())));
        assertThat(everything()).isEqualTo(before);
        since(null);
        var all = everything();

        assertThatThrownBy(() -> since(LocalDate.of(2000, 1, 1))).hasMessage("keeps-more");

        assertThat(everything()).isEqualTo(all);
        assertThat(stores.widened).hasSize(1);
    }

    @Test
    void anEditThatWasCancelledMeanwhileChangesNothing() throws Exception {
        var before = everything();
        var cancel = new CancelToken();
        cancel.cancel();

        assertThatThrownBy(() -> desk.edit(shop.id(), new ConnectionDetails(shopEndpoint(), "New", PIN, null),
                null, null, cancel)).hasMessage("cancelled");

        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "true, true"})
    void anEditInterruptedAnywhereIsWholeOrNotBegunAfterTheNextStart(boolean withPassword, boolean lost)
            throws Exception {
        for (int writes = 0; writes <= 2; writes++) {
            var interrupted = new MemoryStores();
            ConnectionProfile profile = shop(interrupted);
            interrupted.server = Map.copyOf(interrupted.books);
            if (lost) {
                interrupted.lose(profile.id());
            }
            Endpoint before = shopEndpoint();
            Endpoint after = withPassword ? endpoint("new.acme.example", "books", "bert") : before;
            var details = new ConnectionDetails(after, "Webshop", PIN, FEBRUARY.plusDays(90));
            LocalDate first = withPassword ? profile.since() : null;
            interrupted.writesLeft = writes;
            try (Secret secret = Secret.ofChars("another")) {
                desk(interrupted).edit(profile.id(), details, first, withPassword ? secret : null, new CancelToken());
                assertThat(writes).isEqualTo(2);
            } catch (MemoryStores.PowerCut cut) {
                assertThat(writes).isLessThan(2);
            }
            interrupted.writesLeft = -1;

            ConnectionDesk next = desk(interrupted);
            next.repair();

            boolean done = writes > 0;
            ConnectionProfile found = next.list().getFirst();
            assertThat(found.name()).as("%d writes", writes).isEqualTo(done ? "Webshop" : "Shop");
            assertThat(found.pin()).isEqualTo(done ? PIN : null);
            assertThat(found.keyExpires()).isEqualTo(done ? FEBRUARY.plusDays(90) : FEBRUARY);
            assertThat(found.since()).isEqualTo(done ? first : profile.since());
            assertThat(found.lastSynced()).isEqualTo(NOW);
            assertThat(next.endpoint(profile.id())).contains(done ? after : before);
            assertThat(next.problems().containsKey(profile.id())).isEqualTo(lost && !done);
            assertThat(interrupted.invoices).containsEntry(profile.id(), 9);
        }
    }
}
