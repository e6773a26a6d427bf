package app.loupe.store;

import app.loupe.domain.Exempt;
import app.loupe.domain.ProblemException;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.h2.engine.Constants;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * How the tables of one file become objects. Hibernate takes about as long to make it as the passphrase takes to become a key, and
 * needs neither the file nor the key for it: so it is made on a thread of its own, from the moment that a folder is opened, and
 * put on the file when that is open. Until then it has no connections to give.
 */
final class EntityMapping implements AutoCloseable {
    private static final int BATCH_ROWS = 500;

    private final LateFile file = new LateFile();
    private final CompletableFuture<SessionFactory> made = new CompletableFuture<>();

    @Exempt(rule = "A12", because = "lives as long as the making of one mapping, for which nobody has a pool before the files are open")
    private EntityMapping(List<Class<?>> entities) {
        Thread.ofPlatform().daemon().name("mapping")
                .start(() -> made.completeAsync(() -> make(entities), Runnable::run));
    }

    /** Begins to make it, on a thread of its own. */
    static EntityMapping begin(List<Class<?>> entities) {
        return new EntityMapping(entities);
    }

    /** No second-level cache, no validation, no schema tool, and no question to the database, so that the start stays short. */
    private SessionFactory make(List<Class<?>> entities) {
        var registry = new StandardServiceRegistryBuilder()
                .addService(BytecodeProvider.class, new BytecodeProviderImpl())
                .applySetting(AvailableSettings.JSON_FORMAT_MAPPER, new NoDocuments())
                .applySetting(AvailableSettings.XML_FORMAT_MAPPER, new NoDocuments())
                .applySetting(AvailableSettings.CONNECTION_PROVIDER, file)
                .applySetting(AvailableSettings.ALLOW_METADATA_ON_BOOT, false)
                .applySetting(AvailableSettings.JAKARTA_HBM2DDL_DB_NAME, "H2")
                .applySetting(AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, Constants.VERSION_MAJOR)
                .applySetting(AvailableSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, Constants.VERSION_MINOR)
                .applySetting(AvailableSettings.JAKARTA_HBM2DDL_DB_VERSION, Constants.VERSION)
                .applySetting(AvailableSettings.USE_SECOND_LEVEL_CACHE, false)
                .applySetting(AvailableSettings.USE_QUERY_CACHE, false)
                .applySetting(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH_ROWS)
                .applySetting(AvailableSettings.IN_CLAUSE_PARAMETER_PADDING, true)
                .applySetting(AvailableSettings.JAKARTA_VALIDATION_MODE, "none")
                .applySetting(AvailableSettings.XML_MAPPING_ENABLED, false)
                .applySetting(AvailableSettings.JDBC_TIME_ZONE, "UTC")
                // H2's messages quote the values of rows: they must not reach a log
                .applySetting(AvailableSettings.LOG_JDBC_ERRORS, false)
                .applySetting(AvailableSettings.LOG_JDBC_WARNINGS, false)
                .applySetting(AvailableSettings.STATEMENT_INSPECTOR, file).build();
        try {
            return new MetadataSources(registry).addAnnotatedClasses(entities.toArray(Class<?>[]::new))
                    .getMetadataBuilder().applyPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl()).build()
                    .buildSessionFactory();
        } catch (PersistenceException failure) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw failure;
        }
    }

    /**
     * Waits for it and puts it on an open file; once. Whoever gets it closes it.
     *
     * @throws ProblemException STORE_FAILED where Hibernate cannot make it
     */
    SessionFactory on(H2File opened, StatementInspector inspector) throws ProblemException {
        try {
            SessionFactory factory = made.join();
            file.is(opened.connections(), inspector);
            return factory;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof PersistenceException refused) {
                throw StoreProblems.of(opened.file(), refused);
            }
            throw failure;
        }
    }

    /** Gives up one that nobody put on a file, also one that is still being made; does nothing to any other. */
    @Override
    public void close() {
        if (!file.isKnown()) {
            CompletableFuture<Void> _ = made.thenAccept(SessionFactory::close);
        }
    }

    /** The file, as Hibernate asks for it: it is known when the first session begins. */
    private static final class LateFile implements ConnectionProvider, StatementInspector {
        private static final long serialVersionUID = 1L;

        private transient volatile @Nullable FileConnections connections;
        private transient volatile @Nullable StatementInspector inspector;

        void is(FileConnections opened, StatementInspector inspecting) {
            inspector = inspecting;
            connections = opened;
        }

        boolean isKnown() {
            return connections != null;
        }

        private FileConnections known() throws SQLException {
            FileConnections open = connections;
            if (open == null) {
                throw new SQLException("no file is open yet");
            }
            return open;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return known().getConnection();
        }

        @Override
        public void closeConnection(Connection connection) throws SQLException {
            known().closeConnection(connection);
        }

        @Override
        public boolean supportsAggressiveRelease() {
            return false;
        }

        @Override
        public @Nullable String inspect(String sql) {
            StatementInspector inspecting = inspector;
            return inspecting == null ? sql : inspecting.inspect(sql);
        }

        @Override
        public boolean isUnwrappableAs(Class<?> type) {
            return type.isInstance(this);
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
