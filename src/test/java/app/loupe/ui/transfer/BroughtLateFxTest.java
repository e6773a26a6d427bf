package app.loupe.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.SecretField;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.WindowSamples;

/** A transfer file that is brought in to the end when its card has gone already. */
class BroughtLateFxTest {
    private final HeldWork work = new HeldWork();
    private final AtomicInteger reopened = new AtomicInteger();
    private final Stage stage = Fx.get(Stage::new);
    private @Nullable ProblemCode refusal;

    /** What does not hear any more that it is to stop. */
    private final class Unstoppable implements Transfers {
        @Override
        public Made make(Path file, boolean overwrite, Secret passphrase, CancelToken cancel, Watcher watcher) {
            throw new AssertionError("nothing is made here");
        }

        @Override
        public Brought bring(Path file, Secret passphrase, CancelToken cancel, Watcher watcher)
                throws ProblemException {
            if (refusal != null) {
                throw ProblemException.of(refusal);
            }
            return new Brought(List.of(), 1, 0, 0, new Owned(0, 0));
        }
    }

    private static final class Chooser implements FileChooserPort {
        @Override
        public Optional<Path> chooseToSave(String title, Path proposed) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseToOpen(String title) {
            return Optional.of(Path.of("moved.transfer"));
        }
    }

    private BringTransferCard begun() {
        return Fx.get(() -> {
            var card = new BringTransferCard(
                    new TransferPorts(new Unstoppable(), new Chooser(), () -> "", reopened::incrementAndGet),
                    work.background(), WindowSamples.wording(), () -> {});
            stage.setScene(new Scene(card.view()));
            stage.show();
            card.opened();
            press(card, "#transfer-choose");
            ((SecretField) Objects.requireNonNull(card.view().lookup("#transfer-typed"))).setText("tokar bilun");
            press(card, "#transfer-go");
            return card;
        });
    }

    private static void press(BringTransferCard card, String button) {
        ((ButtonBase) Objects.requireNonNull(Fx.laidOut(card.view()).lookup(button))).fire();
    }

    private void end() {
        work.done();
        // what follows is put off
        Fx.run(() -> {});
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    /** The window would go on with what was there before, and write over what was brought. */
    @Test
    void opensTheWindowAnewWhenItsWorkIsAtItsEnd() {
        BringTransferCard card = begun();
        Fx.run(card::closed);
        Fx.run(() -> {});
        assertThat(reopened).hasValue(0);

        end();

        assertThat(reopened).hasValue(1);
    }

    @Test
    void opensItAnewAfterTheHalf() {
        refusal = ProblemCode.TRANSFER_HALF;
        BringTransferCard card = begun();
        Fx.run(card::closed);

        end();

        assertThat(reopened).hasValue(1);
    }

    @Test
    void leavesItAloneWhereNothingCame() {
        refusal = ProblemCode.CANCELLED;
        BringTransferCard card = begun();
        Fx.run(card::closed);

        end();

        assertThat(reopened).hasValue(0);
    }

    @Test
    void opensItOnceWhenTheCardGoesAfterwards() {
        BringTransferCard card = begun();
        end();
        assertThat(reopened).as("what came is told first").hasValue(0);

        Fx.run(card::closed);
        Fx.run(() -> {});

        assertThat(reopened).hasValue(1);
    }
}
