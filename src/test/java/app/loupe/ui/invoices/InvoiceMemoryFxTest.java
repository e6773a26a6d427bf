package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.KeptSearch;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.MarkChoice;
import app.loupe.review.StatusChoice;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.NoOriginals;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.IdleSync;
import testkit.OneConnection;
import testkit.window.FakeNavigator;
import testkit.window.NoneExpected;

class InvoiceMemoryFxTest {
    private static final ConnectionProfile OTHER = new ConnectionProfile(new ConnectionId("harb0000"),
            ConnectionProfile.Kind.ODOO, "Harbour", null, null, "19.0", FakeInvoices.SYNCED);

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @AfterEach
    void close() {
        executor.shutdown();
    }

    private InvoicesView screen(Memory memory) {
        InvoicesView view = unselected(memory);
        FxStage.run(() -> view.select(List.of(FakeInvoices.profile())));
        return view;
    }

    /** With all that skins bring into it. */
    private static InvoicesView inScene(InvoicesView view) {
        FxStage.run(() -> new Scene(view.view()).getRoot().applyCss());
        return view;
    }

    private InvoicesView unselected(Memory memory) {
        return FxStage.on(() -> {
            FakeInvoices copy = FakeInvoices.believable();
            var view = new InvoicesView(new InvoicePorts(copy.shelf(), copy, copy.book(),
                    new OneConnection("https://erp.acme.example"), new IdleSync(), page -> {}, new FakeNavigator(),
                    new NoOriginals(), new NoteDrafts()),
                    new Background(executor, unexpected),
                    Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
            view.remember(memory);
            return view;
        });
    }

    @Test
    void columnsOrderAndChipsComeBackAtTheNextStart() {
        var memory = new Memory(Map.of());
        InvoicesView before = screen(memory);
        FxStage.run(() -> {
            FilterChoice choice = before.model().choice();
            choice.types().clear();
            choice.statuses().addAll(List.of(StatusChoice.UNPAID, StatusChoice.OVERDUE));
            choice.period().set(new InvoicePeriod.OfYear(2026));
            choice.currency().set("EUR");
            choice.marks().add(MarkChoice.FLAGGED);
            choice.search().set("secret customer");
            before.model().order().set(new InvoiceOrder(InvoiceOrder.Column.TOTAL, true));
            before.fitting().show("COMPANY", false);
        });

        InvoicesView after = screen(new Memory(FxStage.on(memory::values)));

        FilterChoice choice = after.model().choice();
        assertThat(FxStage.on(choice::state)).isEqualTo(new FilterChoice.State("", Set.of(),
                Set.of(StatusChoice.UNPAID, StatusChoice.OVERDUE), new InvoicePeriod.OfYear(2026), "EUR",
                "", Set.of(MarkChoice.FLAGGED), null));
        assertThat(FxStage.on(() -> after.model().order().get()))
                .isEqualTo(new InvoiceOrder(InvoiceOrder.Column.TOTAL, true));
        assertThat(FxStage.on(() -> after.fitting().layout().get().hidden())).containsExactly("COMPANY");
    }

    @Test
    void whatAnotherScreenCountedLeavesTheChipsOfTheOwner() {
        var memory = new Memory(Map.of());
        InvoicesView screen = screen(memory);
        FxStage.run(() -> screen.model().choice().statuses().add(StatusChoice.UNPAID));
        Map<String, String> before = FxStage.on(memory::values);

        FxStage.run(() -> screen.model().open(new FilterChoice.Among("Overdue", Set.of())));

        assertThat(FxStage.on(() -> screen.model().choice().statuses())).isEmpty();
        assertThat(FxStage.on(memory::values)).isEqualTo(before);
        FxStage.run(() -> {
            screen.model().choice().among().set(null);
            screen.model().choice().statuses().add(StatusChoice.PAID);
        });
        assertThat(FxStage.on(memory::values)).containsEntry("chips.statuses", "PAID");
    }

    /** What another screen counted is taken away with its chip: the owner's own are there again, in the memory, too. */
    @Test
    void theChipsOfBeforeComeBackWhenWhatAnotherScreenCountedIsTakenAway() {
        var memory = new Memory(Map.of());
        InvoicesView screen = inScene(screen(memory));
        FilterChoice choice = screen.model().choice();
        FxStage.run(() -> {
            choice.statuses().add(StatusChoice.UNPAID);
            choice.search().set("acme");
        });
        FilterChoice.State before = FxStage.on(choice::state);
        Map<String, String> kept = FxStage.on(memory::values);

        FxStage.run(() -> {
            screen.model().open(new FilterChoice.Among("Overdue", Set.of()));
            choice.statuses().add(StatusChoice.PAID);
            screen.model().open(new FilterChoice.Among("Outstanding", Set.of()));
            ((Button) screen.view().lookup(".chip-among")).fire();
        });

        assertThat(FxStage.on(choice::state)).isEqualTo(before);
        assertThat(FxStage.on(memory::values)).isEqualTo(kept);
        FxStage.run(() -> {
            screen.model().open(new FilterChoice.Among("Overdue", Set.of()));
            choice.search().set("azure");
            ((Button) screen.view().lookup(".chip-among")).fire();
        });
        assertThat(FxStage.on(choice::state)).as("what was typed meanwhile stays").isEqualTo(before.searching("azure"));
    }

    @Test
    void chipsThatMakeWayForAnInvoiceAreRememberedAsTheyWere() {
        var memory = new Memory(Map.of());
        InvoicesView screen = screen(memory);
        FxStage.until(() -> screen.model().result().get().rows().size() > 0);
        InvoiceKey key = FxStage.on(() -> screen.model().result().get().rows().get(0).row().key());
        FxStage.run(() -> screen.model().choice().search().set("nothing is called so"));
        FxStage.run(() -> screen.model().choice().statuses().add(StatusChoice.OVERDUE));
        FxStage.until(() -> screen.model().showing().get() == Showing.NOTHING_MATCHES);
        Map<String, String> kept = FxStage.on(memory::values);

        FxStage.run(() -> screen.model().open(key));

        assertThat(FxStage.on(() -> screen.model().choice().statuses())).isEmpty();
        assertThat(FxStage.on(() -> screen.model().choice().types())).isEmpty();
        assertThat(FxStage.on(memory::values)).isEqualTo(kept);
        FxStage.run(() -> screen.model().choice().statuses().add(StatusChoice.PAID));
        assertThat(FxStage.on(memory::values)).as("the next choice is the owner's").containsEntry("chips.statuses",
                "PAID");
    }

    /** A list that is open under the owner's hand is not filled anew with the same. */
    @Test
    void theListsOfPeriodsAndCurrenciesStayWhileTheySayTheSame() {
        InvoicesView screen = inScene(screen(new Memory(Map.of())));
        FxStage.until(() -> !screen.model().snapshot().get().contents().years().isEmpty());
        List<Object> before = menus(screen);
        Snapshot read = FxStage.on(() -> screen.model().snapshot().get());

        FxStage.run(screen.model()::load);
        FxStage.until(() -> System.identityHashCode(screen.model().snapshot().get()) != System.identityHashCode(read));

        assertThat(menus(screen)).hasSizeGreaterThan(6).usingElementComparator((one, other) -> one == other ? 0 : 1)
                .containsExactlyElementsOf(before);
    }

    private static List<Object> menus(InvoicesView screen) {
        return FxStage.on(() -> screen.view().lookupAll(".chip").stream().filter(MenuButton.class::isInstance)
                .flatMap(chip -> ((MenuButton) chip).getItems().stream()).map(Object.class::cast).toList());
    }

    @Test
    void theSearchIsNeverKeptInTheClear() {
        var memory = new Memory(Map.of());
        InvoicesView screen = screen(memory);

        FxStage.run(() -> screen.model().choice().search().set("secret customer"));

        assertThat(FxStage.on(memory::values).toString()).doesNotContain("secret");
    }

    @Test
    void theSearchIsToldOnceTheTypingHasRestedAndNotForEachKey() {
        InvoicesView screen = screen(new Memory(Map.of()));
        var told = new ArrayList<KeptSearch>();

        FxStage.run(() -> {
            screen.rememberSearch(Optional.empty(), told::add);
            List.of("A", "Az", "Azure").forEach(screen.model().choice().search()::set);
        });

        FxStage.until(() -> !told.isEmpty());
        assertThat(told).containsExactly(new KeptSearch(Set.of(FakeInvoices.profile().id()), "Azure", ""));
    }

    @Test
    void theSearchOfTheLastTimeWaitsForTheConnectionItWasTypedFor() {
        var kept = new KeptSearch(Set.of(OTHER.id()), "Azure", "");
        InvoicesView screen = unselected(new Memory(Map.of("chips.statuses", "PAID")));
        FxStage.run(() -> screen.rememberSearch(Optional.of(kept), search -> {}));
        assertThat(FxStage.on(screen::search)).as("nothing is chosen, so nothing is to be kept").isEmpty();

        FxStage.run(() -> screen.select(List.of(FakeInvoices.profile())));
        assertThat(FxStage.on(screen::search)).contains(new KeptSearch(Set.of(FakeInvoices.profile().id()), "", ""));
        FxStage.run(() -> screen.select(List.of(FakeInvoices.profile(), OTHER)));
        assertThat(FxStage.on(() -> screen.search().orElseThrow().text())).isEmpty();

        FxStage.run(() -> screen.select(List.of(OTHER)));
        assertThat(FxStage.on(screen::search)).contains(kept);
        assertThat(FxStage.on(() -> ((TextField) screen.view().lookup("#invoice-search")).getText()))
                .isEqualTo("Azure");
    }

    @Test
    void theSearchOfTheLastTimeComesBackBesideTheChips() {
        var kept = new KeptSearch(Set.of(OTHER.id()), "Azure", "");
        InvoicesView screen = unselected(new Memory(Map.of("chips.statuses", "PAID")));

        FxStage.run(() -> {
            screen.rememberSearch(Optional.of(kept), search -> {});
            screen.select(List.of(OTHER));
        });

        assertThat(FxStage.on(screen::search)).contains(kept);
        assertThat(FxStage.on(() -> screen.model().choice().statuses())).containsExactly(StatusChoice.PAID);
    }

    @Test
    void whatCannotBeUnderstoodIsPassedOver() {
        InvoicesView screen = screen(new Memory(Map.of("chips.types", "NONSENSE", "chips.statuses", "PAID,WRONG",
                "chips.period", "99999", "chips.currency", "<b>", "sort", "NOTHING+", "columns.invoices.widths",
                "NUMBER=x,=,TOTAL=1e999,STATUS=-4", "columns.invoices.order", "A,B,TOTAL", "columns.invoices.hidden",
                "X")));

        assertThat(FxStage.on(() -> screen.model().choice().statuses())).containsExactly(StatusChoice.PAID);
        assertThat(FxStage.on(() -> screen.model().choice().period().get())).isEqualTo(InvoicePeriod.Relative.ALL);
        assertThat(FxStage.on(() -> screen.model().choice().currency().get())).isEmpty();
        assertThat(FxStage.on(() -> screen.model().order().get())).isEqualTo(InvoiceOrder.NEWEST_FIRST);
    }

    @Test
    void searchAndChipsStayWithTheirConnectionAndAreSeen() {
        InvoicesView screen = screen(new Memory(Map.of()));
        FilterChoice choice = screen.model().choice();
        FxStage.run(() -> {
            choice.search().set("brightwater");
            choice.statuses().add(StatusChoice.OVERDUE);
        });

        FxStage.run(() -> screen.select(List.of(OTHER)));
        assertThat(FxStage.on(choice::state)).isEqualTo(FilterChoice.State.USUAL);
        FxStage.run(() -> choice.search().set("other"));

        FxStage.run(() -> screen.select(List.of(FakeInvoices.profile())));
        assertThat(FxStage.on(() -> choice.statuses())).containsExactly(StatusChoice.OVERDUE);
        assertThat(FxStage.on(() -> ((TextField) screen.view().lookup("#invoice-search")).getText()))
                .isEqualTo("brightwater");
        FxStage.run(() -> screen.select(List.of(OTHER)));
        assertThat(FxStage.on(() -> choice.search().get())).isEqualTo("other");
    }
}
