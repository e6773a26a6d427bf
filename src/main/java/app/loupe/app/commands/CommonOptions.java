package app.loupe.app.commands;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has; they may stand before its name or after it. One of these per command line. */
final class CommonOptions {
    @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "option.data-dir", scope = ScopeType.INHERIT)
    @Nullable
    Path dataDir;

    @Option(names = "--json", descriptionKey = "option.json", scope = ScopeType.INHERIT)
    boolean json;

    @Option(names = "--passphrase-stdin", descriptionKey = "option.passphrase-stdin", scope = ScopeType.INHERIT)
    boolean passphraseStdin;
}
