package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SystemAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.h2.engine.DbObject;
import org.h2.engine.MetaRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDefinitionsIT {
    private static final Path LISTS = Path.of("src/main/resources/app/loupe/store");

    @TempDir
    Path folder;

    @Test
    void theListsHoldExactlyWhatTheMigrationsMake() throws Exception {
        try (Secret key = Secret.owning(new byte[32])) {
            try (var vault = VaultFile.open(folder, false, new SystemAccount("anna", "1000"));
                    var store = InvoiceStore.open(vault, key, Clock.systemUTC(), List::of)) {
                assertThat(store.warnings()).isEmpty();
                OwnerBookFile.open(vault, key, (id, invoices) -> Map.of(), Clock.systemUTC()).close();
            }

            assertThat(lines("vault.mv.db", null))
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(LISTS.resolve("definitions-vault-1.txt")));
            assertThat(lines("invoices.mv.db", key))
                    .containsExactlyInAnyOrderElementsOf(
                            Files.readAllLines(LISTS.resolve("definitions-invoices-12.txt")));
            assertThat(lines("book.mv.db", key))
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(LISTS.resolve("definitions-book-3.txt")));
        }
    }

    @Test
    void noWayToQuoteOrCommentLetsAnotherDefinitionPass() {
        var own = OwnDefinitions.of(Migrations.VAULT, 1);
        String table = "CREATE CACHED TABLE \"PUBLIC\".\"x'\"(\"C\" BIGINT) AS SELECT 1 /*'*/";

        assertThat(own.contain(DbObject.TABLE_OR_VIEW, table)).isFalse();
        assertThat(own.contain(DbObject.TABLE_OR_VIEW,
                "CREATE CACHED TABLE \"PUBLIC\".\"X\"(\"C\" BIGINT) AS VALUES (CSVWRITE('a','SELECT 1'))")).isFalse();
        assertThat(own.contain(DbObject.USER, "CREATE USER IF NOT EXISTS \"LOUPE\" SALT '' HASH "
                + "CASE WHEN CSVWRITE('a','SELECT 1')>=0 THEN '' ELSE '' END ADMIN")).isFalse();
        assertThat(own.contain(DbObject.SETTING, "SET CACHE_SIZE 1; DROP ALL OBJECTS")).isFalse();
    }

    @Test
    void aDefinitionThatADamagedDiskMadeOfAnotherIsToldFromAPlantedOne() throws Exception {
        var own = OwnDefinitions.of(Migrations.VAULT, 1);
        String table = Files.readAllLines(LISTS.resolve("definitions-vault-1.txt")).stream()
                .filter(line -> line.startsWith(DbObject.TABLE_OR_VIEW + " ") && line.contains("ODOO_CONNECTIONS"))
                .map(line -> line.substring(2).replace("\\n", "\n")).findFirst().orElseThrow();

        assertThat(own.contain(DbObject.TABLE_OR_VIEW, table)).isTrue();
        String letter = table.replace("VARYING", "VARYHNG");
        String cutOff = table.substring(0, table.length() / 2);
        String bytes = table + "\u0000\u0001";
        String piece = table.replace("USERNAME\" CHARACTER VARYING(1000)", "USERNAM\"PUBLIC\".\"PRIMARY_KEY_8");
        for (String damaged : List.of(table.replace("USER_ID", "USFR_ID"), letter, cutOff, bytes, piece, table)) {
            assertThat(own.containDamaged(DbObject.TABLE_OR_VIEW, damaged)).as(damaged).isTrue();
            assertThat(own.containDamaged(DbObject.TRIGGER, damaged)).as("of another type").isTrue();
        }
        for (String planted : List.of(table + " AS SELECT CSVWRITE('a', 'SELECT 1')", "CREATE TRIGGER T",
                "CREATE FORCE TRIGGER \"PUBLIC\".\"T\" BEFORE SELECT ON \"PUBLIC\".\"ODOO_CONNECTIONS\" QUEUE 1024 CALL \"x\"",
                "CREATE FORCE ALIAS \"PUBLIC\".\"X\" FOR \"java.lang.System.exit\"",
                table.replace("NOT NULL", "DEFAULT CSVWRITE('a', 'SELECT 1') NOT NULL"),
                "CREATE USER IF NOT EXISTS \"LOUPE\" SALT '' HASH CASE WHEN CSVWRITE('a','SELECT 1')>=0 THEN '' "
                        + "ELSE '' END ADMIN AND MORE THAN AN OWN ONE HAS AT ANY TIME")) {
            assertThat(own.containDamaged(DbObject.TABLE_OR_VIEW, planted)).as(planted).isFalse();
        }
    }

    private List<String> lines(String file, @Nullable Secret key) throws ProblemException {
        return RawFile.read(folder.resolve(file), key, RawFile::definitions).orElseThrow().stream()
                .filter(found -> found.getObjectType() != DbObject.USER && found.getObjectType() != DbObject.SETTING)
                .map((MetaRecord found) -> OwnDefinitions.line(found.getObjectType(), found.getSQL())).toList();
    }
}
