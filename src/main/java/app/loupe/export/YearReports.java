package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Money;
import app.loupe.domain.Ref;
import app.loupe.domain.ReadTogether;
import app.loupe.owed.PartnerAccount;
import app.loupe.text.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Makes of the calendar years of a partner's account what is put into a file, in every form. */
public final class YearReports {
    private final Texts texts;
    private final Clock clock;
    private final ConnectionProfile connection;
    private final boolean payable;

    /**
     * In these words, for an account in this connection.
     *
     * @param payable whether of a vendor
     */
    public YearReports(Texts texts, Clock clock, ConnectionProfile connection, boolean payable) {
        this.texts = texts;
        this.clock = clock;
        this.connection = connection;
        this.payable = payable;
    }

    /**
     * One row for each year, the present one first; with every field for programs.
     *
     * @param title of the list
     * @param notes lines below it
     */
    public Report of(PartnerAccount account, String title, List<String> notes, boolean forPrograms) {
        ReadTogether read = ReadTogether.only(connection);
        return new Report(texts.get("partner.part.history"), title, notes,
                new CopyFoot(texts, clock, read).text(),
                columns(forPrograms),
                sink -> account.years().forEach(year -> sink.row(ReportRow.in("", cells(account, year, forPrograms)))))
                .noted(KeptNote.of(texts, read)).noted(UncertainNote.of(texts, account.uncertain()));
    }

    private List<Column> columns(boolean forPrograms) {
        var columns = new ArrayList<Column>();
        if (forPrograms) {
            columns.add(Column.text("connection", ""));
            columns.add(Column.text("connection_id", ""));
            columns.add(Column.text("company", ""));
            columns.add(Column.whole("partner_id", ""));
            columns.add(Column.text("partner", ""));
        }
        columns.add(Column.text("year", texts.get("statement.column.year")));
        columns.add(Column.whole("documents", texts.get("statement.column.documents")));
        columns.add(Column.total("invoiced", texts.get(payable ? "statement.billed" : "statement.invoiced")));
        columns.add(Column.total("settled", texts.get("statement.settled")));
        columns.add(Column.money("balance", texts.get("statement.column.balance-then")));
        return columns;
    }

    private List<Cell> cells(PartnerAccount account, PartnerAccount.Year year, boolean forPrograms) {
        var cells = new ArrayList<Cell>();
        if (forPrograms) {
            cells.add(Cell.text(connection.name()));
            cells.add(Cell.text(connection.id().value()));
            Ref partner = account.everything().partner();
            cells.add(Cell.text(Ref.nameOf(account.everything().company())));
            cells.add(partner == null ? Cell.EMPTY : Cell.whole(partner.id()));
            cells.add(Cell.text(Ref.nameOf(partner)));
        }
        cells.add(Cell.text(Integer.toString(year.year())));
        cells.add(Cell.whole(year.documents()));
        cells.add(money(year.invoiced()));
        cells.add(money(year.settled()));
        cells.add(money(year.balance()));
        return cells;
    }

    private static Cell money(Money money) {
        return Cell.money(money.amount(), money.currency());
    }
}
