package app.loupe.app.commands;

import app.loupe.export.OverviewFile;
import app.loupe.export.ReportFormat;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.owed.CurrencyView;
import app.loupe.review.Books;
import app.loupe.review.CurrencyViews;
import app.loupe.review.Overview;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        OverviewFile overview = file(services);
        switch (form) {
            case table -> {
                overview.notes().forEach(to::println);
                to.println();
                new OverviewTable(texts()).print(to, overview.entries());
            }
            case csv -> overview.lines(ReportFormat.CSV, to);
            case jsonl -> overview.lines(ReportFormat.JSONL, to);
            case xlsx, pdf -> throw new IllegalArgumentException(form.name());
        }
    }

    @Override
    void export(Services services, FileOption.Form form, OutputStream to) throws IOException, ProblemException {
        file(services).write(form.binary().orElseThrow(), to);
    }

    private OverviewFile file(Services services) throws ProblemException {
        ReadTogether read = toRead(services, id);
        Overview overview = overview(services, read);
        if (overview.uncertain() > 0) {
            notice(Problem.of(ProblemCode.AGED_UNCERTAIN, Long.toString(overview.uncertain())));
        }
        return new OverviewFile(texts(), session().clock(), read, overview);
    }

    private Overview overview(Services services, ReadTogether read) throws ProblemException {
        Set<ConnectionId> ids = read.connections().stream().map(ConnectionProfile::id)
                .collect(Collectors.toUnmodifiableSet());
        Books books = services.shelf().withLines(ids);
        return Overview.of(books, services.shelf().subledgers(ids), view(books), day(),
                LocalDate.now(session().clock()));
    }

    private LocalDate day() {
        return DayRange.asOfPast(asOf, LocalDate.now(session().clock()), texts());
    }

    /** The money that was asked for, else the one of most documents; refuses one that the books do not have. */
    private CurrencyView view(Books books) {
        List<CurrencyView> views = CurrencyViews.of(books);
        String wanted = currency.code(texts());
        List<CurrencyView> possible = views.stream()
                .filter(view -> view instanceof CurrencyView.OfCompanies == asBooked)
                .toList();
        if (wanted.isEmpty() && (!possible.isEmpty() || !asBooked)) {
            return possible.isEmpty() ? new CurrencyView.OfDocuments("") : possible.getFirst();
        }
        return possible.stream().filter(view -> view.currency().equals(wanted)).findFirst()
                .orElseThrow(() -> new UsageException(texts().get("cli.overview.no-currency",
                        String.join(", ", possible.stream().map(CurrencyView::currency).toList()))));
    }
}
