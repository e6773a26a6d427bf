package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Secret;
import app.loupe.domain.SystemAccount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file of any version becomes one of the newest, whichever versions it was before: H2 names a key by what is free in the
 * sitting that makes it, so that one table has other names in a file that grew than in a new one.
 */
class FormerVersionsIT {
    @TempDir
    Path folder;

    /** Each way up to the newest version, as the versions at which the file was closed. */
    static Stream<List<Object>> ways() {
        return Arrays.stream(Migrations.values()).flatMap(file -> IntStream.range(1, 1 << (file.newest() - 1))
                .mapToObj(way -> List.of(file, IntStream.range(1, file.newest())
                        .filter(version -> (way & 1 << (version - 1)) != 0).boxed().toList())));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFileThatGrewIsOneOfTheNewestVersion(List<Object> way) throws Exception {
        var migrations = (Migrations) way.getFirst();
        var stops = new ArrayList<Integer>();
        ((List<?>) way.getLast()).forEach(version -> stops.add((Integer) version));
        Path file = folder.resolve("grown.mv.db");
        try (Secret key = OpenStore.key((byte) 7);
                var vault = VaultFile.open(folder, new SystemAccount("anna", "1000"))) {
            for (int version : stops) {
                grow(file, key, migrations, version);
                assertThat(StoreInspector.inspect(file, key, migrations).schemaVersion()).isEqualTo(version);
            }

            new FileMigration(vault.folder(), file, key, migrations).run(false);

            assertThat(StoreInspector.inspect(file, key, migrations).schemaVersion()).isEqualTo(migrations.newest());
        }
    }

    /** What the program of that version did: new tables, and the former ones are still counted in the file. */
    private static void grow(Path file, Secret key, Migrations migrations, int version) throws Exception {
        String name = file.toString();
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + name.substring(0, name.length() - FileProtection.STORE_SUFFIX.length())
                + ";CIPHER=AES");
        source.setUser("LOUPE");
        source.setPassword(new String(H2Connector.hex(key)) + " ");
        Flyway.configure().dataSource(source).locations("classpath:app/loupe/store/"
                + migrations.name().toLowerCase(Locale.ROOT)).target(Integer.toString(version))
                .loggers("slf4j").load().migrate();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            if (migrations == Migrations.INVOICES && version > 1) {
                new FormerLines(connection).pack();
            }
            statement.execute("SHUTDOWN COMPACT");
        }
    }
}
