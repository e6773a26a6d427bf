package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Money;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.Statement;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.StatementText;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes of the accounts of a partner what is listed: for people one list each, for programs all in one. */
public final class StatementReports {
    private final Texts texts;
    private final DateText dates;
    private final StatementText words;
    private final ConnectionProfile connection;
    private final boolean open;
    private final CopyFoot copyFoot;
    private final List<String> kept;

    /** What a row has: what people read, all that there is, and all with the connection it is of. */
    private enum Fields {
        SHORT,
        WHOLE,
        NAMED
    }

    /**
     * Of a partner of this connection.
     *
     * @param open only what was open on the last day
     */
    public StatementReports(Texts texts, Clock clock, ConnectionProfile connection, boolean open) {
        this.texts = texts;
        this.dates = new DateText(texts, clock.getZone());
        this.words = new StatementText(texts, dates);
        this.connection = connection;
        this.open = open;
        copyFoot = new CopyFoot(texts, clock, ReadTogether.only(connection));
        kept = KeptNote.of(texts, ReadTogether.only(connection));
    }

    /** One report for each company and currency. */
    public List<Report> forPeople(List<PartnerAccount> accounts) {
        return accounts.stream().map(this::forPeople).toList();
    }

    /**
     * Writes them in any form as they are sent to the partner, who is told nothing of how the owner calls the connection.
     *
     * @throws IOException what the stream throws
     */
    public void write(ReportFormat format, Correspondents correspondents, List<PartnerAccount> accounts,
            OutputStream out) throws IOException, ProblemException {
        switch (format) {
            case PDF -> new StatementPaper(texts, correspondents, open, kept, account -> foot(List.of(account)))
                    .write(accounts, out);
            case XLSX -> new Reports(texts).write(format, forPeople(accounts), out);
            case CSV, JSONL -> new Reports(texts).write(format, List.of(whole(accounts, false)), out);
        }
    }

    /** The same to be taken away: who writes is looked for among all partners, and so only when it is written. */
    public FileTakeaway letter(InvoiceReader reader, long partner, List<PartnerAccount> accounts) {
        return FileTakeaway.letter((format, out, steps) -> write(format,
                Correspondents.of(reader, connection.id(), partner, accounts), accounts, out));
    }

    private Report forPeople(PartnerAccount account) {
        Statement statement = shown(account);
        String name = Ref.nameOf(statement.partner());
        var notes = new ArrayList<String>();
        notes.add(texts.get("statement.stamp", dates.day(statement.to()), statement.currency()));
        if (statement.company() != null) {
            notes.add(statement.company().name());
        }
        notes.addAll(OverdueNote.of(texts, new MoneyText(texts), account));
        notes.addAll(kept);
        notes.addAll(UncertainNote.of(texts, account.uncertain()));
        return new Report(texts.get("statement.sheet", statement.currency()), texts.get("statement.title", name), notes,
                foot(List.of(account)), columns(Fields.SHORT), sink -> rows(sink, statement, Fields.SHORT));
    }

    /** All accounts with every field. */
    public Report forPrograms(List<PartnerAccount> accounts) {
        return whole(accounts, true);
    }

    /** @param named whether each row says of which connection it is */
    private Report whole(List<PartnerAccount> accounts, boolean named) {
        Fields fields = named ? Fields.NAMED : Fields.WHOLE;
        return new Report("statement", "statement", List.of(), foot(accounts), columns(fields), sink -> {
            for (PartnerAccount account : accounts) {
                rows(sink, shown(account), fields);
            }
        });
    }

    /** Of the companies that the accounts are with: a partner gets it. */
    private String foot(List<PartnerAccount> accounts) {
        return copyFoot.ofSums(connection,
                accounts.stream().map(one -> Ref.nameOf(one.everything().company())).distinct()
                        .filter(name -> !name.isEmpty()).collect(Collectors.joining(", ")));
    }

    /** Whether no row is listed of any of them: nothing is open, or nothing was booked up to the day. */
    public boolean areEmpty(List<PartnerAccount> accounts) {
        return accounts.stream().map(this::shown)
                .allMatch(statement -> statement.from() == null && statement.lines().isEmpty());
    }

    private Statement shown(PartnerAccount account) {
        return open ? account.everything().openOnly() : account.statement();
    }

    private List<Column> columns(Fields fields) {
        boolean whole = fields != Fields.SHORT;
        var columns = new ArrayList<Column>();
        if (fields == Fields.NAMED) {
            columns.add(Column.text("connection", ""));
            columns.add(Column.text("connection_id", ""));
        }
        if (whole) {
            columns.add(Column.text("company", ""));
            columns.add(Column.whole("partner_id", ""));
            columns.add(Column.text("partner", ""));
            columns.add(Column.whole("move_id", ""));
            columns.add(Column.text("kind", ""));
        }
        columns.add(Column.day("date", texts.get("statement.column.date")));
        columns.add(Column.text("document", texts.get("statement.column.document")));
        columns.add(Column.text("about", texts.get("statement.column.about")));
        if (whole) {
            columns.add(Column.day("date_maturity", ""));
            columns.add(Column.whole("days", ""));
        }
        columns.add(Column.money("amount", texts.get("statement.column.amount")));
        if (whole || open) {
            columns.add(Column.money("open", texts.get("statement.column.open")));
        }
        columns.add(Column.money("balance", texts.get("statement.column.balance")));
        if (whole) {
            columns.add(Column.text("move_name", ""));
            columns.add(Column.text("journal", ""));
            columns.add(Column.text("ref", ""));
            columns.add(Column.flag("exact", ""));
        }
        return columns;
    }

    private void rows(ReportRows.Sink sink, Statement statement, Fields fields) {
        boolean whole = fields != Fields.SHORT;
        if (statement.from() != null) {
            var cells = head(statement, 0, "opening", fields);
            cells.add(Cell.day(statement.from()));
            cells.add(Cell.text(texts.get("statement.opening")));
            cells.add(Cell.EMPTY);
            if (whole) {
                cells.add(Cell.EMPTY);
                cells.add(Cell.EMPTY);
            }
            cells.add(Cell.EMPTY);
            if (whole || open) {
                cells.add(Cell.EMPTY);
            }
            cells.add(money(statement.opening()));
            if (whole) {
                cells.addAll(List.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.flag(statement.exact())));
            }
            sink.row(ReportRow.notAdded(cells));
        }
        for (Statement.Line line : statement.lines()) {
            var cells = head(statement, line.invoice(), line.event().key(), fields);
            cells.add(Cell.day(line.date()));
            cells.add(Cell.text(words.inStatement(line.entry())));
            cells.add(Cell.text(words.about(line.event(), line.entry(), line.settles(), line.due(), line.late(),
                    line.amount().signum() < 0)));
            if (whole) {
                cells.add(Cell.day(line.due()));
                cells.add(Cell.whole(line.days()));
            }
            cells.add(money(line.amount()));
            if (whole || open) {
                cells.add(money(line.open()));
            }
            cells.add(money(line.balance()));
            if (whole) {
                cells.add(Cell.text(line.entry().number()));
                cells.add(Cell.text(line.entry().journal()));
                cells.add(Cell.text(line.entry().reference()));
                cells.add(Cell.flag(line.exact()));
            }
            sink.row(ReportRow.notAdded(cells));
        }
    }

    private List<Cell> head(Statement statement, long invoice, String kind, Fields fields) {
        var cells = new ArrayList<Cell>();
        if (fields == Fields.NAMED) {
            cells.add(Cell.text(connection.name()));
            cells.add(Cell.text(connection.id().value()));
        }
        if (fields != Fields.SHORT) {
            cells.add(Cell.text(Ref.nameOf(statement.company())));
            cells.add(statement.partner() == null ? Cell.EMPTY : Cell.whole(statement.partner().id()));
            cells.add(Cell.text(Ref.nameOf(statement.partner())));
            cells.add(invoice == 0 ? Cell.EMPTY : Cell.whole(invoice));
            cells.add(Cell.text(kind));
        }
        return cells;
    }

    private static Cell money(Money money) {
        return Cell.money(money.amount(), money.currency());
    }
}
