package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** Damage that comes to light while the books are read for the first list is told, whoever of the readers met it. */
class DamageAtStartFxTest {
    private static final int HEAD_BYTES = 64 * 1024;

    @TempDir
    private Path folder;

    private void spoilTheCopy() {
        try (FileChannel file = FileChannel.open(folder.resolve("invoices.mv.db"), StandardOpenOption.WRITE)) {
            ByteBuffer nothing = ByteBuffer.allocate((int) file.size() - HEAD_BYTES);
            file.write(nothing, HEAD_BYTES);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Another reader may have told before that the copy is not whole: then it waits behind that until the owner closes it. */
    private static boolean isTold(StartedWindow window, String title) {
        Parent root = window.root();
        String before = WholeLoupe.TEXTS.title(Problem.of(ProblemCode.COPY_UNFILLED, "Sample company", ""));
        if (says(root, before) && root.lookup(".problem-close") instanceof Button close) {
            close.fire();
        }
        return says(root, title);
    }

    private static boolean says(Parent root, String title) {
        return HiddenAmountsFxTest.said(root).stream().anyMatch(text -> text.startsWith(title));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there nobody else can write to a file that is open")
    void theOwnerIsToldOfDamageThatTheFirstListMeets() throws Exception {
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
        }
        String title = WholeLoupe.TEXTS.title(Problem.of(ProblemCode.STORE_DAMAGED));
        try (var window = new StartedWindow(folder, prompt -> {
            OpenLoupe loupe = bench.open();
            spoilTheCopy();
            return loupe;
        })) {
            Fx.await("it is told", () -> isTold(window, title));
            assertThat(Fx.get(() -> says(window.root(), title))).isTrue();
        }
    }
}
