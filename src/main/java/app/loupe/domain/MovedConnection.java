package app.loupe.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A connection on its way to another computer; whoever has it closes it.
 *
 * @param since documents from this day on; null for all
 * @param password null where it is lost
 */
public record MovedConnection(ConnectionDetails details, @Nullable LocalDate since, @Nullable Secret password)
        implements
            AutoCloseable {
    @Override
    public void close() {
        if (password != null) {
            password.close();
        }
    }
}
