package app.loupe.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.DatePicker;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.TradingCopy;
import testkit.window.ExportWindow;
import testkit.window.Fx;
import testkit.window.Keys;

/** An archive of days that the copy knows in part, in the window; its day is 23 November 2026. */
class ArchiveDaysFxTest {
    @TempDir
    Path folder;

    private ExportWindow window;

    @BeforeEach
    void open() {
        window = new ExportWindow(TradingCopy.business(), folder, Locale.ENGLISH);
        window.press("#nav-invoices").await(".invoice-table");
        window.await("#export-button");
        Fx.await("rows", () -> !window.findAll(".invoice-table .table-row-cell:filled").isEmpty());
        window.openExport().press("#export-archive").await("#export-from");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void enter(String field, String day) {
        Fx.run(() -> {
            var date = (DatePicker) window.findAll(field).getFirst();
            date.requestFocus();
            date.getEditor().setText(day);
        });
        Keys.press(window.stage(), KeyCode.ENTER);
    }

    /** Types both without going on. */
    private void days(String from, String to) {
        Fx.run(() -> {
            for (List<String> one : List.of(List.of("#export-from", from), List.of("#export-to", to))) {
                var date = (DatePicker) window.findAll(one.getFirst()).getFirst();
                date.getEditor().setText(one.getLast());
                date.commitValue();
            }
        });
    }

    @Test
    void daysThatHaveNotBegunAreRefused() throws IOException {
        days("2026-11-24", "2026-12-31");
        enter("#export-to", "2026-12-31");

        assertThat(window.texts("#export-note")).singleElement().asString().contains("have not begun");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whoeverArchivesDaysThatTheCopyKnowsInPartIsToldWhenItIsWritten() {
        days("2026-11-01", "2026-11-30");
        window.export();

        assertThat(window.texts("#export-open-days")).singleElement().asString()
                .startsWith("These days are known up to ")
                .endsWith(" Nov 2026, the day of the copy; what came to Odoo later is missing.");
        assertThat(Fx.get(() -> window.findAll("#export-done").getFirst().getAccessibleHelp()))
                .contains(window.text("#export-open-days"));
    }

    @Test
    void ofDaysBeforeTheCopyNothingIsSaid() {
        days("2026-10-01", "2026-10-31");
        window.export();

        assertThat(window.texts("#export-open-days")).isEmpty();
    }
}
