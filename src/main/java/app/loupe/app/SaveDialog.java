package app.loupe.app;

import app.loupe.ui.common.FileChooserPort;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The operating system's own "save as" dialog. */
final class SaveDialog implements FileChooserPort {
    private final Window owner;

    SaveDialog(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> chooseToSave(String title, Path proposed) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(String.valueOf(proposed.getFileName()));
        Path folder = proposed.getParent();
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
