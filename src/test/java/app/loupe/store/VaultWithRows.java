package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InstallId;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.UserId;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A vault with connections and its ledger, and ways to damage it. */
abstract class VaultWithRows {
    private static final Path KEPT = Path.of("src/test/resources/store/damage");
    private static final int FIRST_ROWS = 6;
    private static final int SEALED_AGAIN = 4;
    protected static final int PAGE = 4_096;
    protected static final int SEALED_BYTES = 309;
    protected static final Map<VaultFact, String> FACTS = Map.of(VaultFact.KEY_ID, "0badcafe", VaultFact.STORE_KEY,
            "c2VhbGVkIHN0b3JlIGtleQ", VaultFact.CHECK_VALUE, "Y2hlY2s", VaultFact.KEY_HOLDER, "secret-service");

    @TempDir
    Path temp;

    protected final Random random = new Random(20_261_126);
    protected final List<StoredConnection> rows = new ArrayList<>();
    protected Path healthy;
    protected InstallId install;
    protected UserId user;

    /**
     * A closed vault with five connections, after a few changes as they happen in its life. It is a kept file: what a flipped
     * bit does depends on every byte, and a test has to meet the same bytes in every run. The rows are drawn as they were
     * when it was made.
     */
    @BeforeEach
    void fill() throws Exception {
        List<StoredConnection> drawn = drawn();
        rows.addAll(drawn.subList(2, drawn.size()));
        rows.addFirst(rows.remove(SEALED_AGAIN));
        healthy = KEPT;
        healthy = copy("healthy");
        try (var vault = VaultFile.open(copy("read"), false, OpenStore.ANNA)) {
            install = vault.install();
            user = vault.user();
            assertThat(vault.connections()).containsExactlyInAnyOrderElementsOf(rows);
            assertThat(vault.facts()).isEqualTo(FACTS);
        }
    }

    /** Six connections, the second once more with another password, and one that came last. */
    private List<StoredConnection> drawn() throws ProblemException {
        var drawn = new ArrayList<StoredConnection>();
        for (int i = 0; i < FIRST_ROWS; i++) {
            drawn.add(row("shop" + i));
        }
        drawn.add(sealed(drawn.get(1).id(), drawn.get(1).endpoint()));
        drawn.add(row("last"));
        return drawn;
    }

    /** Makes the kept file; by hand, into a folder that is given, when the tables of the vault have another version. */
    protected void make(Path folder) throws ProblemException {
        List<StoredConnection> drawn = drawn();
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
            vault.apply(VaultChange.ofFacts(FACTS));
            for (StoredConnection row : drawn.subList(0, FIRST_ROWS)) {
                vault.insert(row, Map.of());
            }
            vault.apply(new VaultChange(Set.of(drawn.getFirst().id()), List.of(), Map.of()));
            vault.compact();
            vault.apply(new VaultChange(Set.of(), List.of(drawn.get(FIRST_ROWS)), Map.of()));
            vault.compact();
            vault.insert(drawn.getLast(), Map.of());
        }
    }

    protected StoredConnection row(String name) throws ProblemException {
        return sealed(new ConnectionId(String.format(Locale.ROOT, "%08x", name.hashCode())),
                new Endpoint(OdooAddress.parse("https://" + name + ".example"), "db " + name, "ann@" + name));
    }

    protected StoredConnection sealed(ConnectionId id, Endpoint endpoint) {
        byte[] bytes = new byte[SEALED_BYTES];
        random.nextBytes(bytes);
        return new StoredConnection(id, endpoint,
                new SealedPassword(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }

    protected Path copy(String name) throws IOException {
        Path target = Files.createDirectories(temp.resolve(name));
        try (Stream<Path> files = Files.list(healthy)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    protected byte[] bytes() throws IOException {
        return Files.readAllBytes(healthy.resolve("vault.mv.db"));
    }

    /** How it went: {@code whole}, {@code mended}, {@code mended, n lost}; anything else fails the test here. */
    protected String outcome(String damage, byte[] file) throws Exception {
        return outcome(damage, "vault.mv.db", file);
    }

    /** The same when this file of the folder is another. */
    protected String outcome(String damage, String name, byte[] damaged) throws Exception {
        Path folder = copy("damaged");
        Path path = folder.resolve("vault.mv.db");
        Files.write(folder.resolve(name), damaged);
        byte[] file = Files.readAllBytes(path);
        String said;
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
            assertThat(vault.install()).as(damage).isEqualTo(install);
            assertThat(vault.user()).as(damage).isEqualTo(user);
            assertThat(vault.facts()).as(damage).isEqualTo(FACTS);
            assertThat(rows).as(damage).containsAll(vault.connections());
            Map<ConnectionId, Endpoint> lost = vault.lost();
            for (StoredConnection row : rows) {
                assertThat(vault.find(row.id()).isPresent()).as(damage + " " + row.id())
                        .isEqualTo(!lost.containsKey(row.id()));
                assertThat(lost.getOrDefault(row.id(), row.endpoint())).as(damage).isEqualTo(row.endpoint());
            }
            assertThat(lost.keySet()).as(damage).isSubsetOf(rows.stream().map(StoredConnection::id).toList());
            List<ProblemCode> told = vault.warnings().stream().map(Problem::code).toList();
            said = told.isEmpty() ? "whole" : "mended" + (lost.isEmpty() ? "" : ", " + lost.size() + " lost");
            assertThat(told).as(damage).isSubsetOf(ProblemCode.VAULT_MENDED);
            assertThat(lost.isEmpty() || !told.isEmpty()).as(damage).isTrue();
            if (!told.isEmpty()) {
                assertThat(folder.resolve(vault.warnings().getFirst().parameters().getFirst())).as(damage)
                        .hasBinaryContent(file);
            }
        }
        try (var again = VaultFile.open(folder, false, OpenStore.ANNA)) {
            assertThat(again.warnings()).as("mended for good: " + damage).isEmpty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.toList()) {
                Files.delete(left);
            }
        }
        return said;
    }

    protected static List<Integer> places(byte[] file, String text) {
        String all = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        var places = new ArrayList<Integer>();
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
            places.add(at);
        }
        assertThat(places).isNotEmpty();
        return places;
    }
}
