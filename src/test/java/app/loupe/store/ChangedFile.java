package app.loupe.store;

import app.loupe.domain.Secret;
import java.nio.file.Path;
import java.sql.Connection;

/** Changes the closed invoice file of a data folder as damage does: no hash and no number follows. */
public final class ChangedFile {
    private ChangedFile() {}

    /** Runs this statement, and returns how many rows it changed. */
    public static int of(Path folder, Secret key, String sql) throws Exception {
        try (Connection connection = new H2Connector(folder.resolve("invoices.mv.db"), key)
                .connect(H2Connector.APPEND_ONLY);
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
