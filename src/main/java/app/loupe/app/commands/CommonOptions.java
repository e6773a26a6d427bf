package app.loupe.app.commands;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
    @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "option.data-dir")
    @Nullable
    Path dataDir;

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    @Option(names = "--passphrase-stdin", descriptionKey = "option.passphrase-stdin")
    boolean passphraseStdin;
}
