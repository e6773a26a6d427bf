package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PartnerKey;
import app.loupe.owed.PartnerList;
import app.loupe.owed.PartnerOrder;
import app.loupe.owed.Subledger;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureCell;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.PageId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class PartnersFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.reader.with(WindowSamples.ACME, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.openLoaded();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private List<String> first(String table) {
        return Fx.get(() -> kit.find(table) instanceof TableView<?> view
                ? view.getItems().stream().map(row -> ((FigureRow<?>) row).cells().getFirst().text()).toList()
                : List.of());
    }

    private List<List<String>> cells(String table) {
        return Fx.get(() -> kit.find(table) instanceof TableView<?> view
                ? view.getItems().stream()
                        .map(row -> ((FigureRow<?>) row).cells().stream().map(FigureCell::text).toList()).toList()
                : List.of());
    }

    private void await(String table, int rows) {
        Fx.await(rows + " rows in " + table,
                () -> kit.find(table) instanceof TableView<?> view && view.getItems().size() == rows);
    }

    private void key(String selector, KeyCode code) {
        Fx.run(() -> {
            Node node = kit.find(selector);
            if (node != null) {
                node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
        });
    }

    private void openBrightwater() {
        openBrightwater(8);
    }

    private void openBrightwater(int rows) {
        kit.press("#nav-customers");
        await("#customers", 6);
        key("#customers", KeyCode.DOWN);
        key("#customers", KeyCode.ENTER);
        await("#partner-statement", rows);
    }

    @Test
    void theListSaysWhoOwesMostAndCountsEachOnce() {
        kit.press("#nav-customers");
        await("#customers", 6);

        assertThat(first("#customers")).startsWith("Brightwater Hotels", "Gemini Furniture", "Wood Corner");
        assertThat(kit.texts(".figure-footer .label")).containsSubsequence("5", "\u20ac\u00a037,049.50 \u00b7",
                "$\u00a04,965.00");
        assertThat(kit.texts("#nav-customers .nav-aside")).containsExactly("5");
    }

    @Test
    void whatIsTypedFindsAndWhoIsNotThereIsSaid() {
        kit.press("#nav-customers");
        await("#customers", 6);

        Fx.run(() -> ((TextField) Objects.requireNonNull(kit.find("#customers-search"))).setText("GEMINI"));
        await("#customers", 1);
        Fx.run(() -> ((TextField) Objects.requireNonNull(kit.find("#customers-search"))).setText("nobody"));
        Fx.await("said", () -> kit.seen(".empty-title").stream().anyMatch(text -> text.contains("nobody")));
        key("#customers-search", KeyCode.ESCAPE);
        await("#customers", 6);
    }

    @Test
    void aRemarkIsCutAtItsEndSinceItBeginsWithWhatMatters() {
        openBrightwater();

        List<Labeled> remarks = Fx.get(() -> kit.findAll("#partner-statement .table-cell.remark").stream()
                .map(Labeled.class::cast).toList());
        assertThat(remarks).anyMatch(cell -> cell.getText().matches("Due .+ \u00b7 \\d+ days late")).allMatch(
                cell -> cell.getText().contains(" \u00b7 ") == (cell.getTextOverrun() == OverrunStyle.ELLIPSIS));
    }

    @Test
    void enterOpensThePageWithTheStatement() {
        openBrightwater();

        assertThat(cells("#partner-statement").getLast().getLast()).isEqualTo("\u20ac\u00a016,910.00");
        assertThat(cells("#partner-statement")).as("days as everywhere")
                .anySatisfy(row -> assertThat(row.getFirst()).isEqualTo("20 Oct 2026"));
        assertThat(kit.texts(".card-figure")).contains("\u20ac\u00a016,910.00", "\u20ac\u00a012,090.00", "32 days");
        assertThat(kit.texts(".figure-footer .footer-figure")).contains("7", "\u20ac\u00a016,910.00");
        for (String part : List.of("open", "history", "products")) {
            kit.press("#part-" + part);
            Fx.await("shown", () -> kit.find("#partner-" + part) != null);
            assertThat(kit.texts(".figure-footer .footer-figure")).as("no count of other rows").doesNotContain("7")
                    .contains("\u20ac\u00a016,910.00");
        }
    }

    /** One more invoice of Brightwater, which was paid after the end of October. */
    private void paidInNovember() {
        var items = new ArrayList<>(kit.reader.owed.getOrDefault(WindowSamples.ACME, List.of()));
        OwedItem one = items.getFirst();
        items.add(settled(one, 77_001, 77_000, "2026-09-01", "70"));
        items.add(settled(one, 77_002, 0, "2026-11-10", "-70"));
        kit.reader.owed.put(WindowSamples.ACME, List.copyOf(items));
        kit.changes.all(WindowSamples.ACME);
    }

    private static OwedItem settled(OwedItem like, long id, long invoice, String date, String amount) {
        LocalDate day = LocalDate.parse(date);
        return new OwedItem(id, invoice,
                new OwedItem.Entry(id, invoice == 0 ? null : MoveType.CUSTOMER_INVOICE, "N" + id, "", ""), false,
                like.company(), like.partner(), like.currency(),
                new OwedItem.Dates(day, day, invoice == 0 ? null : day), new BigDecimal(amount), BigDecimal.ZERO,
                new OwedItem.Booked(null, new BigDecimal(amount), BigDecimal.ZERO), List.of(77L));
    }

    @Test
    void howAPartnerPaidUntilAPastDayIsTheSameOnThePageAndInTheList() {
        LocalDate october = LocalDate.of(2026, 10, 31);
        paidInNovember();
        openBrightwater(10);
        // 32 and 70 days after the invoice
        Fx.await("today", () -> kit.seen("#card-habit .card-figure").contains("51 days"));

        Fx.run(() -> ((MenuButton) Objects.requireNonNull(kit.find("#partner-as-of"))).getItems().get(1).fire());

        Fx.await("end of October", () -> kit.seen("#partner-as-of").contains("As of 31 Oct 2026"));
        Fx.await("until then", () -> kit.seen("#card-habit .card-figure").contains("32 days"));
        assertThat(kit.texts("#card-next .card-figure")).as("no day from a single payment").containsExactly("–");
        Subledger ledger = Subledger.of(kit.reader.owed.getOrDefault(WindowSamples.ACME, List.of()));
        assertThat(PartnerList.of(Map.of(WindowSamples.ACME, ledger), false, october, LocalDate.of(2026, 11, 23))
                .find("Brightwater", PartnerOrder.NAME, false)).singleElement()
                .satisfies(one -> assertThat(Objects.requireNonNull(one.habit()).paysAfter()).isEqualTo(32));
    }

    /** What the payment settled is not in the copy. */
    @Test
    void whatIsNotCertainOfAPastDayIsMarkedAndSaid() {
        var items = new ArrayList<>(kit.reader.owed.getOrDefault(WindowSamples.ACME, List.of()));
        items.add(settled(items.getFirst(), 77_002, 0, "2026-09-10", "-70"));
        kit.reader.owed.put(WindowSamples.ACME, List.copyOf(items));
        kit.changes.all(WindowSamples.ACME);
        openBrightwater(10);
        assertThat(cells("#partner-statement")).anySatisfy(cells -> assertThat(cells).contains(
                "Used for an entry that is not listed here", "\u20ac\u00a070.00"));
        assertThat(kit.texts("#card-owed .card-figure")).containsExactly("\u20ac\u00a016,910.00");
        assertThat(kit.texts(".figure-hint .label")).noneMatch(text -> text.contains("uncertain"));

        Fx.run(() -> ((MenuButton) Objects.requireNonNull(kit.find("#partner-as-of"))).getItems().get(1).fire());

        Fx.await("marked", () -> kit.seen("#card-owed .card-figure").contains("\u2248\u00a0\u20ac\u00a018,290.00"));
        assertThat(kit.texts(".figure-hint .label")).anyMatch(text -> text.endsWith(
                "1 row is uncertain: the copy does not hold all that settled it."));
        assertThat(kit.texts(".figure-footer .footer-figure")).contains("\u2248\u00a0\u20ac\u00a018,290.00");
    }

    @Test
    void aFigureOpensTheItemsThatAddUpToIt() {
        openBrightwater();

        kit.press("#card-overdue");
        await("#partner-open", 3);
        assertThat(cells("#partner-open").getLast().getLast()).isEqualTo("\u20ac\u00a012,090.00");
        assertThat(cells("#partner-open").getFirst()).as("days as everywhere").contains("15 Sep 2026", "15 Oct 2026");
        Fx.await("an age", () -> kit.find("#age-31-60") != null);
        kit.press("#age-31-60");
        await("#partner-open", 2);
        assertThat(cells("#partner-open").getLast().getLast()).isEqualTo("\u20ac\u00a05,890.00");
        kit.press("#partner-ages");
        await("#partner-open", 4);
    }

    @Test
    void enterOnAnEntryOpensTheInvoice() {
        openBrightwater();
        Fx.run(() -> ((TableView<?>) Objects.requireNonNull(kit.find("#partner-statement"))).getSelectionModel()
                .clearAndSelect(1));
        key("#partner-statement", KeyCode.ENTER);

        Fx.await("the invoice", () -> kit.invoices().opened
                .equals(List.of(new Destination.OneInvoice(new InvoiceKey(WindowSamples.ACME, 911)))));
    }

    @Test
    void theWayBackLeadsToTheListWithTheLineChosen() {
        openBrightwater();

        Fx.run(() -> kit.root().getScene().getAccelerators().entrySet().stream()
                .filter(entry -> entry.getKey().getName().contains("Left")).findFirst().orElseThrow().getValue()
                .run());
        await("#customers", 6);
        Fx.await("chosen", () -> ((TableView<?>) Objects.requireNonNull(kit.find("#customers"))).getSelectionModel()
                .getSelectedIndex() == 0);
    }

    @Test
    void vendorsHaveAListAndPagesOfTheirOwn() {
        kit.press("#nav-vendors");
        await("#vendors", 1);

        assertThat(first("#vendors")).containsExactly("Harbour Print");
        key("#vendors", KeyCode.DOWN);
        key("#vendors", KeyCode.ENTER);
        await("#partner-statement", 2);
        assertThat(cells("#partner-statement").getLast().getLast()).isEqualTo("\u20ac\u00a0780.00");
    }

    @Test
    void withoutItemsThePageSaysWhatToDo() {
        kit.reader.owed.clear();
        kit.changes.all(WindowSamples.ACME);

        kit.press("#nav-customers");
        Fx.await("said", () -> kit.seen(".empty-title").contains("No customers yet"));
    }

    private TextArea note() {
        return (TextArea) Objects.requireNonNull(kit.find("#note-text"));
    }

    private void write(String text) {
        kit.press("#note-edit");
        Fx.run(() -> note().setText(text));
        key("#note-text", KeyCode.ESCAPE);
    }

    @Test
    void aPrivateNoteToAPartnerIsKeptInTheOwnersBookAndOutlivesWhatASyncBrings() {
        var key = new PartnerKey(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id());
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        openBrightwater();
        write("Pays when Anna calls");
        Fx.await("kept", () -> kit.book.partnerNotes(Set.of(WindowSamples.ACME)).containsKey(key));

        assertThat(kit.book.partnerNotes(Set.of(WindowSamples.ACME))).containsExactly(
                Map.entry(key, "Pays when Anna calls"));
        kit.press("#note-edit");
        Fx.run(() -> note().appendText(", before ten"));
        Fx.run(() -> {
            kit.navigator().open(new Destination.Page(PageId.CUSTOMERS));
            kit.navigator()
                    .open(new Destination.PartnerPage(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id(), false, null));
        });

        Fx.await("the longer one is shown", () -> kit.seen(".note-shown").contains("Pays when Anna calls, before ten"));
        assertThat(kit.book.partnerNotes(Set.of(WindowSamples.ACME))).containsEntry(key,
                "Pays when Anna calls, before ten");
    }

    @Test
    void theNoteOfOnePartnerIsNotShownAtAnother() {
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        openBrightwater();
        write("Only of this one");
        Fx.await("shown", () -> kit.seen(".note-shown").contains("Only of this one"));
        kit.press("#nav-customers");
        await("#customers", 6);
        key("#customers", KeyCode.DOWN);
        key("#customers", KeyCode.ENTER);

        Fx.await("another partner", () -> kit.seen(".aside-name").size() == 1
                && !kit.seen(".aside-name").contains("Brightwater Hotels"));
        assertThat(kit.texts(".note-shown")).isEmpty();
        assertThat(kit.text("#note-edit")).isEqualTo("Add a note");
    }

    /** Brightwater pays its first invoice on a day, and nothing else is known of it. */
    private void paysOn(String day) {
        List<OwedItem> items = kit.reader.owed.getOrDefault(WindowSamples.ACME, List.of());
        OwedItem one = items.getFirst();
        var others = new ArrayList<>(items.stream().filter(item -> !Objects.equals(item.partner(), one.partner()))
                .toList());
        LocalDate due = LocalDate.of(2026, 8, 2);
        OwedItem invoice = settled(one, 77_001, 77_000, "2026-07-03", "70");
        others.add(new OwedItem(invoice.id(), invoice.invoice(), invoice.entry(), false, invoice.company(),
                invoice.partner(), invoice.currency(),
                new OwedItem.Dates(invoice.dates().accounting(), due, invoice.dates().accounting()), invoice.amount(),
                invoice.open(), invoice.booked(), invoice.partials()));
        others.add(settled(one, 77_002, 0, day, "-70"));
        kit.reader.owed.put(WindowSamples.ACME, List.copyOf(others));
        kit.changes.all(WindowSamples.ACME);
    }

    /** On the FX thread: what the list says of how Brightwater pays. */
    private List<String> habitOfBrightwater() {
        return kit.find("#customers") instanceof TableView<?> view
                ? view.getItems().stream().map(row -> ((FigureRow<?>) row).cells().stream().map(FigureCell::text)
                        .toList()).filter(cells -> cells.getFirst().equals("Brightwater Hotels"))
                        .map(cells -> cells.subList(5, 7)).findFirst().orElse(List.of())
                : List.of();
    }

    @ParameterizedTest
    @CsvSource({"2026-08-15, 43 days, 13 days", "2026-08-03, 31 days, 1 day", "2026-08-02, 30 days, 0 days",
        "2026-08-01, 29 days, 1 day early", "2026-07-13, 10 days, 20 days early", "2026-07-03, 0 days, 30 days early",
        "2026-07-01, 0 days, 30 days early"})
    void whoPaysOnTimeOrEarlyIsNotCalledLate(String paid, String after, String late) {
        paysOn(paid);
        kit.press("#nav-customers");

        Fx.await("read", () -> habitOfBrightwater().equals(List.of(after, late)));
        Subledger ledger = Subledger.of(kit.reader.owed.getOrDefault(WindowSamples.ACME, List.of()));
        LocalDate today = LocalDate.of(2026, 11, 23);
        List<String> names = PartnerList.of(Map.of(WindowSamples.ACME, ledger), false, today, today)
                .find("", PartnerOrder.LATE_BY, false).stream().map(PartnerList.Entry::name).distinct().toList();
        // Ready Mat pays ten days late
        assertThat(names.indexOf("Brightwater Hotels") <= names.indexOf("Ready Mat"))
                .isEqualTo(!LocalDate.parse(paid).isAfter(LocalDate.of(2026, 8, 12)));
    }
}
