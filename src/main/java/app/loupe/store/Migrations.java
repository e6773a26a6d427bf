package app.loupe.store;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.DateTimeException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Brings the tables of one file up to the version that this program knows; never runs when they already are. */
enum Migrations {
    /** Tables of the vault file. */
    VAULT("classpath:app/loupe/store/vault", 1),
    /** Tables of the invoice store. */
    INVOICES("classpath:app/loupe/store/invoices", 12),
    /** Tables of the owner's book. */
    BOOK("classpath:app/loupe/store/book", 3);

    private final String location;
    private final int newest;

    Migrations(String location, int newest) {
        this.location = location;
        this.newest = newest;
    }

    /** The version that this program writes; a file with a higher one was made by a later program. */
    int newest() {
        return newest;
    }

    /** Runs the missing migrations in a file that nobody uses yet; see {@link FileMigration}. */
    void run(H2Connector connector) throws ProblemException {
        try {
            Flyway.configure(Migrations.class.getClassLoader()).dataSource(new Source(connector)).locations(location)
                    .loggers("slf4j").load().migrate();
            if (this == INVOICES) {
                try (Connection connection = connector.connect(H2Connector.FILL_HOLES)) {
                    new FormerLines(connection).pack();
                }
            }
        } catch (FlywayException | SQLException failure) {
            throw StoreProblems.of(connector.file(), failure);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException | ArithmeticException
                | DateTimeException senseless) {
            // what stands in the rows of the former version is none of its values
            throw StoreProblems.of(ProblemCode.STORE_DAMAGED, connector.file(), senseless);
        }
    }

    /** Gives Flyway the file's own connections, so that it never learns the file key. */
    private record Source(H2Connector connector) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return connector.connect(H2Connector.FILL_HOLES);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException("one user only");
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {
            // slf4j logs
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // a file has no login
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException("slf4j logs");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException("nothing wrapped");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
