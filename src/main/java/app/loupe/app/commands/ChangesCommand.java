package app.loupe.app.commands;

import app.loupe.domain.ChangeEntry;
import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.NotedChange;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.ChangeReports;
import app.loupe.export.Report;
import app.loupe.review.ChangeFeed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what syncs found changed at invoices, newest first, for the terminal or as a file. Needs no network. */
@Command(name = "changes")
final class ChangesCommand extends FileCommand {
    private static final int MOST_CHARACTERS = 100;

    @Mixin
    final DaysOption days = new DaysOption();

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    ChangesCommand(Session session) {
        super(session);
    }

    /** What syncs found is all there, whatever the copy holds. */
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
    void list(Services services, FileOption.Form form, PrintWriter out) throws ProblemException {
        ReadTogether read = toRead(services, id);
        List<ConnectionProfile> of = read.connections();
        switch (form) {
            case table -> {
                List<ChangeEntry> entries = entries(services, of);
                Report report = new ChangeReports(texts(), session().clock(), read, List.of()).of(entries,
                        ChangeFeed.rows(services.invoices(), entries));
                ReportTable.print(texts(), report, MOST_CHARACTERS, none(texts().get("cli.changes.none")), out);
            }
            case csv, jsonl ->
                ReportOutput.rows(form, ChangeReports.forPrograms(read, to -> each(services, of, end(), to)),
                        out);
            case xlsx, pdf -> throw new IllegalArgumentException(form.name());
        }
    }

    @Override
    void export(Services services, FileOption.Form form, OutputStream out) throws IOException, ProblemException {
        ReadTogether read = toRead(services, id);
        List<ConnectionProfile> of = read.connections();
        List<ChangeEntry> entries = entries(services, of);
        new ChangeReports(texts(), session().clock(), read,
                currency.notes(texts(), days.notes(texts(), session().clock().getZone())))
                .write(
                        form.binary().orElseThrow(), entries, ChangeFeed.rows(services.invoices(), entries), out);
    }

    /** The history may be here without the copy: it outlives a deletion when the owner chose so. */
    @Override
    boolean isUnread(Services services, List<ConnectionProfile> connections) throws ProblemException {
        var any = new AtomicBoolean();
        services.changes().each(
                new Chosen(connections).ids(),
                Instant.EPOCH, noted -> any.set(true));
        return !any.get() && super.isUnread(services, connections);
    }

    private List<ChangeEntry> entries(Services services, List<ConnectionProfile> of) throws ProblemException {
        Instant end = end();
        var noted = new ArrayList<NotedChange>();
        each(services, of, Instant.MAX, noted::add);
        List<ChangeEntry> entries = ChangeEntry.of(noted).stream().filter(entry -> entry.noticed().isBefore(end))
                .toList();
        if (entries.isEmpty()) {
            listsNothing();
        }
        return entries;
    }

    private Instant end() {
        return days.span(texts()).to().plusDays(1).atStartOfDay(session().clock().getZone()).toInstant();
    }

    /** Those that were found before an end: what an entry of a time says needs those that came after it. */
    private void each(Services services, List<ConnectionProfile> of, Instant end, Consumer<NotedChange> writer)
            throws ProblemException {
        ZoneId zone = session().clock().getZone();
        Set<ConnectionId> ids = new Chosen(of).ids();
        currency.demandOneOf(services.invoices(), ids, Set.of(), texts());
        Predicate<InvoiceKey> asked = inCurrency(services, ids);
        var any = new AtomicBoolean();
        services.changes().each(ids, days.from == null ? Instant.EPOCH : days.from.atStartOfDay(zone).toInstant(),
                noted -> {
                    if (noted.change().noticed().isBefore(end)
                            && asked.test(new InvoiceKey(noted.connection(), noted.change().invoice()))) {
                        any.set(true);
                        writer.accept(noted);
                    }
                });
        if (!any.get()) {
            listsNothing();
        }
    }

    /** Whether an invoice is in the currency that was named, as far as the copy has it; every one when none was. */
    private Predicate<InvoiceKey> inCurrency(Services services, Set<ConnectionId> ids) throws ProblemException {
        if (currency.code(texts()).isEmpty()) {
            return every -> true;
        }
        return services.invoices().rows(ids).stream().filter(row -> currency.takes(row.amounts().currency()))
                .map(InvoiceRow::key).collect(Collectors.toUnmodifiableSet())::contains;
    }
}
