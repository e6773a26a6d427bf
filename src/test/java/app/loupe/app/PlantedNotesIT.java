package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultFact;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vault file says is still to be deleted or destroyed was asked for by its owner, not by whoever can write to the folder. */
class PlantedNotesIT {
    private static final List<Problem> NOT_SEALED = List.of(Problem.of(ProblemCode.PENDING_UNSEALED));

    @TempDir
    private Path top;

    private Path folder;
    private WholeLoupe bench;
    private ConnectionId sample;
    private ConnectionId books;
    private int stores;

    @BeforeEach
    void twoConnections() throws Exception {
        folder = top.resolve("the data folder of ann");
        bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open(); Secret secret = Secret.ofChars("key of books")) {
            sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
            books = loupe.connections().add(new ConnectionDetails(
                    new Endpoint(OdooAddress.parse("https://books.example.com"), "prod", "ann"), "Books", null, null),
                    secret, null).id();
        }
        stores = bench.keyring.stores();
    }

    private static String fact(String name) {
        return "(select \"VALUE\" from vault_meta where name = '" + name + "')";
    }

    /** Sets a fact of the closed vault as whoever can write to the folder can, and makes it a later state of the file. */
    private static void plant(WholeLoupe of, String name, String value) throws SQLException {
        of.tamper("delete from vault_meta where name = '" + name + "'");
        assertThat(
                of.tamper("insert into vault_meta (user_id, name, \"VALUE\") select user_id, '" + name + "', " + value
                        + " from vault_meta where name = 'generation'"))
                .isOne();
        assertThat(of
                .tamper("update vault_meta set \"VALUE\" = cast(\"VALUE\" as bigint) + 1000 where name = 'generation'"))
                .isOne();
    }

    private String bothIds() {
        return "'" + sample.value() + " " + books.value() + "'";
    }

    private void assertNothingHappened(WholeLoupe opened, List<Problem> told) throws Exception {
        for (int opening = 1; opening <= 2; opening++) {
            try (OpenLoupe loupe = opened.open()) {
                assertThat(loupe.connections().list()).extracting(ConnectionProfile::id)
                        .containsExactlyInAnyOrder(sample, books);
                assertThat(WholeLoupe.rows(loupe, sample)).isNotEmpty();
                assertThat(loupe.retireUnasked()).isFalse();
                assertThat(loupe.warnings()).isEqualTo(told);
                assertThat(loupe.checks().run()).noneMatch(check -> check.parameters().toString().contains("Unlock"));
            }
        }
        assertThat(opened.text("select count(*) from odoo_connections")).isEqualTo("1");
        assertThat(bench.keyring.stores()).isEqualTo(stores);
    }

    @Test
    void noDeletionIsPlanted() throws Exception {
        plant(bench, VaultFact.PENDING_DELETION.key(), bothIds());

        assertNothingHappened(bench, NOT_SEALED);
    }

    @Test
    void noRetirementOfTheKeyIsPlanted() throws Exception {
        plant(bench, VaultFact.PENDING_REKEY.key(), fact("key-id"));
        plant(bench, "pending-rekey-in", "'" + folder.toRealPath() + "'");

        assertNothingHappened(bench, NOT_SEALED);
    }

    @Test
    void noneIsPlantedInABackupEither() throws Exception {
        Path backup = Files.createDirectory(top.resolve("backup"));
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, backup.resolve(file.getFileName()));
            }
        }
        var copy = new WholeLoupe(backup, WholeLoupe.CLOCK, bench.keyring);
        plant(copy, VaultFact.PENDING_REKEY.key(), fact("key-id"));
        plant(copy, VaultFact.PENDING_DELETION.key(), bothIds());

        assertNothingHappened(copy, NOT_SEALED);
        assertNothingHappened(bench, List.of());
    }

    /** A ciphertext of the same key that was sealed for another use is no note, whatever it says. */
    @ParameterizedTest
    @ValueSource(strings = {"check-value", "store-key", "profiles"})
    void noOtherCiphertextIsTakenForANote(String sealed) throws Exception {
        plant(bench, VaultFact.PENDING_REKEY.key(), fact(sealed));
        plant(bench, VaultFact.PENDING_DELETION.key(), fact(sealed));

        assertNothingHappened(bench, NOT_SEALED);
    }

    private static boolean holds(Path file, String text, Charset as) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(text.getBytes(as), StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<Path> naming(String text) throws IOException {
        BiPredicate<Path, Charset> found = (file, as) -> holds(file, text, as);
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> found.test(file, StandardCharsets.UTF_8)
                            || found.test(file, StandardCharsets.UTF_16BE)
                            || found.test(file, StandardCharsets.UTF_16LE))
                    .toList();
        }
    }

    private void assertNamesNothing(String text) throws IOException {
        assertThat(naming(text)).as(text).isEmpty();
    }

    /** Where a folder lies tells the name of its owner, and a copy of it lies on somebody else's disk. */
    @Test
    void noFileOfTheFolderSaysWhereItLies() throws Exception {
        String name = "the data folder of ann";
        try (OpenLoupe loupe = bench.open()) {
            bench.keyring.refuse(ProblemCode.KEYRING_LOCKED);
            assertThat(loupe.changeKey()).contains(Problem.of(ProblemCode.KEY_CHANGE_PENDING));
            loupe.connections().noteDeletion(books, Notes.GO);
        }
        assertThat(bench.text("select count(*) from vault_meta where name like 'pending-%'")).isEqualTo("2");
        assertNamesNothing(name);
        bench.keyring.behave();
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).extracting(Problem::code).containsExactly(ProblemCode.DELETION_FINISHED);
        }
        assertThat(bench.keyring.stores()).isGreaterThan(stores);
        assertNamesNothing(name);
    }
}
