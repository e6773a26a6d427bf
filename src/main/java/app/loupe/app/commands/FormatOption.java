package app.loupe.app.commands;

import app.loupe.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Decides in which form a command lists things; {@code --json} asks for one of them. */
final class FormatOption {
    /** How the result is written; lower case on the command line. */
    enum Format {
        table,
        csv,
        jsonl
    }

    @Option(names = "--format", paramLabel = "FORMAT")
    @Nullable
    Format format;

    /** The form that was asked for: the table when none was. */
    Format form(boolean json, Texts texts) {
        if (json && format != null && format != Format.jsonl) {
            throw new UsageException(texts.get("cli.invoices.either"));
        }
        if (json) {
            return Format.jsonl;
        }
        return format == null ? Format.table : format;
    }
}
