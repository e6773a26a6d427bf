package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.PageId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;
import testkit.window.Unrest;

/** A window in which nothing happens draws nothing: a screen that draws for ever takes half of a processor, and a battery. */
class AtRestFxTest {
    @TempDir
    private Path folder;

    private final Map<String, List<String>> restless = new LinkedHashMap<>();

    @Test
    void noScreenDrawsWhileNothingHappens() throws Exception {
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            WholeLoupe.sync(loupe, loupe.connections().addSample().id());
        }
        try (var window = new StartedWindow(folder, prompt -> bench.open())) {
            for (PageId page : PageId.values()) {
                window.press("#nav-" + page.key());
                rests(window, page + " as it opens");
                if (page != PageId.SYNCLOG) {
                    Fx.run(() -> tables(window).forEach(AtRestFxTest::sort));
                    rests(window, page + " in another order");
                }
                Fx.run(() -> tables(window).forEach(table -> table.getSelectionModel().select(0)));
                rests(window, page + " with a row selected");
            }
            window.press("#nav-invoices").press(KeyCode.B);
            rests(window, "with amounts hidden");
        }
        assertThat(restless).isEmpty();
    }

    private void rests(StartedWindow window, String where) {
        List<String> drawn = Unrest.of(window.stage().getScene());
        if (!drawn.isEmpty()) {
            restless.put(where, drawn);
        }
    }

    private static List<? extends TableView<?>> tables(StartedWindow window) {
        return window.root().lookupAll(".table-view").stream().filter(TableView.class::isInstance)
                .map(table -> (TableView<?>) table).toList();
    }

    private static <S> void sort(TableView<S> table) {
        table.getVisibleLeafColumns().stream().filter(TableColumn::isSortable).findFirst()
                .ifPresent(column -> table.getSortOrder().setAll(List.of(column)));
    }
}
