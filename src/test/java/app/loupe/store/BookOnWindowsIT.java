package app.loupe.store;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import testkit.foreign.FileRules;
import testkit.foreign.ForeignFileSystem;

/** All that becomes of a damaged book, where no file that is open can be renamed, replaced or deleted. */
class BookOnWindowsIT extends BookDamageIT {
    @Override
    @BeforeEach
    void folder() throws IOException {
        super.folder();
        folder = ForeignFileSystem.seenAs(FileRules.WINDOWS, folder);
    }
}
