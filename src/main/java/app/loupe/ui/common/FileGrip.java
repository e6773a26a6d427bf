package app.loupe.ui.common;

import app.loupe.ui.common.DragDesk.Held;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A chip that is dragged into a folder or a mail, and is a file there. Pressing it begins to make the file, because a drag can hand
 * over only what is there when it begins; where that comes too late nothing is dragged, and the words beside the chip say when it can
 * be. Keys have Save and Export for the same. On the FX thread.
 */
public final class FileGrip extends HBox {
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");

    private final DragDesk desk;
    private final Wording wording;
    private final Label chip;
    private final Label said = Nodes.label("", "grip-said");
    private final LiveText live = new LiveText(said);
    private Supplier<Optional<DraggedFile>> offered = Optional::empty;
    private String label = "";
    /** What is made or being made for the next drag. */
    private @Nullable Held next;
    /** What is being dragged. */
    private @Nullable Held away;
    /** Whether the pointer was pulled since it was pressed. */
    private boolean pulled;

    /**
     * A chip that offers nothing yet.
     *
     * @param form which of the texts it has: "pdf" or "csv"
     */
    public FileGrip(String form, DragDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
        chip = Nodes.label(wording.get("drag." + form), "chip", "grip");
        chip.setId("drag-" + form);
        chip.setGraphic(dots());
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setAccessibleText(wording.get("drag." + form + ".name"));
        Tips.say(chip, wording.get("drag." + form + ".tip"));
        chip.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        chip.addEventHandler(MouseEvent.DRAG_DETECTED, this::pull);
        chip.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        chip.addEventHandler(DragEvent.DRAG_DONE, this::done);
        said.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("file-grip");
        setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(chip);
    }

    /** Offers this from now on; it is asked at each press. What was made of something else goes. */
    public void offer(Supplier<Optional<DraggedFile>> what) {
        offered = what;
        letGo();
    }

    private static Region dots() {
        var dots = new Region();
        dots.getStyleClass().add("grip-dots");
        return dots;
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            pulled = false;
            prepare();
        }
    }

    private void prepare() {
        Held there = next;
        if (there == null || there.isOver()) {
            say("");
            next = null;
            offered.get().ifPresent(file -> {
                label = file.label();
                next = desk.begin(file, this::made);
            });
        }
    }

    private void made(Held made) {
        if (made.isOver()) {
            say("");
        } else if (made.equals(next) && pulled) {
            chip.pseudoClassStateChanged(READY, true);
            say(wording.get("drag.ready"));
        }
    }

    private void pull(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        event.consume();
        pulled = true;
        prepare();
        Held there = next;
        Optional<Path> file = there == null ? Optional.empty() : there.file();
        if (there == null || file.isEmpty()) {
            say(there == null ? "" : wording.get("drag.making"));
            return;
        }
        say("");
        away = there;
        // it must not go from under the pointer, however long ago it was made
        there.taken();
        next = null;
        var content = new ClipboardContent();
        content.putFiles(List.of(file.get().toFile()));
        desk.drag(chip, content, label);
    }

    private void release(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !pulled) {
            letGo();
        }
    }

    private void done(DragEvent event) {
        Held dragged = away;
        away = null;
        if (dragged != null && event.getTransferMode() == TransferMode.COPY) {
            dragged.taken();
        } else if (dragged != null) {
            dragged.letGo();
        }
        event.consume();
    }

    private void letGo() {
        Held there = next;
        next = null;
        if (there != null) {
            there.letGo();
        }
        say("");
    }

    /** Says this beside the chip; nothing stands there while there is nothing to say. */
    public void say(String text) {
        said.setText(text);
        if (text.isEmpty()) {
            chip.pseudoClassStateChanged(READY, false);
            getChildren().remove(said);
        } else if (!getChildren().contains(said)) {
            getChildren().add(said);
        }
        live.say(text);
    }
}
