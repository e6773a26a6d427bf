package app.loupe.export;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ReadTogether;
import app.loupe.owed.PartnerBalance;
import app.loupe.owed.PartnerList;
import app.loupe.owed.PaymentHabit;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Makes of customers or vendors what is put into a file, in every form: with what they owe or are owed and how they pay. */
public final class PartnerReports {
    private final Texts texts;
    private final Clock clock;
    private final ReadTogether read;
    private final boolean payable;

    /**
     * In these words, for these connections.
     *
     * @param payable whether of vendors
     */
    public PartnerReports(Texts texts, Clock clock, ReadTogether read, boolean payable) {
        this.texts = texts;
        this.clock = clock;
        this.read = read;
        this.payable = payable;
    }

    /**
     * These, in their order, as of this day; with every field for programs.
     *
     * @param chosen lines that say which they are of all that there are
     */
    public Report of(List<PartnerList.Entry> entries, LocalDate asOf, List<String> chosen, boolean forPrograms) {
        Map<ConnectionId, ConnectionProfile> profiles = new Chosen(read.connections()).byId();
        String title = texts.get(payable ? "nav.vendors" : "nav.customers");
        String stamp = texts.get("day.as-of", new DateText(texts, clock.getZone()).day(asOf));
        var notes = new ArrayList<>(List.of(stamp));
        notes.addAll(chosen);
        return new Report(title, title, notes, new CopyFoot(texts, clock, read).text(),
                columns(forPrograms, read.areSeveral()), sink -> {
                    for (PartnerList.Entry entry : entries) {
                        ConnectionProfile profile = profiles.get(entry.connection());
                        if (profile != null) {
                            sink.row(ReportRow.in("", cells(entry, profile, forPrograms, read.areSeveral())));
                        }
                    }
                }).noted(KeptNote.of(texts, read)).noted(UncertainNote.of(texts,
                        entries.stream().filter(entry -> !entry.balance().exact()).count()));
    }

    /** In the window each figure has its unit; here they are bare numbers. */
    private String inDays(String head) {
        return texts.get("paper.in-days", texts.get(head));
    }

    private List<Column> columns(boolean whole, boolean several) {
        var columns = new ArrayList<Column>();
        if (whole || several) {
            columns.add(Column.text("connection", texts.get("partners.column.connection")));
        }
        if (whole) {
            columns.add(Column.text("connection_id", ""));
            columns.add(Column.whole("partner_id", ""));
        }
        columns.add(Column.text("partner", texts.get(payable ? "partners.vendor" : "partners.customer")));
        columns.add(Column.text("company", texts.get("partners.column.company")));
        columns.add(Column.total("balance", texts.get("partners.column.balance")));
        columns.add(Column.total("overdue", texts.get("partners.column.overdue")));
        columns.add(Column.quantity("pays_after",
                inDays(payable ? "partners.column.paid-after" : "partners.column.pays-after")));
        columns.add(Column.quantity("late_by", inDays("partners.column.late-by")));
        columns.add(Column.whole("open_invoices", texts.get("partners.column.open")));
        columns.add(Column.day("last_invoice",
                texts.get(payable ? "partners.column.last-bill" : "partners.column.last-invoice")));
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
        cells.add(Cell.text(whole || !entry.name().isEmpty() ? entry.name() : texts.get("partners.nobody")));
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
