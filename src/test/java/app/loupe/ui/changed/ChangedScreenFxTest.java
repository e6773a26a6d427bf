package app.loupe.ui.changed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceKey;
import app.loupe.text.MoneyText;
import app.loupe.ui.common.Destination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.ChangeSamples;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.Scripts;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class ChangedScreenFxTest {
    private static final ConnectionId ACME = WindowSamples.ACME;
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void open() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));
        kit.press("#nav-changed");
    }

    private void openSamples() {
        ChangeSamples.all(kit.book, kit.reader, ACME);
        open();
        waitForEntries(10);
        // the columns find their places first: until then the table forgets which row has the focus
        kit.layOut();
    }

    @SuppressWarnings("unchecked") // the only table of the screen holds its rows
    private TableView<ChangedRow> table() {
        return (TableView<ChangedRow>) Objects.requireNonNull(kit.find("#changes"));
    }

    private List<ChangedRow.Entry> entries() {
        return table().getItems().stream().filter(ChangedRow.Entry.class::isInstance)
                .map(ChangedRow.Entry.class::cast).toList();
    }

    private void waitForEntries(int count) {
        Fx.await(count + " changes", () -> kit.find("#changes") != null && entries().size() == count);
    }

    private List<String> rows() {
        return Fx.get(() -> table().getItems().stream().map(row -> switch (row) {
            case ChangedRow.Heading heading -> heading.title();
            case ChangedRow.Entry entry -> entry.kind() + " " + entry.entry().key().id();
        }).toList());
    }

    private void key(KeyCode code) {
        Fx.run(() -> table().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    @Test
    void amountsOfChangesCanBeHidden() {
        openSamples();
        List<String> before = Fx.get(() -> entries().stream().map(ChangedRow.Entry::spoken).toList());
        assertThat(before).anyMatch(text -> text.contains("\u20ac\u00a0"));

        kit.press(KeyCode.B);

        assertThat(Fx.get(() -> entries().stream().map(ChangedRow.Entry::spoken).toList()))
                .noneMatch(text -> text.matches("(?s).*\u20ac\u00a0\u2212?\\d.*"))
                .anyMatch(text -> text.contains("\u20ac\u00a0" + MoneyText.HIDDEN));
        kit.press(KeyCode.B);
        assertThat(Fx.get(() -> entries().stream().map(ChangedRow.Entry::spoken).toList())).isEqualTo(before);
    }

    @Test
    void changesStandInGroupsEditsAfterPostingFirst() {
        openSamples();

        assertThat(rows()).containsExactly("Needs a look", "Edited after posting 1140", "Edited after posting 331",
                "Removed in Odoo 1171", "Due date moved 1098", "Good news", "Paid 1122", "Paid 1177",
                "Partly paid 1174", "New", "New 345", "New 1183", "New 1184");
    }

    @Test
    void chipsCountEachKindAndListNothingElse() {
        openSamples();

        assertThat(kit.texts(".chip-row .chip")).containsExactly("Everything 10", "Edited after posting 2",
                "Removed in Odoo 1", "Due date moved 1", "Paid 2", "Partly paid 1", "New 3");
        kit.press("#kind-paid");
        waitForEntries(2);
        assertThat(rows()).containsExactly("Good news", "Paid 1122", "Paid 1177");
        kit.press("#kind-paid");
        waitForEntries(10);
    }

    @Test
    void theSpanIsTodaySevenDaysOrAll() {
        new ChangeSamples(kit.book, kit.reader, ACME, 1, WindowSamples.NOW.minus(Duration.ofDays(30)))
                .arrive(1, "Old", Kind.NEW, "1.00");
        new ChangeSamples(kit.book, kit.reader, ACME, 2, WindowSamples.NOW.minus(Duration.ofDays(3)))
                .arrive(2, "Of the week", Kind.NEW, "1.00");
        new ChangeSamples(kit.book, kit.reader, ACME, 3, WindowSamples.NOW.minus(Duration.ofHours(1)))
                .arrive(3, "Today", Kind.NEW, "1.00");
        kit.book.see(ACME, 2);
        open();

        waitForEntries(1);
        kit.press("#span-all");
        waitForEntries(3);
        kit.press("#span-week");
        waitForEntries(2);
        kit.press("#span-today");
        waitForEntries(1);
    }

    @Test
    void whatIsMarkedAsSeenIsNewNoMoreAndUndoBringsItBack() {
        openSamples();
        assertThat(kit.texts("#nav-changed .nav-aside")).containsExactly("10 new");
        long before = kit.book.seen(ACME);

        assertThat(Fx.get(() -> Objects.requireNonNull(kit.find("#kind-all")).isDisabled())).isFalse();

        kit.press("#mark-seen");

        waitForEntries(0);
        assertThat(Fx.get(() -> Objects.requireNonNull(kit.find("#kind-all")).isDisabled()))
                .as("there is nothing to filter").isTrue();
        assertThat(kit.texts("#nav-changed .nav-aside")).containsExactly("");
        kit.layOut();
        assertThat(kit.texts(".changed .empty-title")).containsExactly("No changes that you have not seen");
        assertThat(kit.book.seen(ACME)).isPositive();
        kit.press("#undo-seen");
        waitForEntries(10);
        assertThat(kit.book.seen(ACME)).isEqualTo(before);
        assertThat(Fx.get(() -> kit.find("#undo-seen") == null)).isTrue();
    }

    @Test
    void whatComesAfterwardsIsNewAndFollowsTheSync() {
        openSamples();
        kit.press("#mark-seen");
        waitForEntries(0);
        kit.press("#nav-synclog");
        new ChangeSamples(kit.book, kit.reader, ACME, 4, WindowSamples.NOW).change(1140, "Azure Interior",
                Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "5390.00", "5000.00");

        kit.press("#sync-button");
        Fx.await("it runs", () -> !kit.sync.started.isEmpty());
        kit.sync.end();

        Fx.await("counted", () -> kit.seen("#nav-changed .nav-aside").contains("1 new"));
    }

    @Test
    void enterAndTheLinkOpenTheInvoice() {
        openSamples();
        Fx.run(() -> table().requestFocus());

        key(KeyCode.DOWN);
        key(KeyCode.ENTER);
        assertThat(kit.invoices().opened).isEmpty();
        key(KeyCode.DOWN);
        key(KeyCode.ENTER);

        assertThat(kit.invoices().opened).containsExactly(new Destination.OneInvoice(new InvoiceKey(ACME, 1140)));
        Fx.run(() -> kit.root().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, true, false)));
        assertThat(Fx.get(() -> table().getSelectionModel().getSelectedIndex())).isEqualTo(1);
        kit.layOut();
        Fx.run(() -> ((Hyperlink) kit.findAll("#changes .hyperlink").getLast()).fire());
        assertThat(kit.invoices().opened).hasSize(2);
    }

    @Test
    void aScreenReaderHearsTheColumnWithEachCell() {
        openSamples();
        kit.layOut();

        List<String> cells = Fx.get(() -> kit.findAll("#changes .table-cell").stream()
                .map(node -> (TableCell<?, ?>) node).map(Node::getAccessibleText)
                .filter(text -> text != null && !text.isEmpty()).toList());

        assertThat(cells).contains("Needs a look", "What: Edited after posting", "Document: INV/2026/01140",
                "Customer: Azure Interior",
                "Before → after: Total €\u00a05,990.00 → €\u00a05,390.00 · Line: quantity 20 → 18",
                "Customer: " + Scripts.ARABIC.text());
    }

    @Test
    void whatHasNoRoomIsLeftOutWholeAndSaidInTheTooltip() {
        openSamples();
        kit.layOut();

        List<String> shown = kit.texts("#changes .part-after");
        assertThat(shown).contains("€\u00a05,390.00", "F-2219", "19 Dec 2026");
        assertThat(Fx.get(() -> kit.findAll("#changes .part-after").stream().map(Labeled.class::cast)
                .filter(Labeled::isTextTruncated).map(Labeled::getText).toList())).isEmpty();
    }

    @Test
    void nothingIsCutWhereThereIsRoom() {
        String name = "Series everybody 1126085432, renamed to be long";
        new ChangeSamples(kit.book, kit.reader, ACME, 1, WindowSamples.NOW).change(1140, name, Kind.CHANGED,
                InvoiceField.REFERENCE, "F-2291", "F-2219");
        open();
        waitForEntries(1);
        Fx.run(() -> kit.stage().setWidth(1400));
        Fx.await("room", () -> kit.stage().getScene().getWidth() == 1400);
        kit.layOut();

        assertThat(Fx.get(() -> kit.findAll("#changes .table-cell").stream().map(Labeled.class::cast)
                .filter(cell -> name.equals(cell.getText())).map(Labeled::isTextTruncated).toList()))
                .containsExactly(false);
    }

    @Test
    void severalConnectionsAreListedTogetherAndNamed() {
        ChangeSamples.all(kit.book, kit.reader, ACME);
        new ChangeSamples(kit.book, kit.reader, WindowSamples.HARBOUR, 1, WindowSamples.NOW)
                .arrive(5, "Nordic Timber", Kind.NEW, "10.00");
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        kit.press("#all-connections");
        kit.press("#nav-changed");
        waitForEntries(11);

        assertThat(Fx.get(() -> entries().stream().map(ChangedRow.Entry::connection).distinct().toList()))
                .containsExactlyInAnyOrder("Acme Trading", "Harbour Café");
        kit.press("#mark-seen");
        waitForEntries(0);
        assertThat(kit.book.seen(WindowSamples.HARBOUR)).isGreaterThan(kit.book.seen(ACME));
    }

    @Test
    void whatWasSeenOfTwoConnectionsToTheSameBooksIsUndoneAtOnce() {
        var books = new BookId("https://acme.example", "books");
        kit.book.leads.put(ACME, books);
        kit.book.leads.put(WindowSamples.HARBOUR, books);
        kit.book.holders.putAll(Map.of(1L, ACME, 2L, WindowSamples.HARBOUR, 3L, ACME));
        for (long id = 1; id <= 3; id++) {
            new ChangeSamples(kit.book, kit.reader, id == 2 ? WindowSamples.HARBOUR : ACME, 1, WindowSamples.NOW)
                    .arrive(id, "Nordic Timber", Kind.NEW, "10.00");
        }
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        kit.press("#all-connections");
        kit.press("#nav-changed");
        waitForEntries(3);
        kit.press("#mark-seen");
        waitForEntries(0);

        kit.press("#undo-seen");

        waitForEntries(3);
        assertThat(kit.book.seen(ACME)).isZero();
    }

    @Test
    void emptyStatesSayWhatToDo() {
        kit.openLoaded();
        kit.press("#nav-changed");
        Fx.await("no connection", () -> kit.seen(".changed .empty-title").contains("No connection yet"));
    }

    @Test
    void manyChangesAreListedUpToALimitThatIsSaid() {
        var many = new ChangeSamples(kit.book, kit.reader, ACME, 1, WindowSamples.NOW);
        for (long id = 1; id <= 20_500; id++) {
            many.note(id, Kind.NEW);
        }
        open();
        waitForEntries(20_000);

        assertThat(kit.text(".changed .footer-name")).contains("20,000 changes", "the newest of more than 20,000");
        assertThat(Fx.get(() -> Set.copyOf(entries().stream().map(entry -> entry.key().id()).toList())))
                .contains(20_500L).doesNotContain(500L);
    }

    @Test
    void whatCouldNotBeUndoneCanBeUndoneTheNextTime() {
        openSamples();
        kit.press("#mark-seen");
        waitForEntries(0);
        long seen = kit.book.seen(ACME);
        kit.book.beforeChange = () -> {
            throw new UncheckedIOException(new IOException("the disk is full"));
        };
        kit.press("#undo-seen");
        Fx.await("told", () -> kit.find(".problem-bar") != null);
        assertThat(kit.book.seen(ACME)).isEqualTo(seen);

        kit.book.beforeChange = () -> {};
        kit.press("#undo-seen");

        waitForEntries(10);
    }
}
