package app.loupe.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;

/**
 * A process of its own that commits pages to one sealed file for ever and says which ones are on the disk, until it is
 * killed. Old data may be overwritten after a fifth of a second instead of H2's 45, so that holes come early.
 */
final class FilePageWriter {
    static final int ROWS = 80;
    private static final int TEXT = 300;

    private FilePageWriter() {}

    /** Argument 0: the folder; argument 1: the first page. */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        H2File file = file(Path.of(arguments[0]));
        file.open();
        Connection connection = file.connections().getConnection();
        try (var setUp = connection.createStatement()) {
            setUp.execute("CREATE TABLE IF NOT EXISTS t (page INT, id INT, text VARCHAR, PRIMARY KEY (page, id))");
            setUp.execute("SET RETENTION_TIME 200");
        }
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?)")) {
            for (int page = Integer.parseInt(arguments[1]); true; page++) {
                for (int id = 0; id < ROWS; id++) {
                    insert.setInt(1, page);
                    insert.setInt(2, id);
                    insert.setString(3, Integer.toString(page * ROWS + id).repeat(TEXT).substring(0, TEXT));
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                file.checkpoint();
                out.println(page);
            }
        }
    }

    static H2File file(Path folder) throws Exception {
        return new H2File(FileProtection.of(folder), folder.resolve("invoices.mv.db"), OpenStore.key((byte) 7));
    }
}
