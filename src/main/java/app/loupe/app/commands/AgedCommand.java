package app.loupe.app.commands;

import app.loupe.export.AgedFile;
import app.loupe.export.CopyFoot;
import app.loupe.export.ReportFormat;
import app.loupe.export.AgedEntry;
import app.loupe.export.AgedReports;
import app.loupe.export.FilterNotes;
import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Money;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedOrder;
import app.loupe.owed.AgedRow;
import app.loupe.owed.CurrencyOrder;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.Subledger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Lists what customers owe, or vendors are owed, as of a day and by how late it is, or the open items behind it. Needs no
 * network.
 */
@Command(name = "aged")
final class AgedCommand extends FileCommand {
    /** What lateness is counted from; lower case on the command line. */
    enum By {
        due,
        invoice
    }

    /** What stands first; lower case on the command line. */
    enum Sort {
        amount,
        name,
        oldest
    }

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate asOf;

    @Option(names = "--payable")
    boolean payable;

    @Option(names = "--by", paramLabel = "DATE")
    By by = By.due;

    @Option(names = "--sort", paramLabel = "ORDER")
    Sort sort = Sort.amount;

    @Option(names = "--partner", paramLabel = "ID|NAME")
    String partner = "";

    @Option(names = "--rows")
    boolean rows;

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    @Option(names = "--as-booked")
    boolean asBooked;

    AgedCommand(Session session) {
        super(session);
    }

    @Override
    void check(FileOption.Form form) {
        balance();
        currency.code(texts());
    }

    /** What is listed: sums, or the items behind them. */
    private record Aged(ReadTogether read, AgedBalance balance, List<AgedEntry<AgedRow>> sums,
            List<AgedEntry<AgedItem>> items) {}

    @Override
    void list(Services services, FileOption.Form form, PrintWriter to) throws ProblemException {
        Aged aged = aged(services);
        switch (form) {
            case table -> table(aged, to);
            case csv -> file(aged, List.of()).lines(ReportFormat.CSV, to);
            case jsonl -> file(aged, List.of()).lines(ReportFormat.JSONL, to);
            case xlsx, pdf -> throw new IllegalArgumentException(form.name());
        }
        if (asBooked && form == FileOption.Form.table) {
            to.println(booked(aged.balance()));
        }
        tellUncertain(aged);
    }

    @Override
    void export(Services services, FileOption.Form form, OutputStream to) throws IOException, ProblemException {
        Aged aged = aged(services);
        var notes = new ArrayList<String>();
        notes.add(AgedReports.title(texts(), session().clock(), aged.balance()));
        if (asBooked) {
            notes.add(booked(aged.balance()));
        }
        notes.addAll(FilterNotes.of(texts(), FilterNotes.search(texts(), partner, currency.code(texts()))));
        file(aged, notes).write(form.binary().orElseThrow(), to);
        tellUncertain(aged);
    }

    private AgedFile file(Aged aged, List<String> notes) {
        var reports = new AgedReports(texts(), payable, aged.read(), notes,
                new CopyFoot(texts(), session().clock(), aged.read()).text());
        return rows
                ? AgedFile.items(texts(), reports, aged.items())
                : AgedFile.sums(texts(), reports, aged.sums());
    }

    private String booked(AgedBalance balance) {
        return texts().get(balance.asOf().isBefore(balance.today()) ? "aged.hint.split" : "aged.hint.booked");
    }

    private Aged aged(Services services) throws ProblemException {
        AgedBalance balance = balance();
        ReadTogether read = toRead(services, id);
        var sums = new ArrayList<AgedEntry<AgedRow>>();
        var items = new ArrayList<AgedEntry<AgedItem>>();
        Map<ConnectionId, Subledger> ledgers = services.shelf().subledgers(
                new Chosen(read.connections()).ids());
        if (asBooked) {
            currency.demandBooked(ledgers, texts());
        } else {
            currency.demandOneOf(ledgers, texts());
        }
        tellUnlike(partner, partners(ledgers));
        var selection = new AgedSelection(partner, partners(ledgers));
        for (ConnectionProfile profile : read.connections()) {
            age(profile, balance, ledgers.getOrDefault(profile.id(), Subledger.EMPTY), selection, sums, items);
        }
        if (sums.isEmpty() && items.isEmpty()) {
            listsNothing();
        }
        return new Aged(read, balance, sums, items);
    }

    private Stream<@Nullable Ref> partners(Map<ConnectionId, Subledger> ledgers) {
        return ledgers.values().stream().flatMap(ledger -> ledger.items().stream())
                .filter(item -> item.payable() == payable).map(OwedItem::partner);
    }

    private void tellUncertain(Aged aged) {
        long uncertain = rows
                ? aged.items().stream().filter(entry -> !entry.aged().exact()).count()
                : aged.sums().stream().filter(entry -> !entry.aged().exact()).count();
        if (uncertain > 0) {
            notice(Problem.of(ProblemCode.AGED_UNCERTAIN, Long.toString(uncertain)));
        }
    }

    /** Everything takes part in finding out what was open; only then comes the choice. */
    private void age(ConnectionProfile profile, AgedBalance balance, Subledger owed, AgedSelection selection,
            List<AgedEntry<AgedRow>> sums, List<AgedEntry<AgedItem>> items) {
        if (rows) {
            List<AgedItem> all = items(balance, owed);
            all.stream().filter(aged -> selection.takes(aged.partner()) && isAsked(aged.owed()))
                    .sorted(order().items(CurrencyOrder.of(all, AgedItem::owed)))
                    .forEach(aged -> items.add(new AgedEntry<>(profile, aged)));
        } else {
            List<AgedRow> all = rows(balance, owed);
            all.stream().filter(row -> selection.takes(row.partner()) && isAsked(row.total()))
                    .sorted(order().rows(CurrencyOrder.of(all, AgedRow::total)))
                    .forEach(row -> sums.add(new AgedEntry<>(profile, row)));
        }
    }

    private List<AgedRow> rows(AgedBalance balance, Subledger owed) {
        return asBooked
                ? owed.companyCurrencies().stream()
                        .flatMap(own -> balance.rows(owed, new CurrencyView.OfCompanies(own)).stream()).toList()
                : balance.rows(owed);
    }

    private List<AgedItem> items(AgedBalance balance, Subledger owed) {
        return asBooked
                ? owed.companyCurrencies().stream()
                        .flatMap(own -> balance.openItems(owed, new CurrencyView.OfCompanies(own)).stream()).toList()
                : balance.openItems(owed);
    }

    private boolean isAsked(Money amount) {
        return currency.takes(amount.currency());
    }

    private void table(Aged aged, PrintWriter to) {
        boolean several = aged.read().areSeveral();
        var table = new AgedTable(texts(), several);
        to.println(AgedReports.title(texts(), session().clock(), aged.balance()));
        if (rows ? aged.items().isEmpty() : aged.sums().isEmpty()) {
            nothing(to);
        } else if (rows) {
            new AgedItems(aged.items()).print(to, texts(), session().clock(), payable, several);
        } else {
            table.print(to, payable, aged.sums());
        }
    }

    private void nothing(PrintWriter to) {
        to.println(none(partner.isBlank()
                ? texts().get("cli.aged.none")
                : texts().get("cli.aged.none-of", partner.strip())));
    }

    private AgedOrder order() {
        return switch (sort) {
            case amount -> AgedOrder.AMOUNT;
            case name -> AgedOrder.NAME;
            case oldest -> AgedOrder.OLDEST;
        };
    }

    private AgedBalance balance() {
        LocalDate today = LocalDate.now(session().clock());
        return new AgedBalance(DayRange.asOf(asOf, today, texts()), payable, switch (by) {
            case due -> AgedBalance.By.DUE;
            case invoice -> AgedBalance.By.INVOICE;
        }, today);
    }
}
