package app.loupe.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.review.Notice;
import app.loupe.review.Shelf;
import app.loupe.text.Texts;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.EditRequest;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Wording;
import app.loupe.ui.settings.Preferences;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.window.FakeConnections;
import testkit.window.FakeJournal;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;

class NoticeBarFxTest {
    private static final ConnectionId OTHER = new ConnectionId("zyxw0000");

    private final FakeInvoices invoices = FakeInvoices.empty();
    private final FakeConnections connections = new FakeConnections();
    private final FakeJournal journal = new FakeJournal();
    private final FakeNavigator navigator = new FakeNavigator();
    private final List<ConnectionProfile> edited = new ArrayList<>();
    private final Memory memory = new Memory(Map.of());
    private final Preferences preferences = new Preferences(memory);
    private final AtomicReference<Instant> now = new AtomicReference<>(FakeInvoices.SYNCED);
    private final HeldWork work = new HeldWork();
    private final List<Set<ConnectionId>> read = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable ProblemException> failure = new AtomicReference<>();
    private final InvoiceReader asked = (InvoiceReader) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] {InvoiceReader.class}, this::ask);
    private final NoticeBar bar = Fx.get(this::bar);

    private NoticeBar bar() {
        Wording wording = Wording.of(new Texts(Locale.ENGLISH), ((InstantSource) now::get).withZone(ZoneOffset.UTC));
        var made = new NoticeBar(
                new NoticePorts(connections, journal, new Shelf(asked, invoices.changes()), invoices.book()),
                navigator, work.background(), wording, memory, preferences.silenced());
        made.addEventHandler(EditRequest.TYPE, event -> edited.add(event.profile()));
        return made;
    }

    /** Notes whose rows are wanted, and fails where a test wants it. */
    @SuppressWarnings("unchecked") // rows are asked for by a set of connections, or by one and a set of ids
    private @Nullable Object ask(Object proxy, Method method, Object[] arguments) throws Throwable {
        ProblemException problem = failure.get();
        if (problem != null) {
            throw problem;
        }
        if (method.getName().equals("rows") && arguments[0] instanceof Set<?> ids) {
            read.add((Set<ConnectionId>) ids);
        }
        return method.invoke(invoices, arguments);
    }

    private static ConnectionProfile acme() {
        return FakeInvoices.profile();
    }

    private static ConnectionProfile other() {
        return new ConnectionProfile(OTHER, ConnectionProfile.Kind.ODOO, "Other Ltd", null, null, "19.0",
                FakeInvoices.SYNCED.minus(Duration.ofDays(4)), FakeInvoices.TODAY.plusDays(1));
    }

    private void fails(ConnectionId id) {
        journal.runs.addFirst(new RunRecord(id, 7, now.get(), now.get(), SyncMode.CHANGES,
                new SyncReport.Failed(SyncCounts.NONE, Problem.of(ProblemCode.SERVER_TIMEOUT))));
    }

    private void follow() {
        Fx.run(() -> bar.follow(List.of(acme())));
        work.done();
    }

    private void tomorrow() {
        now.updateAndGet(before -> before.plus(Duration.ofDays(1)));
        Fx.run(bar::look);
        work.done();
    }

    private void press(String id) {
        Fx.run(() -> ((ButtonBase) bar.lookup(id)).fire());
        work.done();
    }

    private List<String> said() {
        return Fx.get(() -> bar.isVisible()
                ? bar.getChildren().stream().filter(node -> node.isVisible() && node instanceof Labeled)
                        .map(node -> ((Labeled) node).getText()).toList()
                : List.of());
    }

    @Test
    void theFirstTimeNothingIsNewAndTheNextDayOnlyWhatBecameOverdueSince() {
        connections.with(acme());
        invoices.add("INV/1", "Deco Addict", "2026-10-01", FakeInvoices.TODAY.minusDays(1).toString(), "9.00", "9.00",
                "EUR");
        var tomorrow = invoices.add("INV/2", "Deco Addict", "2026-10-01", FakeInvoices.TODAY.toString(), "9.00",
                "9.00", "EUR");
        follow();
        assertThat(said()).isEmpty();

        tomorrow();
        assertThat(said()).containsExactly("1 document has become overdue since 23 Nov 2026", "Show", "×");

        press("#notice-show");
        assertThat(navigator.opened)
                .containsExactly(new Destination.Invoices("Overdue since 23 Nov 2026", Set.of(tomorrow)));
        assertThat(said()).as("it was looked at").isEmpty();
        tomorrow();
        assertThat(said()).as("and is no news any more").isEmpty();
    }

    /** As of a copy of its settings from a computer whose clock stood years ahead. */
    @Test
    void aDayToComeIsNotWaitedFor() {
        connections.with(acme());
        memory.put("notices.overdue-told", List.of(acme().id().value() + ":2036-11-24"));
        invoices.add("INV/2", "Deco Addict", "2026-10-01", FakeInvoices.TODAY.toString(), "9.00", "9.00", "EUR");
        follow();
        assertThat(said()).isEmpty();

        tomorrow();

        assertThat(said()).first().isEqualTo("1 document has become overdue since 23 Nov 2026");
    }

    @Test
    void keysAndRunsAreToldOfAllConnectionsTheMostUrgentFirst() {
        connections.with(acme()).with(other());
        fails(OTHER);
        follow();
        assertThat(said()).containsExactly("Other Ltd has not been synced completely for 4 days. The sync log says why",
                "and 1 more", "Show", "×");

        press("#notice-show");
        assertThat(navigator.opened).containsExactly(new Destination.Page(PageId.SYNCLOG));
        assertThat(said()).containsExactly(
                "The API key of Other Ltd expires tomorrow. Make a new one in Odoo; “Show” opens the place to enter it",
                "Show",
                "×");

        press("#notice-show");
        assertThat(edited).containsExactly(other());
        assertThat(said()).isEmpty();
    }

    @Test
    void whatIsPutAsideComesAgainOnAnotherDayAsLongAsItIsTrue() {
        connections.with(other());
        follow();
        assertThat(said()).first().asString().contains("expires tomorrow");
        press("#notice-aside");
        assertThat(said()).isEmpty();
        follow();
        assertThat(said()).as("not today").isEmpty();

        tomorrow();
        assertThat(said()).first().asString().contains("expires today");
        press("#notice-aside");
        tomorrow();
        assertThat(said()).first().asString().contains("has expired");
    }

    @Test
    void aKindThatIsSilencedIsNotToldAndIsThereAgainAtOnce() {
        connections.with(other());
        fails(OTHER);
        follow();

        Fx.run(() -> preferences.silenced().set(Set.of(Notice.Kind.SYNC_FAILING)));
        assertThat(said()).first().asString().contains("API key");
        Fx.run(() -> preferences.silenced().set(Set.of(Notice.Kind.values())));
        assertThat(said()).isEmpty();
        Fx.run(() -> preferences.silenced().set(Set.of()));
        assertThat(said()).first().asString().contains("not been synced completely");
    }

    @Test
    void whatARunFoundIsToldOnceItIsReadAnew() {
        connections.with(other().expiring(null));
        follow();
        assertThat(said()).isEmpty();
        fails(OTHER);

        Fx.run(bar::reread);
        work.done();

        assertThat(said()).first().asString().contains("not been synced completely");
    }

    @Test
    void aDeletedConnectionIsNotAskedForAndNotToldOfAnyMore() throws ProblemException {
        connections.with(acme()).with(other());
        Fx.run(() -> bar.follow(List.of(acme(), other())));
        work.done();
        assertThat(said()).first().asString().contains("API key of Other Ltd");
        assertThat(read).containsOnly(Set.of(FakeInvoices.ACME, OTHER));
        read.clear();

        connections.delete(OTHER, Connections.Notes.GO, DeletionProgress.UNWATCHED);
        Fx.run(bar::reread);
        work.done();

        assertThat(said()).isEmpty();
        assertThat(read).containsOnly(Set.of(FakeInvoices.ACME));
        assertThat(memory.values().toString()).doesNotContain(OTHER.value());
    }

    @Test
    void ofTwoOfOneKindEachIsPutAsideByItself() {
        ConnectionProfile second = new ConnectionProfile(new ConnectionId("secnd000"), ConnectionProfile.Kind.ODOO,
                "Second Ltd", null, null, "19.0", FakeInvoices.SYNCED, FakeInvoices.TODAY.plusDays(1));
        connections.with(other()).with(second);
        follow();
        assertThat(said()).contains("and 1 more");

        press("#notice-aside");
        assertThat(said()).first().asString().contains("Second Ltd");
        press("#notice-aside");
        assertThat(said()).isEmpty();
    }

    /** What is said of one connection is not said of the other: only the chosen one was told of. */
    @Test
    void overdueInvoicesAreToldOfEachConnectionByItself() {
        connections.with(acme()).with(other().expiring(null));
        invoices.add("INV/2", "Deco Addict", "2026-10-01", FakeInvoices.TODAY.toString(), "9.00", "9.00", "EUR");
        follow();
        now.updateAndGet(before -> before.plus(Duration.ofDays(1)));
        Fx.run(() -> bar.follow(List.of(other().expiring(null))));
        work.done();
        assertThat(said()).as("nothing of the other").isEmpty();

        follow();
        assertThat(said()).first().asString().contains("since 23 Nov 2026");
    }

    /** Put aside after midnight: what became overdue since the reading was not seen. */
    @Test
    void whatBecameOverdueAfterTheReadingIsStillTold() {
        connections.with(acme());
        invoices.add("INV/1", "Deco Addict", "2026-10-01", FakeInvoices.TODAY.toString(), "9.00", "9.00", "EUR");
        var later = invoices.add("INV/2", "Deco Addict", "2026-10-01", FakeInvoices.TODAY.plusDays(1).toString(),
                "9.00", "9.00", "EUR");
        follow();
        tomorrow();
        now.updateAndGet(before -> before.plus(Duration.ofDays(1)));
        press("#notice-aside");
        Fx.run(bar::look);
        work.done();

        press("#notice-show");
        assertThat(navigator.opened)
                .containsExactly(new Destination.Invoices("Overdue since 24 Nov 2026", Set.of(later)));
    }

    /**
     * A reading that fails is told, since nothing else may have read before: a copy that is damaged is set aside at the first
     * reading, and the next one finds an empty one. It is tried again on another day or when something happens, not every time the
     * clock is looked at.
     */
    @Test
    void aReadingThatFailsIsToldAndNotRepeatedAllTheTime() {
        connections.with(other());
        failure.set(ProblemException.of(ProblemCode.DISK_FULL));
        Fx.run(() -> bar.follow(List.of(acme())));
        assertThat(work.failed()).extracting(Problem::code).containsExactly(ProblemCode.DISK_FULL);
        int calls = connections.calls.size();
        Fx.run(bar::look);
        work.done();

        assertThat(connections.calls).hasSize(calls);
        assertThat(said()).isEmpty();
    }

    @Test
    void aScreenReaderIsToldOfEachNewNoticeAndTheFocusStays() {
        var told = new ArrayList<String>();
        Fx.run(() -> bar.live().said().addListener((said, before, now) -> told.add(now)));
        connections.with(other());
        fails(OTHER);
        follow();
        assertThat(told).hasSize(1).first().asString().startsWith(said().getFirst()).contains(said().get(1));
        assertThat(Fx.<String>get(() -> bar.getChildren().getFirst().getAccessibleText())).isEqualTo(told.getFirst());

        Fx.run(bar::reread);
        work.done();
        assertThat(told).as("nothing new").hasSize(1);
        press("#notice-aside");
        assertThat(told).hasSize(2).last().isEqualTo(said().getFirst());
        press("#notice-aside");
        assertThat(told).last().isEqualTo("");
        assertThat(Fx.<String>get(() -> bar.getChildren().getFirst().getAccessibleText())).isNull();
    }

    @Test
    void whatIsRememberedIsDaysAndIdsAndNoName() {
        connections.with(other());
        fails(OTHER);
        follow();
        press("#notice-aside");
        press("#notice-aside");

        assertThat(memory.values()).containsOnlyKeys("notices.aside.key-expiring", "notices.aside.sync-failing");
        assertThat(memory.values().values())
                .containsOnly(FakeInvoices.TODAY + "," + OTHER.value());
    }
}
