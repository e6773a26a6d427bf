package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.FailureCode;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.shell.FailureScreen;
import app.loupe.ui.shell.ProblemBar;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import testkit.window.Fx;
import testkit.window.Pictures;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** What nobody foresaw, on every thread and in every moment of the window. */
class FailuresFxTest {
    private final StringWriter err = new StringWriter();
    private final List<Integer> ends = new CopyOnWriteArrayList<>();
    private final CrashGuard guard = new CrashGuard(
            LastWords.read(new PrintWriter(err), new Texts(Locale.US)), ends::add);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final WindowKit kit = new WindowKit();
    private final FailureScreen failures = new FailureScreen(kit.wording, guard::refuse);
    private Thread.@Nullable UncaughtExceptionHandler before;

    @BeforeEach
    void guard() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(guard);
        log.start();
        logger().addAppender(log);
        guard.tellOn(failures);
    }

    @AfterEach
    void unguard() {
        logger().detachAppender(log);
        Thread.setDefaultUncaughtExceptionHandler(before);
        Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(CrashGuard.class);
    }

    private void open() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        kit.leaveLayoutToPulses();
        Fx.run(() -> failures.use((ProblemBar) kit.problems()));
    }

    /** The window stays, says it with the code that stands in the log once, and goes on. */
    private void assertToldOnceAndGoesOn() {
        Fx.await("it is told", () -> kit.find(".problem-bar") != null);
        Pictures.settle();
        Pictures.settle();

        assertThat(log.list).hasSize(1);
        String code = String.valueOf(log.list.getFirst().getArgumentArray()[1]);
        assertThat(code).matches("[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(log.list.getFirst().getFormattedMessage()).contains(code);
        assertThat(kit.texts(".problem-bar .label")).anyMatch(text -> text.contains(code))
                .contains(kit.wording.get("problem.unexpected.title"));
        assertThat(Fx.get(() -> kit.stage().isShowing())).isTrue();
        assertThat(ends).isEmpty();
        assertThat(err.toString()).isEmpty();
        assertGoesOn();
    }

    private void assertGoesOn() {
        kit.press("#nav-synclog");
        Fx.await("another screen is laid out", () -> kit.find("#writes") instanceof Region writes
                && writes.getWidth() > 0 && writes.getHeight() > 0);
        Fx.await("the bar is laid out", () -> kit.find(".problem-bar") instanceof Region bar && bar.getHeight() > 0
                && bar.lookup(".problem-close") instanceof Region close && close.getHeight() > 0);
        kit.press(".problem-close");
        Fx.await("the bar is closed", () -> kit.find(".problem-bar") == null);
    }

    private void put(Node node) {
        Fx.run(() -> ((Pane) kit.invoices().view()).getChildren().add(node));
    }

    @Test
    void aListenerThatThrows() {
        open();
        var value = new SimpleIntegerProperty();
        value.subscribe(now -> {
            if (now.intValue() > 0) {
                throw new IllegalStateException("listener");
            }
        });

        Platform.runLater(() -> value.set(1));

        assertToldOnceAndGoesOn();
    }

    @Test
    void aButtonThatThrows() {
        open();
        var button = new Button("x");
        button.setOnAction(event -> {
            throw new IllegalStateException("action");
        });
        put(button);

        Platform.runLater(button::fire);

        assertToldOnceAndGoesOn();
    }

    @Test
    void aThreadInTheBackgroundThatThrows() throws InterruptedException {
        open();
        Thread thread = Thread.ofPlatform().start(() -> {
            throw new IllegalStateException("thread");
        });
        thread.join();

        assertToldOnceAndGoesOn();
    }

    @Test
    void aHandlerOfBackgroundWorkThatThrowsLeavesNobodyWaiting() {
        open();
        var background = new Background(Runnable::run, problem -> {});
        var ended = new AtomicInteger();

        Platform.runLater(() -> background.run("test", () -> 1).onSuccess(one -> {
            throw new IllegalStateException("handler");
        }).afterwards(ended::incrementAndGet).start());

        assertToldOnceAndGoesOn();
        assertThat(ended).hasValue(1);
    }

    @Test
    void aLayoutThatThrowsOnce() {
        open();
        var broken = new Broken(1);
        put(broken);

        assertToldOnceAndGoesOn();
        assertThat(broken.layouts).as("is laid out again").hasValueGreaterThan(1);
    }

    @Test
    void aLayoutThatAlwaysThrows() {
        open();
        var broken = new Broken(Integer.MAX_VALUE);
        put(broken);

        assertToldOnceAndGoesOn();
        assertStopsTrying(broken.layouts);
    }

    @Test
    void aLayoutWithoutChildrenThatAlwaysThrows() {
        open();
        var broken = new Broken(Integer.MAX_VALUE);
        broken.getChildren().clear();
        put(broken);

        assertToldOnceAndGoesOn();
        assertStopsTrying(broken.layouts);
    }

    @Test
    void aSizeThatCannotBeComputed() {
        open();
        var asked = new AtomicInteger();
        put(new VBox(new StackPane(), new Region() {
            @Override
            protected double computePrefHeight(double width) {
                asked.incrementAndGet();
                throw new IllegalStateException("size");
            }
        }));

        assertToldOnceAndGoesOn();
        assertStopsTrying(asked);
    }

    @Test
    void aListenerThatThrowsInTheMiddleOfALayout() {
        open();
        var broken = new StackPane();
        put(broken);
        Pictures.settle();
        broken.heightProperty().subscribe(height -> {
            if (height.doubleValue() > 100) {
                throw new IllegalStateException("listener in layout");
            }
        });

        Fx.run(() -> broken.setMinHeight(200));

        assertToldOnceAndGoesOn();
    }

    @Test
    void whatTakesTheBarsOwnLayoutAwayIsToldInAWindowOfItsOwn() {
        open();
        var throwing = new AtomicBoolean(true);
        Fx.run(() -> ((Pane) Objects.requireNonNull(kit.find(".main"))).getChildren().add(new Region() {
            @Override
            public void resize(double width, double height) {
                if (throwing.get()) {
                    throw new IllegalStateException("resize");
                }
                super.resize(width, height);
            }
        }));

        Fx.await("it is told", () -> failureWindow() != null);
        Pictures.settle();
        assertThat(failureTexts()).anyMatch(text -> text.contains(codeInLog()));
        assertThat(log.list).hasSize(1);
        assertThat(Fx.get(() -> kit.stage().isShowing())).isTrue();
        Fx.run(() -> Objects.requireNonNull(failureWindow()).hide());

        throwing.set(false);
        kit.press("#nav-synclog");

        Fx.await("laid out after what the owner did", () -> kit.find("#writes") instanceof Region writes
                && writes.getWidth() > 0 && writes.getHeight() > 0);
        assertThat(Fx.get(FailuresFxTest::failureWindow)).isNull();
        assertThat(ends).isEmpty();
    }

    private void assertStopsTrying(AtomicInteger tries) {
        kit.press("#nav-invoices");
        Pictures.settle();
        int before = tries.get();
        Pictures.settle();
        Pictures.settle();

        assertThat(tries).as("no pulse after pulse").hasValue(before);
        assertThat(log.list).hasSize(1);
        assertThat(Fx.get(() -> kit.stage().isShowing())).isTrue();
    }

    @Test
    void whatFailsInEveryPulseIsSaidAgainOnlyAfterAWhile() {
        open();
        var timer = new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                throw new IllegalStateException("pulse");
            }
        };
        Fx.run(timer::start);
        try {
            Fx.await("some pulses", () -> timer.pulses > 20);
            assertToldOnceAndGoesOn();
            int then = Fx.get(() -> timer.pulses);
            Fx.await("more pulses", () -> timer.pulses > then + 5);
            assertThat(kit.texts(".problem-bar .label")).isEmpty();
        } finally {
            Fx.run(timer::stop);
        }
        kit.turnClock(Duration.ofMinutes(1));
        Fx.run(timer::start);
        Fx.await("it is said again", () -> kit.find(".problem-bar") != null);
        Fx.run(timer::stop);
        assertThat(log.list).as("but not logged again").hasSize(1);
    }

    @Test
    void beforeTheWindowIsThereAWindowOfItsOwnSaysIt() {
        Platform.runLater(() -> {
            throw new IllegalStateException("early");
        });

        Fx.await("it is told", () -> failureWindow() != null);
        assertThat(log.list).hasSize(1);
        String code = String.valueOf(log.list.getFirst().getArgumentArray()[1]);
        assertThat(failureTexts()).anyMatch(text -> text.contains(code));
        assertThat(ends).isEmpty();
    }

    @Test
    void whenJavaIsAtItsEndAWindowSaysItAndTheProcessEndsWithIt() {
        open();

        guard.uncaughtException(Thread.currentThread(), new OutOfMemoryError("made up"));

        Fx.await("it is told", () -> failureWindow() != null);
        assertThat(failureTexts()).anyMatch(text -> text.contains(codeInLog()));
        assertThat(ends).isEmpty();
        Fx.run(() -> ((Button) Objects.requireNonNull(failureWindow()).getScene().lookup("#failure-close")).fire());
        assertThat(ends).containsExactly(2);
    }

    @Test
    void withoutAToolkitStandardErrorSaysIt() {
        guard.tellInTerminal();

        guard.uncaughtException(Thread.currentThread(), new IllegalStateException("none"));

        assertThat(err.toString().lines()).singleElement().asString().contains(codeInLog());
        assertThat(ends).containsExactly(2);
    }

    @Test
    void severalPlacesHaveAMessageEach() {
        open();
        var failuresOfTwoPlaces = new ArrayList<Throwable>();
        failuresOfTwoPlaces.add(new IllegalStateException("one"));
        failuresOfTwoPlaces.add(new IllegalStateException("two"));

        failuresOfTwoPlaces.forEach(failure -> guard.uncaughtException(Thread.currentThread(), failure));

        Fx.await("both are told", () -> kit.seen(".problem-bar .strong").toString().contains("2 messages"));
        assertThat(failuresOfTwoPlaces.stream().map(FailureCode::of)).doesNotHaveDuplicates();
        assertThat(log.list).hasSize(2);
    }

    private String codeInLog() {
        return String.valueOf(log.list.getFirst().getArgumentArray()[1]);
    }

    private static @Nullable Window failureWindow() {
        return Window.getWindows().stream().filter(window -> window.getScene().lookup("#failure") != null).findFirst()
                .orElse(null);
    }

    private static List<String> failureTexts() {
        return Fx.get(() -> Objects.requireNonNull(failureWindow()).getScene().getRoot().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance).map(Labeled.class::cast).map(Labeled::getText).toList());
    }

    /** Throws in its layout, so many times. */
    private static final class Broken extends StackPane {
        private final AtomicInteger layouts = new AtomicInteger();
        private final int times;

        Broken(int times) {
            super(new VBox(new Label("inside")));
            this.times = times;
        }

        @Override
        protected void layoutChildren() {
            if (layouts.incrementAndGet() <= times) {
                throw new IllegalStateException("layout");
            }
            super.layoutChildren();
        }
    }
}
