package testkit.foreign;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file system with the {@link FileRules} of another system over a folder of this one. Its paths are written as those of
 * the folder below, so that a library that opens files by their names, as H2 does, opens the same ones. A path as Windows
 * writes it, with a drive or the name of a server, is below that folder, too.
 */
public final class ForeignFileSystem extends FileSystem {
    private static final Pattern DRIVE = Pattern.compile("([A-Za-z]):[\\\\/](.*)");
    private static final Pattern SERVER = Pattern.compile("[\\\\/]{2}([^\\\\/]+)[\\\\/](.*)");

    private final FileRules rules;
    private final Path below;
    private final ForeignFiles provider;

    /** Over this folder. */
    public ForeignFileSystem(FileRules rules, Path below) {
        this.rules = rules;
        this.below = below;
        this.provider = new ForeignFiles(this);
    }

    /** The same folder, seen with these rules. */
    public static Path seenAs(FileRules rules, Path folder) {
        var system = new ForeignFileSystem(rules, folder);
        return system.over(folder);
    }

    /** The folders, on the disk, that were opened as a file is, which only flushing them needs; Windows refuses it. */
    public List<Path> foldersOpened() {
        return provider.foldersOpened();
    }

    /** Refuses from now on to move a file, for want of a right, which root has on the disk below. */
    public void refuseMoves() {
        provider.refuseMoves();
    }

    /** Whether no file can be read from now on, as one that a virus scanner holds, which root on the disk below could. */
    public void refuseReading(boolean refused) {
        provider.refuseReading(refused);
    }

    FileRules rules() {
        return rules;
    }

    ForeignPath over(Path real) {
        return new ForeignPath(this, real);
    }

    @Override
    public Path getPath(String first, String... more) {
        String text = more.length == 0 ? first : first + "/" + String.join("/", more);
        if (!rules.isWindows()) {
            return over(below.getFileSystem().getPath(text));
        }
        Matcher drive = DRIVE.matcher(text);
        Matcher server = SERVER.matcher(text);
        if (drive.matches()) {
            return over(below.resolve("drive-" + drive.group(1)).resolve(names(text, drive.group(2))));
        }
        if (server.matches()) {
            return over(below.resolve("server-" + server.group(1)).resolve(names(text, server.group(2))));
        }
        // a path from the root of no drive is not absolute
        String fromHere = text.startsWith("\\") ? text.substring(1) : text;
        return over(below.getFileSystem().getPath(names(text, fromHere)));
    }

    private String names(String text, String part) {
        String names = part.replace('\\', '/');
        for (String name : names.split("/", -1)) {
            rules.demandName(text, name);
        }
        return names;
    }

    /** Where a path is on the disk: its names may be written in another way there. */
    Path onDisk(Path path) {
        Path absolute = path.toAbsolutePath();
        if (!absolute.startsWith(below)) {
            return absolute;
        }
        Path found = below;
        for (Path name : below.relativize(absolute)) {
            found = found.resolve(nameIn(found, name.toString()));
        }
        return found;
    }

    private String nameIn(Path folder, String name) {
        if (name.isEmpty() || name.equals("..") || Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return name;
        }
        String[] names = folder.toFile().list();
        return names == null
                ? rules.kept(name)
                : List.of(names).stream().filter(other -> rules.isSame(other, name)).findFirst()
                        .orElse(rules.kept(name));
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return below.getFileSystem().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(over(below));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return rules.views();
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher real = below.getFileSystem().getPathMatcher(pattern);
        return path -> real.matches(ForeignPath.real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return below.getFileSystem().getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
