package testkit.window;

import app.loupe.ui.common.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import testkit.FakeInvoices;
import testkit.TradingCopy;

/** Draws the overview into target/screenshots: both themes, two sizes, and what is unusual. Run by hand. */
public final class OverviewScreenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private OverviewScreenshots() {}

    /** Draws all of them. */
    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        for (ColorScheme scheme : ColorScheme.values()) {
            shoot("business", TradingCopy.business(), Map.of(), scheme, false);
        }
        shoot("tables", TradingCopy.business(), Map.of(), ColorScheme.DARK, true);
        shoot("yen", TradingCopy.business(), Map.of("overview.currency", "JPY"), ColorScheme.LIGHT, false);
        shoot("booked", TradingCopy.business(), Map.of("overview.currency", "EUR+booked"), ColorScheme.LIGHT, false);
        shoot("names", TradingCopy.business(List.of(Scripts.ARABIC.text(), Scripts.MIXED.text(),
                "Vereinigte Donaudampfschifffahrtsgesellschaft f\u00fcr M\u00f6bel und Innenausbau mbH & Co. KG",
                Scripts.JAPANESE.text())), Map.of(), ColorScheme.LIGHT, false);
        FakeInvoices one = FakeInvoices.empty();
        one.add("INV/1", "Ann", "2026-11-02", "2026-11-12", "100.00", "100.00", "EUR");
        shoot("one", new TradingCopy(one), Map.of(), ColorScheme.LIGHT, false);
        shoot("credit", new TradingCopy(OverviewSamples.negativeMonth()), Map.of(), ColorScheme.LIGHT, false);
        large();
        Fx.run(Platform::exit);
    }

    private static void large() throws IOException {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.US)) {
            window.awaitProducts();
            Fx.run(() -> window.root().setStyle("-fx-font-size: 26px"));
            Pictures.write(window.stage(), 1280, 800, FOLDER.resolve("overview-large-light-1280x800.png"));
            Fx.run(() -> ((ScrollPane) window.findAll(".overview-scroll").getFirst()).setVvalue(0.5));
            Pictures.write(window.stage(), 1280, 800, FOLDER.resolve("overview-large-middle-light-1280x800.png"));
        }
    }

    private static void shoot(String name, TradingCopy copy, Map<String, String> memory, ColorScheme scheme,
            boolean tables) throws IOException {
        try (var window = new OverviewWindow(copy, new Memory(memory), Locale.US)) {
            Fx.run(() -> window.scheme.set(scheme));
            window.awaitProducts();
            if (tables) {
                List.of("months", "ages", "cash").forEach(id -> window.press("#as-table-" + id));
            }
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                Pictures.write(window.stage(), size[0], size[1], FOLDER.resolve(String.format(Locale.ROOT,
                        "overview-%s-%s-%dx%d.png", name, scheme.name().toLowerCase(Locale.ROOT), size[0], size[1])));
            }
            Fx.run(() -> ((ScrollPane) window.findAll(".overview-scroll").getFirst()).setVvalue(1));
            Pictures.write(window.stage().getScene(), FOLDER.resolve(String.format(Locale.ROOT,
                    "overview-%s-%s-end.png", name, scheme.name().toLowerCase(Locale.ROOT))));
        }
    }
}
