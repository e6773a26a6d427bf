package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.export.ExportFile;
import app.loupe.export.SearchText;
import app.loupe.export.Steps;
import app.loupe.export.WordFile;
import app.loupe.review.DayOrder;
import app.loupe.review.InvoiceQuery;
import app.loupe.text.DateText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;

/**
 * A command that lists what the store holds, for the terminal or as a file, also in forms that only a file can have. Needs no
 * network.
 */
abstract class OutputCommand extends LoupeCommand {
    @Mixin
    final FileOption file = new FileOption();

    /** What is written to a file is counted and stopped here. */
    private Steps steps = Steps.unwatched();
    private boolean empty;

    OutputCommand(Session session) {
        super(session);
    }

    /** A file of the owner's is none of what is stored. */
    @Override
    final boolean onlyReads() {
        return true;
    }

    @Override
    public final Integer call() throws ProblemException {
        FileOption.Form form = file.form(common.json, texts());
        check(form);
        try (Services services = open()) {
            services.warnings().forEach(this::notice);
            Path output = file.output;
            if (output == null) {
                words(services, form, out());
                out().flush();
            } else {
                Written written = write(services, form, output);
                if (written.isThere()) {
                    if (empty) {
                        remark(texts().get(isOfPart() ? "cli.none-so-far" : "cli.output.empty"));
                    }
                    remark(texts().get("cli.output.written", output.toAbsolutePath().toString()) + " "
                            + texts().get("paper.plain"));
                    noticeOpen(output);
                }
                if (written.exitCode() != ExitCode.DONE) {
                    return written.exitCode();
                }
            }
        }
        return isOfPart() ? ExitCode.PARTIAL : ExitCode.DONE;
    }

    /**
     * What became of what was asked for.
     *
     * @param isThere whether something was written; otherwise it has been said that nothing was
     */
    record Written(boolean isThere, int exitCode) {
        static final Written WHOLE = new Written(true, ExitCode.DONE);
    }

    /**
     * Says, to people, as what each part of a search was read, what may have been meant in another way, and where it has found
     * nothing which word was to be a filter: as the window says it. Not beside JSON Lines on standard output, and beside CSV
     * there only what may be a mistake: who has that read by a program wants to hear of nothing else.
     */
    final void tell(RowSelection.Selected selected) {
        FileOption.Form form = file.form(common.json, texts());
        boolean toProgram = file.output == null && ReportOutput.isForPrograms(form);
        if (toProgram && form == FileOption.Form.jsonl) {
            return;
        }
        Clock clock = session().clock();
        var search = new SearchText(texts(), new DateText(texts(), clock.getZone()), LocalDate.now(clock));
        InvoiceQuery query = selected.query();
        if (!toProgram) {
            Stream.of(search.lookedFor(query.tokens())).filter(said -> !said.isEmpty()).forEach(this::remark);
        }
        if (selected.rows().isEmpty()) {
            SearchSlip.in(query.typed(), texts()).ifPresent(this::remark);
        }
        search.hints(query.hints()).forEach(this::remark);
    }

    /** In which order day and month of a search stand where only one can be meant. */
    final DayOrder dayOrder() {
        return DayOrder.of(texts().locale());
    }

    /**
     * What is said in the place of an empty list: these words, unless not all was read in which there could be something, or
     * a copy does not hold what is older than its first day.
     */
    final String none(String words) {
        return isOfPart() ? texts().get("cli.none-so-far") : beginsLater() ? noneKept(words) : words;
    }

    /** These words for a copy that begins on a day, which knows nothing of what is older. */
    String noneKept(String words) {
        return texts().get("cli.none-kept");
    }

    /** Remembers that the list has no row, which is said when it was written to a file: nobody sees it there. */
    final void listsNothing() {
        empty = true;
    }

    /**
     * Writes what was asked for to the place that was named: one file, unless a command makes several. Ctrl+C leaves that place
     * as it was, also where the open window writes, and is heard at every record that is read before.
     */
    Written write(Services services, FileOption.Form form, Path output) throws ProblemException {
        return stoppably(services, (stoppable, cancel) -> {
            steps = new Steps(cancel, (done, of) -> {});
            new ExportFile(output, file.overwrite).write(to -> {
                if (form.binary().isPresent()) {
                    export(stoppable, form, to);
                } else {
                    WordFile.write(to, words -> words(stoppable, form, words));
                }
            }, steps);
            return Written.WHOLE;
        });
    }

    /** What looks at every row whether somebody asks to stop. */
    final Steps steps() {
        return steps;
    }

    /** The list, and below a table how old the copy is. */
    private void words(Services services, FileOption.Form form, PrintWriter to) throws ProblemException {
        list(services, form, to);
        if (form == FileOption.Form.table) {
            age().ifPresent(to::println);
        }
    }

    /** Refuses what was asked in a way that cannot be, before anything is opened. */
    abstract void check(FileOption.Form form);

    /** Writes the list as a table, CSV or JSON Lines. */
    abstract void list(Services services, FileOption.Form form, PrintWriter to) throws ProblemException;

    /** Writes the list in a form that only a file can have. */
    abstract void export(Services services, FileOption.Form form, OutputStream to)
            throws IOException, ProblemException;
}
