package app.loupe.ui.aged;

import app.loupe.domain.Chosen;
import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedOrder;
import app.loupe.owed.AgedRow;
import app.loupe.owed.CurrencyOrder;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.Subledger;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.Latest;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Reads what was owed as of the day that is asked for, or the items behind one of its figures. On the FX thread only. */
final class AgedViewModel {
    private final AgedPorts ports;
    private final Background background;
    private final Wording wording;
    private final Latest<Shown> latest;
    private final ReadOnlyObjectWrapper<AgedQuestion> asked = new ReadOnlyObjectWrapper<>(AgedQuestion.FIRST);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private List<ConnectionProfile> connections = List.of();

    /**
     * The answer.
     *
     * @param read whether anything was read yet
     * @param of the connections whose figures they are
     * @param day on which they were read
     * @param title of the items behind a figure; empty for the list
     * @param split whether amounts were split over the columns in proportion
     * @param lines the figures of the list
     * @param behind the items behind a figure
     */
    record Shown(boolean read, AgedQuestion question, List<ConnectionProfile> of, LocalDate day, String title,
            List<FigureRow<AgedTarget>> rows, List<FigureFooter.Part> sums, boolean split, List<AgedRows.Line> lines,
            List<AgedRows.Behind> behind) {
        static final Shown NOTHING = nothing(AgedQuestion.FIRST);

        /** Before this is answered. */
        static Shown nothing(AgedQuestion asked) {
            return new Shown(false, asked, List.of(), LocalDate.MIN, "", List.of(), List.of(), false, List.of(),
                    List.of());
        }
    }

    AgedViewModel(AgedPorts ports, Background background, Wording wording) {
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        latest = new Latest<>(this::question, shown::set);
    }

    ReadOnlyObjectProperty<AgedQuestion> asked() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    List<ConnectionProfile> connections() {
        return connections;
    }

    /** Asks. */
    void ask(AgedQuestion question) {
        asked.set(question);
        latest.ask();
    }

    /** Of these connections. */
    void follow(List<ConnectionProfile> now) {
        if (!now.stream().map(ConnectionProfile::id).toList()
                .equals(connections.stream().map(ConnectionProfile::id).toList())) {
            shown.set(Shown.NOTHING);
        }
        connections = List.copyOf(now);
        latest.ask();
    }

    /** The copy changed. */
    void refresh() {
        latest.refresh();
    }

    /** Takes away what was written, and writes it anew. */
    void rewrite() {
        shown.set(Shown.nothing(asked.get()));
        latest.ask();
    }

    private Background.Order<Shown> question() {
        AgedQuestion question = asked.get();
        List<ConnectionProfile> of = connections;
        return background.run("read aged", () -> read(question, of));
    }

    @Blocking
    private Shown read(AgedQuestion question, List<ConnectionProfile> of) throws ProblemException {
        LocalDate today = wording.today();
        var balance = new AgedBalance(question.asOf().orElse(today), question.payable(), question.by(), today);
        Map<ConnectionId, Subledger> ledgers = ports.shelf().subledgers(new Chosen(of).ids());
        var rows = new AgedRows(wording, new Chosen(of).names());
        boolean split = question.booked() && balance.asOf().isBefore(today);
        if (question.cell().isPresent()) {
            AgedTarget.Cell cell = question.cell().get();
            List<AgedRows.Behind> behind = behind(ledgers, balance, question, cell);
            return new Shown(true, question, of, today, rows.title(cell), rows.items(behind, cell), List.of(), split,
                    List.of(), behind);
        }
        var lines = new ArrayList<AgedRows.Line>();
        ledgers.forEach((connection, ledger) -> rows(ledger, balance, question.booked())
                .forEach(row -> lines.add(new AgedRows.Line(connection, row))));
        List<AgedRows.Section> sections = AgedRows.sections(lines);
        return new Shown(true, question, of, today, "", rows.list(sections, question),
                rows.sums(sections, question.payable()), split, lines, List.of());
    }

    private static List<AgedRow> rows(Subledger ledger, AgedBalance balance, boolean booked) {
        return booked
                ? ledger.companyCurrencies().stream()
                        .flatMap(currency -> balance.rows(ledger, new CurrencyView.OfCompanies(currency)).stream())
                        .toList()
                : balance.rows(ledger);
    }

    private static List<AgedRows.Behind> behind(Map<ConnectionId, Subledger> ledgers, AgedBalance balance,
            AgedQuestion question, AgedTarget.Cell cell) {
        CurrencyView view = question.booked()
                ? new CurrencyView.OfCompanies(cell.currency())
                : new CurrencyView.OfDocuments(cell.currency());
        var items = new ArrayList<AgedRows.Behind>();
        ledgers.forEach((connection, ledger) -> balance.openItems(ledger, view).stream()
                .filter(aged -> takes(cell, connection, aged)).sorted(AgedOrder.OLDEST.items(CurrencyOrder.BY_CODE))
                .forEach(aged -> items.add(new AgedRows.Behind(connection, aged))));
        return items;
    }

    private static boolean takes(AgedTarget.Cell cell, ConnectionId connection, AgedItem aged) {
        return cell.bucket().map(bucket -> bucket == aged.bucket()).orElse(true)
                && cell.whose().map(whose -> whose.connection().equals(connection)
                        && whose.company() == Ref.idOf(aged.company())
                        && whose.partner() == Ref.idOf(aged.partner())).orElse(true);
    }
}
