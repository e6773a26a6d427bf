package app.loupe.ui.partners;

import app.loupe.domain.Chosen;
import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.owed.PartnerList;
import app.loupe.owed.PartnerOrder;
import app.loupe.owed.Subledger;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.Latest;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Decides what the list of customers or vendors holds: whom the words find, in which order. On the FX thread only. */
final class PartnersViewModel {
    private final boolean payable;
    private final PartnersPorts ports;
    private final Background background;
    private final Wording wording;
    private final PartnersRows rows;
    private final Latest<Shown> latest;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private List<ConnectionProfile> connections = List.of();
    private String words = "";
    private PartnerOrder order = PartnerOrder.BALANCE;
    private boolean descending = true;
    private Read last = Read.NOTHING;

    /**
     * What is listed.
     *
     * @param read whether anything was read yet
     * @param of the connections whose partners they are
     * @param day on which they were read
     * @param all how many partners there are, each once
     * @param words that were searched for
     */
    record Shown(boolean read, List<ConnectionProfile> of, LocalDate day, List<FigureRow<Destination>> rows,
            List<FigureFooter.Part> sums, int all, String words, boolean companies, List<PartnerList.Entry> found) {
        static final Shown NOTHING = new Shown(false, List.of(), LocalDate.MIN, List.of(), List.of(), 0, "", false,
                List.of());
    }

    /** What the list was made of: it is found and ordered anew without another reading. */
    private record Read(Map<ConnectionId, Subledger> ledgers, LocalDate day, PartnerList list) {
        static final Read NOTHING = new Read(Map.of(), LocalDate.MIN, PartnerList.EMPTY);
    }

    PartnersViewModel(boolean payable, PartnersPorts ports, Background background, Wording wording) {
        this.payable = payable;
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        rows = new PartnersRows(payable, wording);
        latest = new Latest<>(this::question, shown::set);
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    List<ConnectionProfile> connections() {
        return connections;
    }

    String words() {
        return words;
    }

    PartnerOrder order() {
        return order;
    }

    boolean isDescending() {
        return descending;
    }

    /** Lists those of these connections. */
    void follow(List<ConnectionProfile> now) {
        take(now);
        latest.ask();
    }

    /** The same while nobody looks at the list: only when these are others, or were synced since, and nothing else is read. */
    void keepUp(List<ConnectionProfile> now) {
        if (!now.equals(connections)) {
            take(now);
            background.whenQuiet(latest::ask);
        }
    }

    private void take(List<ConnectionProfile> now) {
        boolean others = !ids(now).equals(ids(connections));
        connections = List.copyOf(now);
        if (others) {
            // what is still read is of the former ones
            latest.forget();
            shown.set(Shown.NOTHING);
        }
    }

    /** The copy changed. */
    void refresh() {
        latest.refresh();
    }

    /** Lists those whose names contain this. */
    void find(String typed) {
        if (!typed.equals(words)) {
            words = typed;
            latest.ask();
        }
    }

    /** Lists them in another order. */
    void order(PartnerOrder by, boolean largestFirst) {
        if (by != order || largestFirst != descending) {
            order = by;
            descending = largestFirst;
            latest.ask();
        }
    }

    /** Takes away what was written, and writes it anew. */
    void rewrite() {
        Shown now = shown.get();
        shown.set(new Shown(false, now.of(), now.day(), List.of(), List.of(), now.all(), now.words(), now.companies(),
                List.of()));
        latest.ask();
    }

    private static List<ConnectionId> ids(List<ConnectionProfile> profiles) {
        return profiles.stream().map(ConnectionProfile::id).toList();
    }

    private Background.Order<Shown> question() {
        List<ConnectionProfile> of = connections;
        String typed = words;
        PartnerOrder by = order;
        boolean largestFirst = descending;
        return background.run("read partners", () -> read(of, typed, by, largestFirst));
    }

    @Blocking
    private Shown read(List<ConnectionProfile> of, String typed, PartnerOrder by, boolean largestFirst)
            throws ProblemException {
        LocalDate today = wording.today();
        Map<ConnectionId, Subledger> ledgers = ports.shelf().subledgers(new Chosen(of).ids());
        PartnerList list = listed(ledgers, today);
        List<PartnerList.Entry> found = list.find(typed, by, largestFirst);
        return new Shown(true, of, today, rows.of(found, of), rows.sums(found, list.currencies()),
                PartnersRows.partners(list.entries()),
                typed, list.areOfCompanies(), found);
    }

    /** One reading at a time, so nobody else touches it meanwhile. */
    private synchronized PartnerList listed(Map<ConnectionId, Subledger> ledgers, LocalDate today) {
        Read before = last;
        if (!before.day().equals(today) || !before.ledgers().equals(ledgers)) {
            last = new Read(ledgers, today, PartnerList.of(ledgers, payable, today, today));
        }
        return last.list();
    }
}
