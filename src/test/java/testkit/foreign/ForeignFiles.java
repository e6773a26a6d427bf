package testkit.foreign;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Does with the files of a {@link ForeignFileSystem} what its rules allow. */
final class ForeignFiles extends FileSystemProvider {
    private final ForeignFileSystem system;
    private final OpenFiles open = new OpenFiles();
    private final ForeignRights rights;
    private final List<Path> folders = new CopyOnWriteArrayList<>();
    private boolean refusesMoves;
    private boolean refusesReading;

    ForeignFiles(ForeignFileSystem system) {
        this.system = system;
        this.rights = new ForeignRights(system.rules());
    }

    /** No file is moved from now on, as in a folder of somebody else. */
    void refuseMoves() {
        refusesMoves = true;
    }

    /** Whether no file is read from now on, as one that a virus scanner holds. */
    void refuseReading(boolean refused) {
        refusesReading = refused;
    }

    /** The folders that were opened as a file is, which only flushing them needs. */
    List<Path> foldersOpened() {
        return List.copyOf(folders);
    }

    private Path real(Path path) {
        return system.onDisk(ForeignPath.real(path));
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = real(path);
        if (Files.isDirectory(file)) {
            folders.add(file);
            if (system.rules().isWindows()) {
                throw new AccessDeniedException(file.toString());
            }
        }
        FileChannel channel = FileChannel.open(file, options, rights.below(attributes));
        rights.born(file, attributes);
        open.add(file, channel);
        return channel;
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        Path file = real(path);
        if (refusesReading && !options.contains(StandardOpenOption.WRITE) && Files.isRegularFile(file)) {
            throw new AccessDeniedException(file.toString());
        }
        SeekableByteChannel channel = Files.newByteChannel(file, options, rights.below(attributes));
        rights.born(file, attributes);
        open.add(file, channel);
        return channel;
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        Path folder = real(path);
        Files.createDirectory(folder, rights.below(attributes));
        rights.born(folder, attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        Path file = real(link);
        Files.createLink(file, real(existing));
        rights.moved(real(existing), file);
    }

    @Override
    public void delete(Path path) throws IOException {
        Path file = real(path);
        if (system.rules().holdsOpenFiles()) {
            open.demandClosed(file);
        }
        Files.delete(file);
        rights.gone(file);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path from = real(source);
        Path to = real(target);
        if (refusesMoves) {
            throw new AccessDeniedException(from.toString(), to.toString(), "nothing is moved here");
        }
        if (!system.rules().replacesInOneStep() && List.of(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "another disk");
        }
        if (system.rules().holdsOpenFiles()) {
            open.demandClosed(from);
            open.demandReplaceable(to);
        }
        Files.move(from, to, options);
        rights.moved(from, to);
        rights.gone(from);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        Files.copy(real(source), real(target), options);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(real(folder))) {
            for (Path name : names) {
                Path path = folder.resolve(system.over(name.getFileName()));
                if (filter.accept(path)) {
                    found.add(path);
                }
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return found.iterator();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return Files.isSameFile(real(path), real(other));
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path file = real(path);
        file.getFileSystem().provider().checkAccess(file, modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(Path path, Class<V> type,
            LinkOption... options) {
        return rights.view(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Files.setAttribute(real(path), attribute, value, options);
    }

    @Override
    public String getScheme() {
        return "foreign";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }
}
