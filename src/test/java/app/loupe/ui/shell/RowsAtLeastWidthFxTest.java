package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.ui.common.Destination;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.ChangeSamples;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.Pictures;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** What rows say in words of the window is not cut at 1280x800 in any language. */
class RowsAtLeastWidthFxTest {
    private static final String ELLIPSIS = "\u2026";

    private static WindowKit kit(String language) {
        var kit = new WindowKit(Locale.of(language));
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        return kit;
    }

    /** Its day and its number of days are of the longest there are. */
    private static OwedItem late() {
        var total = new BigDecimal("12927.00");
        return new OwedItem(77, 77,
                new OwedItem.Entry(77, MoveType.CUSTOMER_INVOICE, "INV/2026/06/0021", "Invoices", ""),
                false, new Ref(1, "Acme Trading"), OwedSamples.BRIGHTWATER, OwedSamples.EUR,
                new OwedItem.Dates(LocalDate.of(2025, 12, 24), LocalDate.of(2025, 9, 22), LocalDate.of(2025, 12, 24)),
                total, total, new OwedItem.Booked(OwedSamples.EUR, total, total), List.of());
    }

    /** The texts as they are drawn, cut or not. */
    private static List<String> drawn(WindowKit kit, String selector) {
        kit.awaitQuiet();
        Pictures.settle();
        kit.layOut();
        return Fx.get(() -> kit.findAll(selector).stream().filter(node -> node.isVisible()).map(Text.class::cast)
                .map(Text::getText).filter(text -> !text.isEmpty()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void aStatementSaysWholeHowLateItsInvoicesAre(String language) {
        try (WindowKit kit = kit(language)) {
            OwedSamples.all(kit.reader, WindowSamples.ACME);
            kit.reader.owed.merge(WindowSamples.ACME, List.of(late()), (others, one) -> Stream
                    .concat(others.stream(), one.stream()).toList());
            kit.openLoaded();
            Fx.run(() -> kit.navigator().open(
                    new Destination.PartnerPage(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id(), false, null)));
            Fx.await("the statement", () -> kit.find("#partner-statement") != null);

            List<String> about = drawn(kit, "#partner-statement .remark .text");
            assertThat(about.stream().filter(text -> text.contains("427"))).as(language).isNotEmpty()
                    .noneMatch(text -> text.contains(ELLIPSIS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void aChangeSaysWholePartsOrNone(String language) {
        try (WindowKit kit = kit(language)) {
            var changes = new ChangeSamples(kit.book, kit.reader, WindowSamples.ACME, 1,
                    WindowSamples.NOW.minus(Duration.ofMinutes(4)));
            changes.arrive(1171, "Lumber Inc", Kind.REMOVED, "12760.20");
            changes.arrive(1184, "Brightwater Hotels", Kind.INACCESSIBLE, "3025.00");
            kit.openLoaded();
            kit.press(".all-connections");
            kit.press("#nav-changed");
            Fx.await("changes", () -> !kit.findAll(".parts .part-what").isEmpty());
            kit.awaitQuiet();
            Pictures.settle();
            kit.layOut();

            assertThat(Fx.get(() -> kit.findAll(".parts .label").stream().map(Labeled.class::cast)
                    .filter(label -> label.isVisible() && label.isTextTruncated()).map(Labeled::getText).toList()))
                    .as(language).isEmpty();
        }
    }
}
