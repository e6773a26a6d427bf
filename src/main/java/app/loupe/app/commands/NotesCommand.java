package app.loupe.app.commands;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.Partner;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.NoteEntry;
import app.loupe.export.NoteReports;
import app.loupe.export.Report;
import app.loupe.review.MarkChoice;
import app.loupe.review.Marks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what the owner wrote to invoices and partners. Needs no network, and sends nothing anywhere. */
@Command(name = "notes")
final class NotesCommand extends ReportCommand {
    @Option(names = "--flagged")
    boolean flagged;

    @Option(names = "--reviewed")
    boolean reviewed;

    @Option(names = "--with-note")
    boolean withNote;

    @Option(names = "--due")
    boolean due;

    @Mixin
    final DaysOption days = new DaysOption();

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    NotesCommand(Session session) {
        super(session);
    }

    /** What the owner wrote is all there, whatever the copy holds. */
    @Override
    boolean isOfKeptDays() {
        return false;
    }

    @Override
    void check(FileOption.Form form) {
        days.span(texts());
        currency.code(texts());
    }

    @Override
    String none() {
        return texts().get("cli.notes.none");
    }

    @Override
    Report report(Services services, boolean forPrograms) throws ProblemException {
        ReadTogether read = toRead(services, id);
        var connections = new LinkedHashMap<ConnectionId, ConnectionProfile>();
        read.connections().forEach(profile -> connections.put(profile.id(), profile));
        return new NoteReports(texts(), session().clock(), forPrograms).of(entries(services, connections), read)
                .noted(currency.notes(texts(), days.notes(texts(), session().clock().getZone()), chosen()));
    }

    /** What the owner wrote may be here without the copy: it outlives a deletion when the owner chose so. */
    @Override
    boolean isUnread(Services services, List<ConnectionProfile> connections) throws ProblemException {
        Set<ConnectionId> ids = new Chosen(connections).ids();
        return services.notes().marks(ids).isEmpty() && services.notes().partnerNotes(ids).isEmpty()
                && super.isUnread(services, connections);
    }

    /** Which of them, in words; each option leaves others out. */
    private List<String> chosen() {
        var chosen = new ArrayList<String>();
        Map.of("flagged", flagged, "reviewed", reviewed, "with-note", withNote, "due", due).entrySet().stream()
                .filter(Map.Entry::getValue).map(Map.Entry::getKey).sorted()
                .forEach(option -> chosen.add(texts().get("cli.notes.only." + option)));
        return chosen;
    }

    private List<NoteEntry> entries(Services services, Map<ConnectionId, ConnectionProfile> connections)
            throws ProblemException {
        currency.demandOneOf(services.invoices(), connections.keySet(), Set.of(), texts());
        Map<InvoiceKey, InvoiceMark> written = services.notes().marks(connections.keySet());
        var marks = new Marks(written, services.notes().news(connections.keySet()), session().clock().getZone());
        Map<InvoiceKey, InvoiceRow> rows = services.invoices().rows(connections.keySet()).stream()
                .filter(row -> written.containsKey(row.key()))
                .collect(Collectors.toMap(InvoiceRow::key, row -> row));
        LocalDate today = LocalDate.now(session().clock());
        var entries = new ArrayList<NoteEntry>();
        written.forEach((key, mark) -> {
            ConnectionProfile profile = connections.get(key.connection());
            if (profile != null && mark.isWritten()) {
                Optional<InvoiceRow> row = Optional.ofNullable(rows.get(key));
                entries.add(new NoteEntry(profile, key.id(), row, mark,
                        row.flatMap(one -> marks.inbox(one, today)), marks.isDue(mark, today), "", true));
            }
        });
        for (var note : services.notes().partnerNotes(connections.keySet()).entrySet()) {
            PartnerKey key = note.getKey();
            ConnectionProfile profile = connections.get(key.connection());
            if (profile != null) {
                entries.add(NoteEntry.ofPartner(profile, key.id(), services.invoices()
                        .partner(key.connection(), key.id()).map(Partner::name).orElse(""), note.getValue()));
            }
        }
        entries.removeIf(entry -> !isAsked(entry));
        entries.sort(Comparator.comparing((NoteEntry entry) -> entry.connection().name())
                .thenComparing(entry -> !entry.isOfInvoice()).thenComparingLong(NoteEntry::id));
        return entries;
    }

    /** All that are asked for must hold. */
    private boolean isAsked(NoteEntry entry) {
        return (!flagged || entry.mark().flagged())
                && (!reviewed || entry.inbox().equals(Optional.of(MarkChoice.REVIEWED)))
                && (!withNote || !entry.mark().note().isEmpty()) && (!due || entry.due())
                && isOfAskedInvoice(entry);
    }

    /** By day and currency invoices are chosen: what is written to a partner, or to one that is not here, has neither. */
    private boolean isOfAskedInvoice(NoteEntry entry) {
        DayRange.Span span = days.span(texts());
        boolean any = span.isAll() && currency.code(texts()).isEmpty();
        return any || entry.row().filter(row -> currency.takes(row.amounts().currency()))
                .filter(row -> span.takes(row.invoiceDate())).isPresent();
    }
}
