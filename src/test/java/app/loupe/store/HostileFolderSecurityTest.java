package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Links;

class HostileFolderSecurityTest {
    @TempDir
    Path folder;

    static Stream<Arguments> s46Plants() {
        String write = "java.nio.file.Files.writeString(java.nio.file.Path.of(\"%s\"), \"x\")";
        String alias = "CREATE ALIAS EVIL AS $$ String evil() throws Exception { return " + write + ".toString(); } $$";
        return Stream.of(Arguments.of("alias", List.of(alias)),
                Arguments.of("trigger", List.of("CREATE TRIGGER EVIL BEFORE INSERT ON vault_meta FOR EACH ROW AS $$ "
                        + "org.h2.api.Trigger evil() throws Exception { " + write
                        + "; return new org.h2.tools.TriggerAdapter() { public void fire(java.sql.Connection c, "
                        + "java.sql.ResultSet o, java.sql.ResultSet n) { } }; } $$")),
                Arguments.of("generated column",
                        List.of(alias, "ALTER TABLE vault_meta ADD bad VARCHAR GENERATED ALWAYS AS (EVIL())",
                                "DROP ALIAS IF EXISTS NONE")),
                Arguments.of("default value",
                        List.of("ALTER TABLE vault_meta ADD bad VARCHAR DEFAULT CSVWRITE('%s', 'SELECT 1')")),
                Arguments.of("check", List.of(
                        "ALTER TABLE vault_meta ADD CONSTRAINT bad CHECK (CSVWRITE('%s', 'SELECT 1') >= 0) NOCHECK")),
                Arguments.of("view", List.of("CREATE VIEW bad AS SELECT FILE_READ('/etc/hostname') AS x")),
                Arguments.of("domain", List.of("CREATE DOMAIN bad AS VARCHAR DEFAULT 'x'")),
                Arguments.of("constant", List.of("CREATE CONSTANT bad VALUE 1")),
                Arguments.of("linked table",
                        List.of("CREATE FORCE LINKED TABLE bad('', 'jdbc:h2:mem:bad', 'sa', '', 'X')")),
                Arguments.of("synonym", List.of("CREATE SYNONYM bad FOR vault_meta")),
                Arguments.of("sequence", List.of("CREATE SEQUENCE bad")),
                Arguments.of("user", List.of("CREATE USER bad PASSWORD 'bad' ADMIN")),
                Arguments.of("schema", List.of("CREATE SCHEMA bad")),
                Arguments.of("role", List.of("CREATE ROLE bad")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("s46Plants")
    void s46_aHostileFileIsRefusedBeforeAnythingInItRuns(String kind, List<String> plant) throws Exception {
        VaultFile.open(folder, false, OpenStore.ANNA).close();
        Path file = folder.resolve("vault.mv.db");
        Path marker = folder.resolve("marker");
        try (Connection connection = StoreSecurityTest.plain(file, ""); var statement = connection.createStatement()) {
            for (String sql : plant) {
                statement.execute(sql.replace("%s", marker.toString()));
            }
        }
        Files.deleteIfExists(marker);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> VaultFile.open(folder, false, OpenStore.ANNA)).as(kind).isInstanceOfSatisfying(
                ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.STORE_HOSTILE));

        assertThat(marker).doesNotExist();
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault.mv.db.newFile", "vault-new.mv.db.newFile", "invoices.mv.db.newFile",
        "vault.mv.db.tempFile"})
    void s46_whatH2WouldPutInThePlaceOfAMissingFileIsNotRun(String name) throws Exception {
        Path marker = folder.resolve("marker");
        Path planted = Files.createDirectory(folder.resolve("planted"));
        VaultFile.open(planted, false, OpenStore.ANNA).close();
        try (Connection connection = StoreSecurityTest.plain(planted.resolve("vault.mv.db"), "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER EVIL BEFORE INSERT ON vault_meta FOR EACH ROW AS $$ "
                    + "org.h2.api.Trigger evil() throws Exception { java.nio.file.Files.writeString("
                    + "java.nio.file.Path.of(\"" + marker + "\"), \"x\"); return new org.h2.tools.TriggerAdapter() { "
                    + "public void fire(java.sql.Connection c, java.sql.ResultSet o, java.sql.ResultSet n) { } }; } $$");
        }
        Files.deleteIfExists(marker);
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.move(planted.resolve("vault.mv.db"), data.resolve(name));

        try (var open = new OpenStore(data)) {
            assertThat(open.store.warnings()).isEmpty();
        }

        assertThat(marker).doesNotExist();
        assertThat(data).isDirectoryNotContaining("glob:**{newFile,tempFile}");
    }

    /** Writes a file as soon as Java makes it out of its bytes. */
    private static final class Bomb implements Serializable {
        private static final long serialVersionUID = 1L;
        private final String marker;

        Bomb(Path marker) {
            this.marker = marker.toString();
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            Files.writeString(Path.of(marker), "x");
        }
    }

    @Test
    void s46_noObjectInAFileComesAlive() throws Exception {
        Path marker = folder.resolve("marker");
        VaultFile.open(folder, false, OpenStore.ANNA).close();
        Path file = folder.resolve("vault.mv.db");
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            store.openMap("openTransactions").put(1, new Object[] {1, new Bomb(marker)});
            store.commit();
        }

        assertThatThrownBy(() -> VaultFile.open(folder, false, OpenStore.ANNA)).isInstanceOf(ProblemException.class);

        assertThat(marker).doesNotExist();
        assertThat(ClosedSerialisation.isOn()).isTrue();
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Bomb(marker));
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThatThrownBy(in::readObject).isInstanceOf(InvalidClassException.class);
        }
    }

    @Test
    void s46_aLinkInThePlaceOfAFileIsRefused() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        VaultFile.open(elsewhere, false, OpenStore.ANNA).close();
        Path data = Files.createDirectory(folder.resolve("data"));
        Links.make(data.resolve("vault.mv.db"), elsewhere.resolve("vault.mv.db"));

        assertThatThrownBy(() -> VaultFile.open(data, false, OpenStore.ANNA)).isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.STORE_HOSTILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "per%20cent%s", "ha#sh", "til~de", "~", "quo'te\"s", "größe-日本", "a=b&c?d",
        "dollar${user.home}", "back`tick", "colon:mem:x", "CIPHER=AES", "bang!x", "(bracket]"})
    void s47_oddFolderNamesWork(String name) throws Exception {
        Path data = Files.createDirectory(folder.resolve(name));
        InstallMark first = mark(data);

        assertThat(mark(data)).isEqualTo(first);
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(path -> path.getFileName().toString()).toList()).hasSize(3)
                    .contains("vault.mv.db", VaultLock.FILE_NAME)
                    .anyMatch(file -> file.matches("vault-[0-9a-f]{16}\\.ledger"));
        }
    }

    private record InstallMark(String install, String user) {}

    private static InstallMark mark(Path data) throws ProblemException {
        try (var vault = VaultFile.open(data, false, OpenStore.ANNA)) {
            return new InstallMark(vault.install().value(), vault.user().value());
        }
    }

    @Test
    void s47_namesThatCouldCarrySettingsAreRefused() throws IOException {
        for (String name : List.of("semi;colon", "x;INIT=RUNSCRIPT FROM 'evil.sql'", "line\nfeed")) {
            Path data = Files.createDirectory(folder.resolve(name));
            assertRefused(data);
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        for (String name : List.of("missing", "x".repeat(4_096), "y".repeat(300))) {
            assertRefused(folder.resolve(name));
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertRefused(Path data) {
        assertThatThrownBy(() -> VaultFile.open(data, false, OpenStore.ANNA)).isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.DATA_FOLDER_UNUSABLE));
    }
}
