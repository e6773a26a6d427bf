package app.loupe.app.commands;

import app.loupe.domain.Chosen;
import app.loupe.export.OverviewFile;
import app.loupe.export.ReportFormat;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.KeptDays;
import app.loupe.domain.Money;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.Owing;
import app.loupe.owed.Subledger;
import app.loupe.review.Books;
import app.loupe.review.CurrencyViews;
import app.loupe.review.Marks;
import app.loupe.review.Overview;
import app.loupe.text.MoneyText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Tells what the first screen tells, as of today or a day before and in one money: what is owed, late, invoiced, sold and
 * expected. Needs no network.
 */
@Command(name = "overview")
final class OverviewCommand extends FileCommand {
    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate asOf;

    @Option(names = "--as-booked")
    boolean asBooked;

    OverviewCommand(Session session) {
        super(session);
    }

    @Override
    void check(FileOption.Form form) {
        day();
        currency.code(texts());
    }

    @Override
    void list(Services services, FileOption.Form form, PrintWriter to) throws ProblemException {
        Told told = told(services, form);
        OverviewFile overview = told.file();
        switch (form) {
            case table -> {
                ReportOutput.notes(overview.notes().stream().filter(note -> !kept().contains(note)).toList(), to);
                if (!told.isEmpty()) {
                    to.println();
                    new OverviewTable(texts(), this.file.output != null).print(to, overview.reports());
                }
            }
            case csv -> overview.lines(ReportFormat.CSV, to);
            case jsonl -> overview.lines(ReportFormat.JSONL, to);
            case xlsx, pdf -> throw new IllegalArgumentException(form.name());
        }
    }

    @Override
    void export(Services services, FileOption.Form form, OutputStream to) throws IOException, ProblemException {
        told(services, form).file().write(form.binary().orElseThrow(), to);
    }

    /** What is told; empty is that in which there is no posted document yet, and so no currency. */
    private record Told(OverviewFile file, boolean isEmpty) {}

    private Told told(Services services, FileOption.Form form) throws ProblemException {
        ReadTogether read = toRead(services, id);
        Set<ConnectionId> ids = new Chosen(read.connections()).ids();
        Books books = services.shelf().withLines(ids);
        List<CurrencyView> all = CurrencyViews.of(books);
        if (all.isEmpty()) {
            listsNothing();
        }
        List<CurrencyView> possible = all.stream()
                .filter(one -> one instanceof CurrencyView.OfCompanies == asBooked).toList();
        CurrencyView view = all.isEmpty() ? new CurrencyView.OfDocuments("") : view(possible);
        Map<ConnectionId, Subledger> ledgers = services.shelf().subledgers(ids);
        LocalDate today = LocalDate.now(session().clock());
        var marks = new Marks(services.notes().marks(ids), services.notes().news(ids), session().clock().getZone());
        Overview overview = Overview.of(books, ledgers, view, day(), today).marked(books, marks, today)
                .kept(KeptDays.of(read.connections()));
        if (overview.uncertain() > 0) {
            notice(Problem.of(ProblemCode.AGED_UNCERTAIN, Long.toString(overview.uncertain())));
        }
        if (currency.code(texts()).isEmpty() && !ReportOutput.isForPrograms(form)) {
            for (boolean payable : List.of(false, true)) {
                tellOthers(payable, possible.stream().filter(other -> !other.equals(view))
                        .map(other -> Owing.of(ledgers, other, payable, day(), today).outstanding())
                        .filter(owed -> owed.signum() > 0).toList());
            }
        }
        return new Told(new OverviewFile(texts(), session().clock(), read, overview), all.isEmpty());
    }

    /** Says in one line that customers owe in other currencies, too, or vendors are owed: what is shown is not all. */
    private void tellOthers(boolean payable, List<Money> owed) {
        if (!owed.isEmpty()) {
            var money = new MoneyText(texts());
            remark(texts().get(payable ? "cli.overview.others.payable" : "cli.overview.others",
                    String.join(", ", owed.stream().map(money::format).toList()),
                    String.join(", ", owed.stream().map(Money::currency).toList())));
        }
    }

    private LocalDate day() {
        return DayRange.asOfPast(asOf, LocalDate.now(session().clock()), texts());
    }

    /** The money that was asked for, else the one of most documents; refuses one that the books do not have. */
    private CurrencyView view(List<CurrencyView> possible) {
        String wanted = currency.code(texts());
        return possible.stream().filter(view -> wanted.isEmpty() || view.currency().equals(wanted)).findFirst()
                .orElseThrow(() -> new UsageException(possible.isEmpty()
                        ? texts().get("cli.overview.booked.nothing")
                        : texts().get(asBooked ? "cli.overview.booked.none" : "cli.overview.documents.none",
                                String.join(", ", possible.stream().map(CurrencyView::currency).toList()))));
    }
}
