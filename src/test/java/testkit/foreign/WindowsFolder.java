package testkit.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Makes the temporary folder of a test one of Windows: what the test leaves open keeps it from being deleted. */
public final class WindowsFolder implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return ForeignFileSystem.seenAs(FileRules.WINDOWS, Files.createTempDirectory("windows"));
    }
}
