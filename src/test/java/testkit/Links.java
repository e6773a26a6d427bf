package testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Makes symbolic links, which Windows lets only some accounts do: there a test that needs one is left out. */
public final class Links {
    private Links() {}

    /** A link at this place to the target, which need not be there; ends the test as left out where none can be made. */
    public static Path make(Path link, Path target) throws IOException {
        try {
            return Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | IOException notHere) {
            if (Files.getFileStore(link.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                throw notHere instanceof IOException failed ? failed : new IOException(notHere);
            }
            throw new TestAbortedException("no links can be made here", notHere);
        }
    }
}
