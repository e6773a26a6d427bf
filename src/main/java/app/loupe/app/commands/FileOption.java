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
        if (contradicts(form)) {
            throw new UsageException(texts.get("cli.output.contradicts", form.name()));
        }
        return form;
    }

    /** Whether the name ends as another form does: whatever opens such a file could not open this one. */
    private boolean contradicts(Form form) {
        return named().filter(other -> other != form).isPresent()
                || (form.binary().isPresent() && fileName().endsWith("." + WORDS));
    }

    private String fileName() {
        return String.valueOf(output == null ? null : output.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** The form that the file is named after; a table is not. */
    private Optional<Form> named() {
        return Stream.of(Form.values()).filter(form -> fileName().endsWith("." + form.name())).findFirst();
    }

    private Form ofName(Texts texts) {
        Optional<Form> named = named();
        if (named.isPresent()) {
            return named.get();
        }
        Matcher ending = ENDING.matcher(fileName());
        if (ending.matches() && !ending.group("ending").equals(WORDS)) {
            throw new UsageException(texts.get("cli.output.ending", Stream.of(Form.values())
                    .map(form -> "." + (form == Form.table ? WORDS : form.name())).collect(Collectors.joining(", "))));
        }
        return Form.table;
    }
}
