package app.loupe.app.commands;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.Report;
import app.loupe.export.Reports;
import app.loupe.owed.PartnerList;
import app.loupe.owed.PartnerOrder;
import app.loupe.owed.Subledger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import app.loupe.export.FilterNotes;
import app.loupe.export.PartnerReports;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists customers, or vendors, with what they owe or are owed and how they pay. Needs no network. */
abstract class PartnersCommand extends FileCommand {
    /** What stands first; lower case on the command line. */
    enum Sort {
        name,
        balance,
        overdue,
        late
    }

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate asOf;

    @Option(names = "--partner", paramLabel = "ID|NAME")
    String partner = "";

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    @Option(names = "--sort", paramLabel = "ORDER")
    Sort sort = Sort.balance;

    private final boolean payable;

    PartnersCommand(Session session, boolean payable) {
        super(session);
        this.payable = payable;
    }

    @Override
    void check(FileOption.Form form) {
        day();
        currency.code(texts());
    }

    @Override
    void list(Services services, FileOption.Form form, PrintWriter to) throws ProblemException {
        Report report = report(services, ReportOutput.isForPrograms(form));
        if (ReportOutput.isForPrograms(form)) {
            ReportOutput.rows(form, report, to);
        } else {
            output().table(report.without(kept()), none(texts().get("cli.partners.none")), to);
        }
    }

    @Override
    void export(Services services, FileOption.Form form, OutputStream to) throws IOException, ProblemException {
        new Reports(texts()).write(form.binary().orElseThrow(), List.of(report(services, false)), to);
    }

    private ReportOutput output() {
        return new ReportOutput(texts());
    }

    private LocalDate day() {
        return DayRange.asOf(asOf, LocalDate.now(session().clock()), texts());
    }

    private Report report(Services services, boolean whole) throws ProblemException {
        ReadTogether read = toRead(services, id);
        Set<ConnectionId> ids = new Chosen(read.connections()).ids();
        Map<ConnectionId, Subledger> ledgers = services.shelf().subledgers(ids);
        currency.demandOneOf(ledgers, texts());
        PartnerList all = PartnerList.of(ledgers, payable, day(),
                LocalDate.now(session().clock()));
        var selection = new AgedSelection(partner,
                all.find("", PartnerOrder.NAME, false).stream().map(entry -> entry.balance().partner()));
        List<PartnerList.Entry> chosen = all.find("", order(), sort != Sort.name).stream()
                .filter(entry -> selection.takes(entry.balance().partner()))
                .filter(entry -> currency.takes(entry.balance().balance().currency()))
                .toList();
        if (chosen.isEmpty()) {
            listsNothing();
        }
        tellUnlike(partner, all.find("", PartnerOrder.NAME, false).stream().map(entry -> entry.balance().partner()));
        long uncertain = chosen.stream().filter(entry -> !entry.balance().exact()).count();
        if (uncertain > 0) {
            notice(Problem.of(ProblemCode.AGED_UNCERTAIN, Long.toString(uncertain)));
        }
        return new PartnerReports(texts(), session().clock(), read, payable).of(chosen, day(), FilterNotes.of(texts(),
                FilterNotes.search(texts(), partner, currency.code(texts()))), whole);
    }

    private PartnerOrder order() {
        return switch (sort) {
            case name -> PartnerOrder.NAME;
            case balance -> PartnerOrder.BALANCE;
            case overdue -> PartnerOrder.OVERDUE;
            case late -> PartnerOrder.LATE_BY;
        };
    }
}
