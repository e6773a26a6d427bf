package app.loupe.app.commands;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.NoteEntry;
import app.loupe.export.NoteReports;
import app.loupe.review.MarkChoice;
import app.loupe.review.Marks;
import app.loupe.text.DateText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes what the owner notes to invoices, as the window does: all of what was asked to all of them, or nothing. Says what
 * stands there now, and what no option brings back: the note and the reminder of before. Needs no network.
 */
@Command(name = "mark")
final class MarkCommand extends LoupeCommand {
    private static final String REMIND = "--remind";
    private static final String NOTE = "--note";
    private static final String NOTE_STDIN = "--note-stdin";
    private static final int MOST_CHARACTERS = 120;

    @Parameters(paramLabel = "INVOICE", arity = "1..*", descriptionKey = "argument.invoice")
    List<String> invoices = List.of();

    @Option(names = "--connection", paramLabel = "ID")
    @Nullable
    String connection;

    @Option(names = "--flag")
    boolean flag;

    @Option(names = "--no-flag")
    boolean noFlag;

    @Option(names = "--reviewed")
    boolean reviewed;

    @Option(names = "--no-reviewed")
    boolean noReviewed;

    @Option(names = NOTE, paramLabel = "TEXT")
    @Nullable
    String note;

    @Option(names = NOTE_STDIN)
    boolean noteStdin;

    @Option(names = "--no-note")
    boolean noNote;

    @Option(names = REMIND, paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate remind;

    @Option(names = "--no-remind")
    boolean noRemind;

    MarkCommand(Session session) {
        super(session);
    }

    /** One invoice with what stood there and what stands there now. */
    private record Marked(NoteEntry now, InvoiceMark before) {
        boolean isChanged() {
            return !now.mark().equals(before);
        }

        String name() {
            return now.number().isEmpty() ? Long.toString(now.id()) : now.number();
        }
    }

    @Override
    boolean keeps() {
        return true;
    }

    @Override
    public Integer call() throws ProblemException {
        check();
        try (Services services = open()) {
            services.warnings().forEach(this::notice);
            // nothing can be written to invoices of the sample company: that they are left out is no news
            ReadTogether read = toReadSilently(services, connection);
            Map<InvoiceKey, InvoiceRow> rows = new InvoiceChoice(services.selection(), read, texts()).of(invoices);
            Marks before = marks(services, read);
            String text = noteStdin ? noteFromStdin() : Objects.toString(note, "");
            var acts = new LinkedHashMap<InvoiceKey, MarkAct>();
            rows.forEach((key, row) -> acts.put(key, act(before, row, text.strip())));
            services.notes().mark(acts);
            tell(marked(read, rows, before, marks(services, read)), read);
        }
        return ExitCode.DONE;
    }

    private void check() {
        demandOneOf("--flag", flag, noFlag);
        demandOneOf("--reviewed", reviewed, noReviewed);
        demandOneOf(NOTE, note != null || noteStdin, noNote);
        if (note != null && noteStdin) {
            throw new UsageException(texts().get("cli.mark.either", NOTE, NOTE_STDIN));
        }
        demandOneOf(REMIND, remind != null, noRemind);
        boolean does = flag || reviewed || note != null || noteStdin || remind != null;
        if (!does && !noFlag && !noReviewed && !noNote && !noRemind) {
            throw new UsageException(texts().get("cli.mark.nothing"));
        }
        if (note != null && note.isBlank()) {
            // a script's empty variable would take away what nobody can bring back
            throw new UsageException(texts().get("cli.mark.blank"));
        }
        if (remind != null && !DayRange.demand(remind, REMIND, texts()).isAfter(today())) {
            throw new UsageException(texts().get("cli.mark.past"));
        }
    }

    private String noteFromStdin() {
        String text = secrets().note();
        if (text.isBlank()) {
            throw new UsageException(texts().get("cli.mark.blank-stdin"));
        }
        return text;
    }

    private void demandOneOf(String option, boolean does, boolean undoes) {
        if (does && undoes) {
            throw new UsageException(texts().get("cli.mark.either", option, option.replaceFirst("--", "--no-")));
        }
    }

    private LocalDate today() {
        return LocalDate.now(session().clock());
    }

    private Marks marks(Services services, ReadTogether read) throws ProblemException {
        Set<ConnectionId> ids = new Chosen(read.connections()).ids();
        return new Marks(services.notes().marks(ids), services.notes().news(ids), session().clock().getZone());
    }

    /** A review comes first: it ends a reminder that has come, and not the one that is asked for beside it. */
    private MarkAct act(Marks known, InvoiceRow row, String text) {
        var acts = new ArrayList<MarkAct>();
        if (noReviewed) {
            acts.add(new MarkAct.Review(null));
        } else if (reviewed && !known.inbox(row, today()).equals(Optional.of(MarkChoice.REVIEWED))) {
            acts.add(known.reviewing(row, session().clock().instant()));
        }
        if (flag || noFlag) {
            acts.add(new MarkAct.Flag(flag));
        }
        if (note != null || noteStdin || noNote) {
            acts.add(new MarkAct.Note(text));
        }
        if (remind != null || noRemind) {
            acts.add(new MarkAct.Remind(remind));
        }
        return new MarkAct.Together(acts);
    }

    private List<Marked> marked(ReadTogether read, Map<InvoiceKey, InvoiceRow> rows, Marks before, Marks after) {
        Map<ConnectionId, ConnectionProfile> profiles = new Chosen(read.connections()).byId();
        var marked = new ArrayList<Marked>();
        rows.forEach((key, row) -> {
            InvoiceMark mark = after.of(key);
            var now = new NoteEntry(Objects.requireNonNull(profiles.get(key.connection())), key.id(), Optional.of(row),
                    mark, after.inbox(row, today()), after.isDue(mark, today()), "", true);
            marked.add(new Marked(now, before.of(key)));
        });
        return marked;
    }

    private void tell(List<Marked> marked, ReadTogether read) throws ProblemException {
        List<NoteEntry> entries = marked.stream().map(Marked::now).toList();
        var reports = new NoteReports(texts(), session().clock(), common.json);
        if (common.json) {
            ReportOutput.rows(FileOption.Form.jsonl,
                    reports.marked(entries, marked.stream().map(Marked::before).toList(), read), out());
        } else {
            long changed = marked.stream().filter(Marked::isChanged).count();
            say("cli.mark.done", changed, marked.size() - changed);
            ReportTable.print(texts(), reports.of(entries, read), MOST_CHARACTERS, "", out());
            marked.forEach(this::tellWhatWas);
        }
        out().flush();
    }

    private void tellWhatWas(Marked one) {
        InvoiceMark before = one.before();
        if (!before.note().isEmpty() && !before.note().equals(one.now().mark().note())) {
            say("cli.mark.note-was", one.name(), before.note());
        }
        if (before.remindOn() != null && !before.remindOn().equals(one.now().mark().remindOn())) {
            say("cli.mark.remind-was", one.name(),
                    new DateText(texts(), session().clock().getZone()).day(before.remindOn()));
        }
    }
}
