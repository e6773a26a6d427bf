package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DraggedFiles;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.export.ExportFile;
import app.loupe.session.ElapsedTime;
import app.loupe.settings.DataFolder;
import app.loupe.settings.DragFolder;
import app.loupe.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import testkit.FxStage;
import testkit.window.Drags;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** What pressing, pulling and dropping the chip makes, hands over and leaves behind, and for how long. */
class FileGripFxTest {
    private static final DraggedFile INVOICE = new DraggedFile("INV-1.pdf", "INV/1",
            Set.of(new ConnectionId("aaaaaaaa")), (place, cancel) -> {
                cancel.check();
                new ExportFile(place, false).write(out -> out.write("INV/1".getBytes(StandardCharsets.UTF_8)));
            });

    @TempDir
    private Path temp;

    private final HeldWork work = new HeldWork();
    private final AtomicLong nanos = new AtomicLong();
    private final Drags drags = new Drags();
    private final List<Problem> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean fast = new AtomicBoolean();
    private DragDesk desk;
    private FileGrip grip;

    @BeforeEach
    void open() throws Exception {
        var folder = new DragFolder(DataFolder.open(temp.resolve("loupe")));
        desk = new DragDesk(new HeldFast(folder, fast), work.background(),
                new ElapsedTime(() -> Instant.EPOCH, nanos::get), drags, told::add);
        grip = Fx.get(() -> {
            var made = new FileGrip("pdf", desk,
                    Wording.of(new Texts(Locale.US), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
            made.offer(() -> Optional.of(INVOICE));
            return made;
        });
    }

    /** Files that another program can hold fast. */
    private record HeldFast(DraggedFiles files, AtomicBoolean fast) implements DraggedFiles {
        @Override
        public Path make(String name, Set<ConnectionId> of, Content content) throws ProblemException {
            return files.make(name, of, content);
        }

        @Override
        public boolean remove(Path file) {
            return !fast.get() && files.remove(file);
        }

        @Override
        public void forget(ConnectionId id) {
            files.forget(id);
        }

        @Override
        public void clear() {
            files.clear();
        }
    }

    private Label chip() {
        return (Label) grip.lookup("#drag-pdf");
    }

    private String said() {
        return Fx.get(() -> grip.lookup(".grip-said") instanceof Label said ? said.getText() : "");
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> tree = Files.walk(temp.resolve("loupe"))) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        Fx.run(desk::look);
        work.done();
    }

    /** Presses, waits until the file is there, and pulls. */
    private Path dragged() {
        Drags.press(chip());
        work.done();
        Drags.pull(chip());
        return drags.begun.getLast().what().getFiles().getFirst().toPath();
    }

    @Test
    void whatIsReadyIsHandedOverAsAFileUnderItsUsualName() throws Exception {
        Path file = dragged();

        assertThat(drags.begun).hasSize(1);
        assertThat(drags.begun.getFirst().label()).isEqualTo("INV/1");
        assertThat(file).hasFileName("INV-1.pdf").hasContent("INV/1");
        assertThat(files()).containsExactly(file);
        assertThat(said()).isEmpty();
    }

    @Test
    void s52_whatSomebodyTookStaysForTenMinutesFromThen() throws Exception {
        Path file = dragged();
        nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        Drags.drop(chip(), TransferMode.COPY);

        pass(DragDesk.KEPT.minusSeconds(1));
        assertThat(file).exists();
        pass(Duration.ofSeconds(1));

        assertThat(files()).isEmpty();
        assertThat(DragDesk.KEPT).isEqualTo(Duration.ofMinutes(10));
    }

    /** Ready for long when it is pulled at last, and dropped later than it would have stayed. */
    @Test
    void s52_whatIsBeingDraggedDoesNotGoFromUnderThePointer() throws Exception {
        Drags.press(chip());
        Drags.pull(chip());
        work.done();
        pass(DragDesk.KEPT.minusSeconds(5));
        Drags.press(chip());
        Drags.pull(chip());
        Path file = drags.begun.getLast().what().getFiles().getFirst().toPath();

        pass(Duration.ofSeconds(10));

        assertThat(file).exists();
        Drags.drop(chip(), TransferMode.COPY);
        pass(DragDesk.KEPT);
        assertThat(files()).isEmpty();
    }

    @Test
    void s52_whatNobodyTookGoesAtOnce() throws Exception {
        dragged();

        Drags.drop(chip(), null);
        work.done();

        assertThat(files()).isEmpty();
    }

    @Test
    void s52_aPressWithoutADragLeavesNothing() throws Exception {
        Drags.press(chip());
        work.done();
        assertThat(files()).hasSize(1);

        Drags.release(chip());
        work.done();
        assertThat(files()).isEmpty();

        Drags.press(chip());
        Drags.release(chip());
        work.done();
        assertThat(files()).as("let go while it was being made").isEmpty();
        assertThat(drags.begun).isEmpty();
    }

    @Test
    void whatIsNotReadyIsNotDraggedAndTheOwnerIsToldWhenItIs() throws Exception {
        Drags.press(chip());
        Drags.pull(chip());
        assertThat(drags.begun).isEmpty();
        assertThat(said()).isEqualTo("Being made…");

        work.done();
        Drags.release(chip());
        assertThat(said()).isEqualTo("It is ready now: drag again");
        List<Path> made = files();
        assertThat(made).hasSize(1);

        Path file = dragged();
        assertThat(file).as("the same is handed over").isEqualTo(made.getFirst());
        assertThat(said()).isEmpty();
    }

    @Test
    void s52_whatIsReadyAndNotFetchedGoesAfterTenMinutesAndIsMadeAgain() throws Exception {
        Drags.press(chip());
        Drags.pull(chip());
        work.done();
        Drags.release(chip());

        pass(DragDesk.KEPT);
        assertThat(files()).isEmpty();

        assertThat(dragged()).exists();
    }

    @Test
    void s52_withAnotherInvoiceWhatWasMadeOfTheFirstGoesButNotFromUnderThePointer() throws Exception {
        Drags.press(chip());
        Drags.pull(chip());
        work.done();
        Fx.run(() -> grip.offer(Optional::empty));
        work.done();
        assertThat(files()).isEmpty();
        assertThat(said()).isEmpty();

        Fx.run(() -> grip.offer(() -> Optional.of(INVOICE)));
        Path file = dragged();
        Fx.run(() -> grip.offer(Optional::empty));
        work.done();
        assertThat(file).exists();
        Drags.press(chip());
        Drags.pull(chip());
        assertThat(drags.begun).as("nothing is offered").hasSize(1);
    }

    @Test
    void s52_whatAnotherProgramHoldsFastGoesLater() throws Exception {
        dragged();
        fast.set(true);
        Drags.drop(chip(), null);
        work.done();
        assertThat(files()).hasSize(1);
        pass(Duration.ofSeconds(15));
        assertThat(files()).hasSize(1);

        fast.set(false);
        pass(Duration.ofSeconds(15));

        assertThat(files()).isEmpty();
    }

    @Test
    void s52_whoeverLeavesTheWindowLeavesNothing() throws Exception {
        dragged();
        Drags.drop(chip(), TransferMode.COPY);
        Drags.press(chip());

        Fx.run(desk::leave);
        work.done();

        assertThat(files()).isEmpty();
    }

    @Test
    void whyItCannotBeMadeIsSaidOnceAndTheChipCanBePulledAgain() {
        Fx.run(() -> grip.offer(() -> Optional.of(new DraggedFile("INV-1.pdf", "INV/1", Set.of(), (place, cancel) -> {
            throw ProblemException.of(ProblemCode.DISK_FULL, place.toString());
        }))));

        Drags.press(chip());
        Drags.pull(chip());
        work.done();

        assertThat(told).extracting(Problem::code).containsExactly(ProblemCode.DISK_FULL);
        assertThat(said()).isEmpty();
        assertThat(drags.begun).isEmpty();

        Fx.run(() -> grip.offer(() -> Optional.of(INVOICE)));
        assertThat(dragged()).exists();
    }

    @Test
    void itSaysWhatItIsThatTheFileIsPlainAndWhichKeysDoTheSame() {
        assertThat(Fx.get(() -> chip().getAccessibleText())).contains("Drag this invoice", "PDF");
        assertThat(Fx.get(() -> FxStage.tip((Control) chip()))).isEqualTo(Optional.ofNullable(help()));
        assertThat(help()).contains("plain", "PDF and print…", "Save as PDF…");
        assertThat(Fx.get(() -> chip().isFocusTraversable())).isFalse();
    }

    private @Nullable String help() {
        return Fx.get(() -> chip().getAccessibleHelp());
    }
}
