package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedOrder;
import app.loupe.owed.AgedRow;
import app.loupe.owed.Subledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Lists what customers owe, or vendors are owed, as of a day and by how late it is, or the open items behind it. Needs no
 * network.
 */
@Command(name = "aged")
final class AgedCommand extends ListCommand {
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

    AgedCommand(Session session) {
        super(session);
    }

    @Override
    void check(FormatOption.Format form) {
        balance();
    }

    @Override
    void list(Services services, FormatOption.Format form) throws ProblemException {
        AgedBalance balance = balance();
        ReadTogether read = toRead(services, id);
        var sums = new ArrayList<AgedEntry<AgedRow>>();
        var items = new ArrayList<AgedEntry<AgedItem>>();
        Map<ConnectionId, Subledger> ledgers = services.shelf().subledgers(
                read.connections().stream().map(ConnectionProfile::id).collect(Collectors.toSet()));
        for (ConnectionProfile profile : read.connections()) {
            age(profile, balance, ledgers.getOrDefault(profile.id(), Subledger.EMPTY), sums, items);
        }
        if (rows) {
            write(form, balance, items, read.areSeveral());
        } else {
            writeSums(form, balance, sums, read.areSeveral());
        }
        long uncertain = rows
                ? items.stream().filter(entry -> !entry.aged().exact()).count()
                : sums.stream().filter(entry -> !entry.aged().exact()).count();
        if (uncertain > 0) {
            notice(Problem.of(ProblemCode.AGED_UNCERTAIN, Long.toString(uncertain)));
        }
    }

    /** Everything takes part in finding out what was open; only then comes the choice. */
    private void age(ConnectionProfile profile, AgedBalance balance, Subledger owed,
            List<AgedEntry<AgedRow>> sums, List<AgedEntry<AgedItem>> items) {
        var selection = new AgedSelection(partner);
        if (rows) {
            balance.openItems(owed).stream().filter(aged -> selection.takes(aged.item().partner()))
                    .sorted(order().items()).forEach(aged -> items.add(new AgedEntry<>(profile, aged)));
        } else {
            balance.rows(owed).stream().filter(row -> selection.takes(row.partner())).sorted(order().rows())
                    .forEach(row -> sums.add(new AgedEntry<>(profile, row)));
        }
    }

    private void write(FormatOption.Format form, AgedBalance balance, List<AgedEntry<AgedItem>> items,
            boolean several) {
        var lines = new AgedItems(items);
        switch (form) {
            case table -> {
                new AgedTable(texts(), session().clock(), several).announce(out(), balance);
                if (items.isEmpty()) {
                    nothing();
                } else {
                    lines.print(out(), texts(), session().clock(), payable, several);
                }
            }
            case csv -> lines.csv(out());
            case jsonl -> lines.json(json());
        }
    }

    private void writeSums(FormatOption.Format form, AgedBalance balance, List<AgedEntry<AgedRow>> sums,
            boolean several) {
        switch (form) {
            case table -> {
                var table = new AgedTable(texts(), session().clock(), several);
                table.announce(out(), balance);
                if (sums.isEmpty()) {
                    nothing();
                } else {
                    table.print(out(), payable, sums);
                }
            }
            case csv -> AgedLines.csv(out(), sums);
            case jsonl -> AgedLines.json(json(), sums);
        }
    }

    private void nothing() {
        if (partner.isBlank()) {
            say("cli.aged.none");
        } else {
            say("cli.aged.none-of", partner.strip());
        }
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
        LocalDate day = asOf == null ? today : DayRange.demand(asOf, "cli.misuse.as-of", texts());
        return new AgedBalance(day, payable, switch (by) {
            case due -> AgedBalance.By.DUE;
            case invoice -> AgedBalance.By.INVOICE;
        }, today);
    }
}
