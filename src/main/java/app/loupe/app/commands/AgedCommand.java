package app.loupe.app.commands;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.review.AgedBalance;
import app.loupe.review.AgedRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what customers owe, or vendors are owed, as of a day and by how late it is. Needs no network. */
@Command(name = "aged")
final class AgedCommand extends LoupeCommand {
    /** What lateness is counted from; lower case on the command line. */
    enum By {
        due,
        invoice
    }

    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate asOf;

    @Option(names = "--payable")
    boolean payable;

    @Option(names = "--by", paramLabel = "DATE")
    By by = By.due;

    @Mixin
    final FormatOption format = new FormatOption();

    AgedCommand(Session session) {
        super(session);
    }

    @Override
    boolean onlyReads() {
        return true;
    }

    @Override
    public Integer call() throws ProblemException {
        FormatOption.Format form = format.form(common.json, texts());
        AgedBalance balance = balance();
        try (Services services = open()) {
            services.warnings().forEach(this::notice);
            var rows = new ArrayList<AgedRow>();
            for (ConnectionProfile profile : choice(services).oneOrAll(id)) {
                rows.addAll(balance.rows(items(services.invoices(), profile)));
            }
            rows.sort(AgedRow.ORDER);
            switch (form) {
                case table -> new AgedTable(texts(), session().clock()).print(out(), balance, rows);
                case csv -> AgedLines.csv(out(), rows);
                case jsonl -> AgedLines.json(json(), rows);
            }
            out().flush();
            long uncertain = rows.stream().filter(row -> !row.exact()).count();
            if (uncertain > 0) {
                notice(Problem.of(ProblemCode.AGED_UNCERTAIN, Long.toString(uncertain)));
            }
        }
        return ExitCode.DONE;
    }

    private AgedBalance balance() {
        LocalDate today = LocalDate.now(session().clock());
        LocalDate day = asOf == null ? today : DayRange.demand(asOf, "cli.misuse.as-of", texts());
        return new AgedBalance(day, payable, switch (by) {
            case due -> AgedBalance.By.DUE;
            case invoice -> AgedBalance.By.INVOICE;
        }, today);
    }

    private static List<OwedItem> items(InvoiceReader reader, ConnectionProfile profile) throws ProblemException {
        var items = new ArrayList<OwedItem>();
        reader.owedItems(profile.id(), items::add);
        return items;
    }
}
