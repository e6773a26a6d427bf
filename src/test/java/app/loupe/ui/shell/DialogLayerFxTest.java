package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.Card;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

/** A question stands above the card that is open, and ends nothing of it. */
class DialogLayerFxTest {
    private final DialogLayer layer = Fx.get(DialogLayer::new);
    private final Stage stage = Fx.get(Stage::new);
    private final FakeCard card = Fx.get(() -> new FakeCard("card"));
    private final FakeCard question = Fx.get(() -> new FakeCard("question"));

    private static final class FakeCard implements Card {
        private final Button view;
        private int closed;

        FakeCard(String name) {
            view = new Button(name);
        }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void opened() {
            view.requestFocus();
        }

        @Override
        public void closed() {
            closed++;
        }
    }

    @BeforeEach
    void open() {
        Fx.run(() -> {
            stage.setScene(new Scene(new StackPane(new Button("below"), layer), 300, 200));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private static boolean isSeen(FakeCard card) {
        return Fx.get(() -> card.view.getScene() != null && card.view.getParent().getParent() != null
                && shows(card.view));
    }

    private static boolean shows(Parent view) {
        boolean shown = view.isVisible();
        for (Parent at = view.getParent(); at != null; at = at.getParent()) {
            shown &= at.isVisible();
        }
        return shown;
    }

    private void escape() {
        Fx.run(() -> layer.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    }

    @Test
    void theCardGoesOnUnseenAndIsThereAgain() {
        Fx.run(() -> {
            layer.show(card);
            layer.ask(question);
        });
        assertThat(isSeen(question)).isTrue();
        assertThat(isSeen(card)).isFalse();
        assertThat(card.closed).isZero();

        escape();

        assertThat(isSeen(card)).isTrue();
        assertThat(isSeen(question)).isFalse();
        assertThat(card.closed).isZero();
        assertThat(question.closed).isEqualTo(1);
        escape();
        assertThat(card.closed).isEqualTo(1);
        assertThat(Fx.<Boolean>get(layer::isOpen)).isFalse();
        assertThat(Fx.<Boolean>get(layer::isVisible)).isFalse();
    }

    @Test
    void aCardThatClosesByItselfLeavesTheQuestion() {
        Fx.run(() -> {
            layer.show(card);
            layer.ask(question);
            layer.close();
        });

        assertThat(card.closed).isEqualTo(1);
        assertThat(isSeen(question)).isTrue();
        Fx.run(layer::back);
        assertThat(Fx.<Boolean>get(layer::isOpen)).isFalse();
        assertThat(Fx.<Boolean>get(layer::isVisible)).isFalse();
    }

    @Test
    void aCardThatComesWhileAQuestionIsThereIsSeenAfterwards() {
        Fx.run(() -> {
            layer.ask(question);
            layer.show(card);
        });
        assertThat(isSeen(question)).isTrue();
        assertThat(isSeen(card)).isFalse();

        Fx.run(layer::back);

        assertThat(isSeen(card)).isTrue();
    }

    @Test
    void aSecondRequestAsksNoSecondTime() {
        var another = Fx.get(() -> new FakeCard("another"));
        Fx.run(() -> {
            layer.ask(question);
            layer.ask(another);
            layer.back();
        });

        assertThat(Fx.<Boolean>get(layer::isOpen)).isFalse();
        assertThat(isSeen(another)).isFalse();
    }

    /** The window that is opened anew takes every card with it, and what was typed there. */
    @Test
    void whatTakesAllAwayWaitsUntilNoCardIsOpen() {
        var done = new AtomicInteger();
        var another = Fx.get(() -> new FakeCard("another"));
        Fx.run(() -> {
            layer.show(card);
            layer.whenFree(done::incrementAndGet);
            layer.show(another);
        });
        settle();
        assertThat(done).as("another card has come in its place").hasValue(0);
        Fx.run(() -> {
            layer.ask(question);
            layer.close();
        });
        settle();
        assertThat(done).as("a question is there").hasValue(0);

        escape();
        settle();

        assertThat(done).hasValue(1);
        Fx.run(() -> layer.show(card));
        Fx.run(layer::close);
        settle();
        assertThat(done).as("once").hasValue(1);
    }

    @Test
    void whatTakesAllAwayComesAtOnceWhereNoCardIsAndNotWithoutAWindow() {
        var done = new AtomicInteger();
        Fx.run(() -> layer.whenFree(done::incrementAndGet));
        assertThat(done).hasValue(1);

        Fx.run(() -> {
            layer.show(card);
            layer.whenFree(done::incrementAndGet);
            stage.hide();
            layer.close();
        });
        settle();

        assertThat(done).hasValue(1);
    }

    /** Until what was put off has been done. */
    private static void settle() {
        Fx.run(() -> {});
    }
}
