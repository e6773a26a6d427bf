package app.loupe.app.commands;

import app.loupe.export.ReportFormat;
import app.loupe.text.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Decides in which form a list is written, and whether to the terminal or into a file. */
final class FileOption {
    /**
     * What looks like the ending of a form: not the end of a date (31.12.2026), a version (report.v2), or of the name of a
     * company in short (Acme S.A).
     */
    private static final Pattern ENDING = Pattern.compile(".+\\.(?!v[0-9]+$)(?<ending>[a-z][a-z0-9]{1,7})");
    /** The ending of a table for people, which a name without an ending is, too. */
    private static final String WORDS = "txt";

    /** How the result is written; lower case on the command line. */
    enum Form {
        table,
        csv,
        jsonl,
        xlsx,
        pdf;

        /** The form of a file that no terminal can show. */
        Optional<ReportFormat> binary() {
            return switch (this) {
                case table, csv, jsonl -> Optional.empty();
                case xlsx -> Optional.of(ReportFormat.XLSX);
                case pdf -> Optional.of(ReportFormat.PDF);
            };
        }
    }

    @Option(names = "--format", paramLabel = "FORMAT")
    @Nullable
    Form format;

    @Option(names = "--output", paramLabel = "FILE")
    @Nullable
    Path output;

    @Option(names = "--overwrite")
    boolean overwrite;

    /**
     * The form that was asked for: that of the file's name when none was, the table when there is no file either. A name that
     * ends as a file of another program does is refused: that program could not open what would be in it.
     *
     * @throws UsageException when what was asked for cannot be together
     */
    Form form(boolean json, Texts texts) {
        if (json && format != null && format != Form.jsonl) {
            throw new UsageException(texts.get("cli.invoices.either"));
        }
        if (overwrite && output == null) {
            throw new UsageException(texts.get("cli.output.overwrite-what"));
        }
        Form form = json ? Form.jsonl : format == null ? ofName(texts) : format;
        if (form.binary().isPresent() && output == null) {
            throw new UsageException(texts.get("cli.output.needed", form.name()));
        }
        return form;
    }

    private Form ofName(Texts texts) {
        String name = String.valueOf(output == null ? null : output.getFileName()).toLowerCase(Locale.ROOT);
        for (Form form : Form.values()) {
            if (name.endsWith("." + form.name())) {
                return form;
            }
        }
        Matcher ending = ENDING.matcher(name);
        if (ending.matches() && !ending.group("ending").equals(WORDS)) {
            throw new UsageException(texts.get("cli.output.ending", Stream.of(Form.values())
                    .map(form -> "." + (form == Form.table ? WORDS : form.name())).collect(Collectors.joining(", "))));
        }
        return Form.table;
    }
}
