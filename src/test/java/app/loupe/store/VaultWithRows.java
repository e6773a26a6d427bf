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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A vault with connections and its ledger, and ways to damage it. */
abstract class VaultWithRows {
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

    /** A closed vault with five connections, after a few changes as they happen in its life. */
    @BeforeEach
    void fill() throws Exception {
        healthy = Files.createDirectory(temp.resolve("healthy"));
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            install = vault.install();
            user = vault.user();
            vault.apply(VaultChange.ofFacts(FACTS));
            for (int i = 0; i < 6; i++) {
                rows.add(row("shop" + i));
                vault.insert(rows.getLast(), Map.of());
            }
            vault.apply(new VaultChange(Set.of(rows.getFirst().id()), List.of(), Map.of()));
            vault.compact();
            rows.removeFirst();
            StoredConnection again = sealed(rows.getFirst().id(), rows.getFirst().endpoint());
            vault.apply(new VaultChange(Set.of(), List.of(again), Map.of()));
            vault.compact();
            rows.set(0, again);
            rows.add(row("last"));
            vault.insert(rows.getLast(), Map.of());
        }
    }

    protected StoredConnection row(String name) throws ProblemException {
        return sealed(ConnectionId.random(new java.security.SecureRandom()),
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
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    protected byte[] bytes() throws IOException {
        return Files.readAllBytes(healthy.resolve("vault.mv.db"));
    }

    /**
     * How it went: {@code whole}, {@code mended}, {@code mended, n lost}, or {@code refused}: a damaged definition that cannot
     * be told from a planted one is refused by name, and the file is left as it is. Anything else fails the test here.
     */
    protected String outcome(String damage, byte[] file) throws Exception {
        Path folder = copy("damaged");
        Path path = folder.resolve("vault.mv.db");
        Files.write(path, file);
        String said;
        try {
            said = opened(folder, damage, file);
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).as(damage).isEqualTo(ProblemCode.STORE_HOSTILE);
            assertThat(path).as(damage).hasBinaryContent(file);
            said = "refused";
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.toList()) {
                Files.delete(left);
            }
        }
        return said;
    }

    private String opened(Path folder, String damage, byte[] file) throws Exception {
        String said;
        try (var vault = VaultFile.open(folder, OpenStore.ANNA)) {
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
        try (var again = VaultFile.open(folder, OpenStore.ANNA)) {
            assertThat(again.warnings()).as("mended for good: " + damage).isEmpty();
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
