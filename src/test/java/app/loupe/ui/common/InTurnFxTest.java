package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

class InTurnFxTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Background background = new Background(Thread::startVirtualThread, problem -> {});
    private final InTurn turns = new InTurn();

    private void add(String name) {
        turns.add(() -> Optional.of(background.run(name, () -> done.add(name))));
    }

    @Test
    void whatCannotBeMadeHoldsUpNothingBehindIt() {
        Fx.run(() -> {
            assertThatThrownBy(() -> turns.add(() -> {
                throw new IllegalStateException("nothing is open any more");
            })).isInstanceOf(IllegalStateException.class);
            add("next");
        });

        Fx.await("the next is done", () -> done.contains("next"));
    }

    @Test
    void whatHasNothingToDoWaitsForItsTurnAndHoldsUpNothing() {
        Fx.run(() -> {
            add("first");
            turns.add(() -> {
                done.add("nothing");
                return Optional.empty();
            });
            add("last");
        });

        Fx.await("all is done", () -> done.size() == 3);
        assertThat(done).containsExactly("first", "nothing", "last");
    }

    @Test
    void whatWaitsBehindOneThatCannotBeMadeIsDone() {
        Fx.run(() -> {
            add("first");
            turns.add(() -> {
                throw new IllegalStateException("nothing is open any more");
            });
            add("last");
        });

        Fx.await("all is done", () -> done.size() == 2);
        assertThat(done).containsExactly("first", "last");
    }
}
