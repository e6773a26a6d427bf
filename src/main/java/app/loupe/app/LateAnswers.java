package app.loupe.app;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.ui.common.FileChooserPort;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Asks where to save, and takes no answer that comes when the window was locked meanwhile: the system's dialog stays open over a
 * lock, and what was to be saved is gone. The owner is told. On the FX thread.
 */
final class LateAnswers implements FileChooserPort {
    private final FileChooserPort dialog;
    private final BooleanSupplier left;
    private final Consumer<Problem> told;

    /** Asks by this dialog; {@code left} says whether what asked is there no more, and {@code told} brings that to the owner. */
    LateAnswers(FileChooserPort dialog, BooleanSupplier left, Consumer<Problem> told) {
        this.dialog = dialog;
        this.left = left;
        this.told = told;
    }

    /** Nothing is lost by an answer that comes too late. */
    @Override
    public Optional<Path> chooseToOpen(String title) {
        return dialog.chooseToOpen(title).filter(chosen -> !left.getAsBoolean());
    }

    @Override
    public Optional<Path> chooseToSave(String title, Path proposed) {
        Optional<Path> place = dialog.chooseToSave(title, proposed);
        if (place.isEmpty() || !left.getAsBoolean()) {
            return place;
        }
        told.accept(Problem.of(ProblemCode.SAVE_TOO_LATE));
        return Optional.empty();
    }
}
