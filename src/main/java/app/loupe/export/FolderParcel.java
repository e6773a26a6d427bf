package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Puts each file into a folder, on the disk before the next one begins. */
@Blocking
final class FolderParcel implements Parcel {
    private final Path folder;
    private final Set<Path> filled = new LinkedHashSet<>();

    /** Into this folder, which is made. */
    FolderParcel(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String path, ExportFile.Content content) throws IOException, ProblemException {
        Path file = folder.resolve(path);
        Path above = Objects.requireNonNull(file.getParent());
        PrivateFiles.createFolders(above);
        filled.add(above);
        try (FileChannel channel = PrivateFiles.createInChosenPlace(file);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Makes the names of all files survive a power cut, once, when all of them are there. */
    void settle() {
        filled.forEach(ExportFile::settle);
        ExportFile.settle(folder);
    }
}
