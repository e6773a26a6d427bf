package testkit.foreign;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path of a {@link ForeignFileSystem}. */
final class ForeignPath implements Path {
    private final ForeignFileSystem system;
    private final Path real;

    ForeignPath(ForeignFileSystem system, Path real) {
        this.system = system;
        this.real = real;
    }

    static Path real(Path path) {
        if (path instanceof ForeignPath foreign) {
            return foreign.real;
        }
        throw new ProviderMismatchException();
    }

    private @Nullable Path over(@Nullable Path other) {
        return other == null ? null : system.over(other);
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return over(real.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return over(real.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return over(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return system.over(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return system.over(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(real(other));
    }

    @Override
    public Path normalize() {
        return system.over(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return system.over(real.resolve(real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return system.over(real.relativize(real(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return system.over(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return system.over(system.onDisk(real).toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(real(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ForeignPath path && path.system == system && (system.rules().isWindows()
                ? system.rules().isSame(path.real.toString(), real.toString())
                : path.real.equals(real));
    }

    @Override
    public int hashCode() {
        return system.rules().isWindows() ? system.rules().key(real.toString()).hashCode() : real.hashCode();
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
