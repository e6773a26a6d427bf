package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.Cell;
import app.loupe.export.Column;
import app.loupe.export.Report;
import app.loupe.export.ReportRow;
import app.loupe.export.Reports;
import app.loupe.owed.PartnerBalance;
import app.loupe.owed.PartnerList;
import app.loupe.owed.PartnerOrder;
import app.loupe.owed.PaymentHabit;
import app.loupe.text.DateText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--currency", paramLabel = "CODE")
    String currency = "";

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
    }

    @Override
    void list(Services services, FileOption.Form form, PrintWriter to) throws ProblemException {
        Report report = report(services, ReportOutput.isForPrograms(form));
        if (ReportOutput.isForPrograms(form)) {
            ReportOutput.rows(form, report, to);
        } else {
            output().table(report, texts().get("cli.partners.none"), to);
        }
    }

    @Override
    void export(Services services, FileOption.Form form, OutputStream to) throws IOException, ProblemException {
        new Reports(texts()).write(form.binary().orElseThrow(), List.of(report(services, false)), to);
    }

    private ReportOutput output() {
        return new ReportOutput(texts(), session().clock());
    }

    private LocalDate day() {
        return asOf == null
                ? LocalDate.now(session().clock())
                : DayRange.demand(asOf, "--as-of", texts());
    }

    private Report report(Services services, boolean whole) throws ProblemException {
        ReadTogether read = toRead(services, id);
        Map<ConnectionId, ConnectionProfile> profiles = read.connections().stream()
                .collect(Collectors.toMap(ConnectionProfile::id, profile -> profile));
        PartnerList all = PartnerList.of(services.shelf().subledgers(profiles.keySet()), payable, day(),
                LocalDate.now(session().clock()));
        var selection = new AgedSelection(partner);
        List<PartnerList.Entry> chosen = all.find("", order(), sort != Sort.name).stream()
                .filter(entry -> selection.takes(entry.balance().partner()))
                .filter(entry -> currency.isEmpty() || entry.balance().balance().currency().equalsIgnoreCase(currency))
                .toList();
        String title = texts().get(payable ? "nav.vendors" : "nav.customers");
        String stamp = texts().get("day.as-of", new DateText(texts(), session().clock().getZone()).day(day()));
        return new Report(title, title, List.of(stamp), output().foot(read.connections()),
                columns(whole, read.areSeveral()), sink -> {
                    for (PartnerList.Entry entry : chosen) {
                        ConnectionProfile profile = profiles.get(entry.connection());
                        if (profile != null) {
                            sink.row(ReportRow.in("", cells(entry, profile, whole, read.areSeveral())));
                        }
                    }
                });
    }

    private PartnerOrder order() {
        return switch (sort) {
            case name -> PartnerOrder.NAME;
            case balance -> PartnerOrder.BALANCE;
            case overdue -> PartnerOrder.OVERDUE;
            case late -> PartnerOrder.LATE_BY;
        };
    }

    private List<Column> columns(boolean whole, boolean several) {
        var columns = new ArrayList<Column>();
        if (whole || several) {
            columns.add(Column.text("connection", texts().get("partners.column.connection")));
        }
        if (whole) {
            columns.add(Column.text("connection_id", ""));
            columns.add(Column.whole("partner_id", ""));
        }
        columns.add(Column.text("partner", texts().get(payable ? "partners.vendor" : "partners.customer")));
        columns.add(Column.text("company", texts().get("partners.column.company")));
        columns.add(Column.total("balance", texts().get("partners.column.balance")));
        columns.add(Column.total("overdue", texts().get("partners.column.overdue")));
        columns.add(Column.quantity("pays_after",
                texts().get(payable ? "partners.column.paid-after" : "partners.column.pays-after")));
        columns.add(Column.quantity("late_by", texts().get("partners.column.late-by")));
        columns.add(Column.whole("open_invoices", texts().get("partners.column.open")));
        columns.add(Column.day("last_invoice",
                texts().get(payable ? "partners.column.last-bill" : "partners.column.last-invoice")));
        return columns;
    }

    private List<Cell> cells(PartnerList.Entry entry, ConnectionProfile profile, boolean whole, boolean several) {
        PartnerBalance balance = entry.balance();
        var cells = new ArrayList<Cell>();
        if (whole || several) {
            cells.add(Cell.text(profile.name()));
        }
        if (whole) {
            cells.add(Cell.text(profile.id().value()));
            cells.add(balance.partner() == null ? Cell.EMPTY : Cell.whole(entry.partner()));
        }
        cells.add(Cell.text(whole || !entry.name().isEmpty() ? entry.name() : texts().get("partners.nobody")));
        cells.add(Cell.text(entry.company()));
        cells.add(Cell.money(balance.balance().amount(), balance.balance().currency()));
        cells.add(Cell.money(balance.overdue().amount(), balance.overdue().currency()));
        cells.add(days(entry.habit(), PaymentHabit::paysAfter));
        cells.add(days(entry.habit(), PaymentHabit::lateBy));
        cells.add(Cell.whole(balance.openInvoices()));
        cells.add(Cell.day(balance.lastInvoice()));
        return cells;
    }

    /** To a tenth of a day. */
    private static Cell days(@Nullable PaymentHabit habit, ToDoubleFunction<PaymentHabit> days) {
        return habit == null
                ? Cell.EMPTY
                : Cell.quantity(BigDecimal.valueOf(days.applyAsDouble(habit)).setScale(1, RoundingMode.HALF_UP));
    }
}
