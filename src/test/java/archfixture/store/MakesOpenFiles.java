package archfixture.store;

import app.loupe.domain.PrivateFiles;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Breaks A15 in every way there is. */
final class MakesOpenFiles {
    private MakesOpenFiles() {}

    static void option(Path file) throws IOException {
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
    }

    static void call(Path file) throws IOException {
        Files.write(file, new byte[0]);
    }

    static void copy(Path file, Path other) throws IOException {
        Files.copy(file, other);
    }

    static void folder(Path file) throws IOException {
        Files.createDirectory(file);
    }

    static void stream(Path file) throws IOException {
        new FileOutputStream(file.toFile()).close();
    }

    static void writer(Path file) throws IOException {
        new FileWriter(file.toFile(), StandardCharsets.UTF_8).close();
    }

    static void chosen(Path file) throws IOException {
        PrivateFiles.createInChosenPlace(file).close();
    }

    static void random(Path file) throws IOException {
        new RandomAccessFile(file.toFile(), "rw").close();
    }
}
