package archfixture.ui.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Breaks A4. */
public class KnowsTheDatabase {
    /** SQL, from the window. */
    public boolean closed(Connection connection) throws SQLException {
        return connection.isClosed();
    }
}
