package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.ui.common.FigureCell;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.Memory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** A statement begins a year ago with an opening balance until its owner wants all of it, and then it stays so. */
class PartnerSinceFxTest {
    private static final LocalDate OLD = LocalDate.of(2024, 3, 5);

    private static WindowKit opened(Memory memory) {
        WindowKit kit = new WindowKit().remembering(memory);
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.reader.with(WindowSamples.ACME, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        var items = new ArrayList<>(kit.reader.owed.getOrDefault(WindowSamples.ACME, List.of()));
        items.add(old(items.getFirst()));
        kit.reader.owed.put(WindowSamples.ACME, List.copyOf(items));
        kit.open();
        return kit;
    }

    /** Of Brightwater, open since years. */
    private static OwedItem old(OwedItem like) {
        var amount = new BigDecimal("1000.00");
        return new OwedItem(88_001, 88_000, new OwedItem.Entry(88_000, MoveType.CUSTOMER_INVOICE, "INV/88", "", ""),
                false, like.company(), like.partner(), like.currency(), new OwedItem.Dates(OLD, OLD, OLD), amount,
                amount, new OwedItem.Booked(OwedSamples.EUR, amount, amount), List.of());
    }

    private static void page(WindowKit kit) {
        kit.press("#nav-customers");
        Fx.await("customers", () -> kit.find("#customers") instanceof TableView<?> view && !view.getItems().isEmpty());
        Fx.run(() -> {
            for (KeyCode code : List.of(KeyCode.DOWN, KeyCode.ENTER)) {
                Objects.requireNonNull(kit.find("#customers"))
                        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
        });
        Fx.await("statement", () -> !cells(kit).isEmpty());
    }

    private static List<List<String>> rows(WindowKit kit) {
        return Fx.get(() -> cells(kit));
    }

    /** On the FX thread. */
    private static List<List<String>> cells(WindowKit kit) {
        return kit.find("#partner-statement") instanceof TableView<?> view
                ? view.getItems().stream()
                        .map(row -> ((FigureRow<?>) row).cells().stream().map(FigureCell::text).toList()).toList()
                : List.of();
    }

    private static void choose(WindowKit kit, String name) {
        Fx.run(() -> ((MenuButton) Objects.requireNonNull(kit.find("#partner-from"))).getItems().stream()
                .filter(item -> name.equals(item.getText())).findFirst().ifPresent(MenuItem::fire));
    }

    private static String chip(WindowKit kit) {
        return Fx.get(() -> ((MenuButton) Objects.requireNonNull(kit.find("#partner-from"))).getText());
    }

    @Test
    void theLastTwelveMonthsFollowAnOpeningBalanceWithWhatIsOlder() {
        try (WindowKit kit = opened(new Memory(Map.of()))) {
            page(kit);

            assertThat(chip(kit)).isEqualTo("Last 12 months");
            assertThat(rows(kit).getFirst()).startsWith("24 Nov 2025", "Opening balance")
                    .endsWith("\u20ac\u00a01,000.00");
            assertThat(rows(kit)).hasSize(8).noneMatch(row -> row.contains("INV/88"));
            assertThat(rows(kit).getLast().getLast()).as("what is open").isEqualTo("\u20ac\u00a017,910.00");
            assertThat(Fx.get(() -> kit.seen(".label")))
                    .anyMatch(text -> text.contains("what is older is in the opening balance"));
            assertThat(kit.texts(".figure-footer .footer-figure")).as("they come to the balance")
                    .contains("\u20ac\u00a01,000.00", "\u20ac\u00a017,910.00");
        }
    }

    /** The years come to what stands below them, whatever part of the statement is listed. */
    @Test
    void belowTheYearsStandsWhatAllOfThemComeTo() {
        try (WindowKit kit = opened(new Memory(Map.of()))) {
            page(kit);
            choose(kit, "Everything");
            Fx.await("all", () -> cells(kit).stream().anyMatch(row -> row.contains("INV/88")));
            List<String> all = kit.texts(".figure-footer .footer-figure");
            choose(kit, "Last 12 months");
            Fx.await("less", () -> cells(kit).size() == 8);

            kit.press("#part-history");

            Fx.await("years", () -> kit.find("#partner-history") instanceof TableView<?> view
                    && !view.getItems().isEmpty());
            assertThat(kit.texts(".figure-footer .footer-figure"))
                    .containsExactlyElementsOf(all.subList(1, all.size()));
        }
    }

    @Test
    void everythingStaysForTheNextPageAndTheNextStart() {
        var memory = new Memory(Map.of());
        try (WindowKit kit = opened(memory)) {
            page(kit);
            choose(kit, "Everything");
            Fx.await("all", () -> cells(kit).stream().anyMatch(row -> row.contains("INV/88")));
            assertThat(Fx.get(() -> kit.seen(".label"))).noneMatch(text -> text.contains("what is older"));
            page(kit);
            assertThat(chip(kit)).isEqualTo("Everything");
        }
        try (WindowKit kit = opened(new Memory(memory.values()))) {
            page(kit);
            assertThat(chip(kit)).isEqualTo("Everything");
            choose(kit, "Last 12 months");
            Fx.await("less", () -> cells(kit).size() == 8);
        }
    }

    @Test
    void aDayStaysForTheWindowOnly() {
        var memory = new Memory(Map.of());
        try (WindowKit kit = opened(memory)) {
            page(kit);
            choose(kit, "From 1 Nov 2026");
            Fx.await("November", () -> cells(kit).size() == 3);
            page(kit);
            assertThat(chip(kit)).isEqualTo("From 1 Nov 2026");
        }
        try (WindowKit kit = opened(new Memory(memory.values()))) {
            page(kit);
            assertThat(chip(kit)).isEqualTo("Last 12 months");
        }
    }
}
