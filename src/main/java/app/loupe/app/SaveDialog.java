package app.loupe.app;

import app.loupe.ui.common.FileChooserPort;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The operating system's own dialogs for files. */
final class SaveDialog implements FileChooserPort {
    private final Window owner;
    private final Path usual;

    /** A dialog that opens in the usual folder where none is proposed. */
    SaveDialog(Window owner, Path usual) {
        this.owner = owner;
        this.usual = usual;
    }

    /** Where it opens; empty where the system shall say, because the folder is gone. */
    static Optional<Path> folder(Path proposed, Path usual) {
        return Optional.of(Objects.requireNonNullElse(proposed.getParent(), usual)).filter(Files::isDirectory);
    }

    @Override
    public Optional<Path> chooseToOpen(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        Optional.of(usual).filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseToSave(String title, Path proposed) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(String.valueOf(proposed.getFileName()));
        folder(proposed, usual).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
