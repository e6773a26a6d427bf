package testkit;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DraggedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** No files at all; notes of which connections they were to go. */
public final class ForgottenDrags implements DraggedFiles {
    /** In their order. */
    public final List<ConnectionId> forgotten = new ArrayList<>();

    @Override
    public Path make(String name, Set<ConnectionId> of, Content content) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public boolean remove(Path file) {
        return true;
    }

    @Override
    public void forget(ConnectionId id) {
        forgotten.add(id);
    }

    @Override
    public void clear() {
        forgotten.clear();
    }
}
