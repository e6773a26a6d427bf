package app.loupe.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.review.Notice;
import app.loupe.text.Texts;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Wording;
import app.loupe.ui.settings.Preferences;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
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
    private final NoticeBar bar = Fx.get(this::bar);

    private NoticeBar bar() {
        Wording wording = Wording.of(new Texts(Locale.ENGLISH), ((InstantSource) now::get).withZone(ZoneOffset.UTC));
        return new NoticeBar(
                new NoticePorts(connections, journal, invoices.shelf(), invoices.book(), invoices),
                new NoticeBar.Acts(navigator, edited::add), work.background(), wording, memory,
                preferences.silenced());
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
        assertThat(said()).containsExactly("1 invoice has become overdue since 23 Nov 2026", "Show", "×");

        press("#notice-show");
        assertThat(navigator.opened)
                .containsExactly(new Destination.Invoices("Overdue since 23 Nov 2026", Set.of(tomorrow)));
        assertThat(said()).as("it was looked at").isEmpty();
        tomorrow();
        assertThat(said()).as("and is no news any more").isEmpty();
    }

    @Test
    void keysAndRunsAreToldOfAllConnectionsTheMostUrgentFirst() {
        connections.with(acme()).with(other());
        fails(OTHER);
        follow();
        assertThat(said()).containsExactly("Other Ltd was not synced completely for 4 days. The sync log says why",
                "and 1 more", "Show", "×");

        press("#notice-show");
        assertThat(navigator.opened).containsExactly(new Destination.Page(PageId.SYNCLOG));
        assertThat(said()).containsExactly(
                "The API key of Other Ltd ends tomorrow. Ask for a new one and type it here", "Show", "×");

        press("#notice-show");
        assertThat(edited).containsExactly(other());
        assertThat(said()).isEmpty();
    }

    @Test
    void whatIsPutAsideComesAgainOnAnotherDayAsLongAsItIsTrue() {
        connections.with(other());
        follow();
        assertThat(said()).first().asString().contains("ends tomorrow");
        press("#notice-aside");
        assertThat(said()).isEmpty();
        follow();
        assertThat(said()).as("not today").isEmpty();

        tomorrow();
        assertThat(said()).first().asString().contains("ends today");
        press("#notice-aside");
        tomorrow();
        assertThat(said()).first().asString().contains("has ended");
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
        assertThat(said()).first().asString().contains("not synced completely");
    }

    @Test
    void whatARunFoundIsToldOnceItIsReadAnew() {
        connections.with(other().expiring(null));
        follow();
        assertThat(said()).isEmpty();
        fails(OTHER);

        Fx.run(bar::reread);
        work.done();

        assertThat(said()).first().asString().contains("not synced completely");
    }

    @Test
    void aDeletedConnectionIsNotAskedFor() {
        connections.with(other());
        Fx.run(() -> bar.follow(List.of(acme(), other())));
        work.done();

        assertThat(said()).first().asString().contains("API key of Other Ltd");
    }

    @Test
    void whatIsRememberedNamesNobody() {
        connections.with(other());
        fails(OTHER);
        follow();
        press("#notice-aside");
        press("#notice-aside");

        assertThat(memory.values()).allSatisfy((name, value) -> {
            assertThat(name).doesNotContain(OTHER.value());
            assertThat(LocalDate.parse(value)).isEqualTo(FakeInvoices.TODAY);
        }).hasSize(3);
    }
}
