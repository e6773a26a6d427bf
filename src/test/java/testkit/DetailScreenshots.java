package testkit;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.KeptFilter;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import app.loupe.ui.invoices.InvoicePorts;
import app.loupe.ui.invoices.InvoicesView;
import app.loupe.ui.common.Destination;
import app.loupe.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.Pictures;

/** Renders each tab of an open invoice, in both themes, in German and with large texts. Run by hand. */
public final class DetailScreenshots {
    private static final String NUMBER = "INV/2026/01182";

    private final Path folder;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    private DetailScreenshots(Path folder) {
        this.folder = folder;
    }

    /** Renders all of them, into the folder of the first argument when there is one. */
    public static void main(String[] arguments) throws IOException {
        FxStage.start();
        var shots = new DetailScreenshots(Path.of(arguments.length == 0 ? "target/screenshots" : arguments[0]));
        Files.createDirectories(shots.folder);
        for (ColorScheme scheme : ColorScheme.values()) {
            for (Locale language : List.of(Locale.US, Locale.GERMANY)) {
                shots.render(language, scheme, 100);
                shots.render(language, scheme, 200);
            }
        }
        shots.executor.shutdown();
        FxStage.run(Platform::exit);
    }

    private void render(Locale language, ColorScheme scheme, int size) throws IOException {
        FakeInvoices copy = FakeInvoices.mockUp();
        copy.lines(NUMBER, EntryLines.of(copy.row(NUMBER)));
        Stage stage = FxStage.on(Stage::new);
        InvoicesView screen = FxStage.on(() -> {
            var view = new InvoicesView(new InvoicePorts(copy.shelf(), copy, copy.book(),
                    new OneConnection("https://acme.odoo.com"), new IdleSync(), page -> {}, new FakeNavigator(),
                    new NoOriginals(), new NoteDrafts()),
                    new Background(executor, problem -> {}),
                    Wording.of(new Texts(language), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
            view.rememberFilters(List.of(new KeptFilter("Deco, late", "", Map.of())), filters -> {});
            stage.setScene(new Scene(view.view(), 1280 - 276, 900));
            new Theme(new SimpleObjectProperty<>(scheme), new SimpleObjectProperty<>(size)).dress(stage.getScene());
            stage.show();
            view.select(List.of(FakeInvoices.profile()));
            view.open(new Destination.OneInvoice(copy.key(NUMBER)));
            return view;
        });
        FxStage.until(() -> screen.view().lookup(".instalments-grid") != null);
        FxStage.run(() -> ((MenuButton) screen.view().lookup("#saved-filters")).getItems().stream()
                .filter(item -> "saved-save".equals(item.getId())).forEach(MenuItem::fire));
        for (String tab : List.of("lines", "journal", "other")) {
            FxStage.run(() -> ((ButtonBase) screen.view().lookup("#detail-tab-" + tab)).fire());
            Fx.layOut(screen.view());
            Pictures.write(stage.getScene(), folder.resolve(String.format(Locale.ROOT, "detail-%s-%s-%d-%s.png", tab,
                    language.getLanguage(), size, scheme.name().toLowerCase(Locale.ROOT))));
        }
        FxStage.run(stage::close);
    }
}
