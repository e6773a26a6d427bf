package app.loupe.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.ExportRequest;
import app.loupe.ui.common.SecretField;
import app.loupe.ui.common.TransferRequest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.TradingCopy;
import testkit.window.ExportWindow;
import testkit.window.Fx;

/** A transfer file that was brought in while another card is open: that card goes on, and the window opens anew afterwards. */
class BroughtUnderAnotherCardFxTest {
    @TempDir
    Path folder;

    private ExportWindow window;

    @BeforeEach
    void bring() {
        window = new ExportWindow(TradingCopy.business(), folder, Locale.ENGLISH);
        window.chosen = Optional.of(folder.resolve("moved.transfer"));
        window.press("#nav-invoices").await(".invoice-table");
        Fx.await("rows", () -> !window.findAll(".invoice-table .table-row-cell:filled").isEmpty());
        Fx.run(() -> window.root().fireEvent(new TransferRequest(true)));
        window.press("#transfer-choose");
        Fx.run(() -> ((SecretField) window.findAll("#transfer-typed").getFirst()).setText("tokar bilun"));
        window.press("#transfer-go").await("#transfer-said");
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** Until what was put off has been done. */
    private static void settle() {
        Fx.run(() -> {});
        Fx.run(() -> {});
    }

    private boolean isExportOpen() {
        return Fx.get(() -> !window.findAll("#export-go").isEmpty());
    }

    @Test
    void anotherCardIsNotTakenAway() {
        Fx.run(() -> window.root().fireEvent(new ExportRequest()));
        settle();
        assertThat(isExportOpen()).isTrue();
        assertThat(window.reopened).as("the export would be stopped").hasValue(0);

        window.key(KeyCode.ESCAPE, false);
        settle();

        assertThat(isExportOpen()).isFalse();
        assertThat(window.reopened).hasValue(1);
    }

    @Test
    void whereThereIsNoneItComesAtOnce() {
        window.key(KeyCode.ESCAPE, false);
        settle();

        assertThat(window.reopened).hasValue(1);
    }
}
