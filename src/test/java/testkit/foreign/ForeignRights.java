package testkit.foreign;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who may open what: access lists in memory on Windows, the modes of the folder below elsewhere. */
final class ForeignRights {
    private static final String LIST = "acl:acl";

    private final FileRules rules;
    private final Map<Path, List<AclEntry>> lists = new ConcurrentHashMap<>();

    ForeignRights(FileRules rules) {
        this.rules = rules;
    }

    /** What the folder below is to be told at the birth of a file. */
    FileAttribute<?>[] below(FileAttribute<?>... attributes) {
        for (FileAttribute<?> attribute : attributes) {
            if (attribute.name().equals(LIST) != rules.isWindows()) {
                throw new UnsupportedOperationException(attribute.name() + " not supported as initial attribute");
            }
        }
        return rules.isWindows() || rules.refusesRights() ? new FileAttribute<?>[0] : attributes;
    }

    @SuppressWarnings("unchecked") // what the attribute of this name holds
    void born(Path file, FileAttribute<?>... attributes) {
        for (FileAttribute<?> attribute : attributes) {
            if (attribute.name().equals(LIST) && !rules.refusesRights()) {
                lists.put(file, (List<AclEntry>) attribute.value());
            }
        }
    }

    void moved(Path from, Path to) {
        lists.remove(to);
        for (Path file : List.copyOf(lists.keySet())) {
            List<AclEntry> list = file.startsWith(from) ? lists.remove(file) : null;
            if (list != null) {
                lists.put(file.equals(from) ? to : to.resolve(from.relativize(file)), list);
            }
        }
    }

    void gone(Path file) {
        lists.remove(file);
    }

    <V extends FileAttributeView> @Nullable V view(Path file, Class<V> type, LinkOption... options) {
        if (rules.isWindows()) {
            boolean known = type == AclFileAttributeView.class || type == FileOwnerAttributeView.class;
            return known ? type.cast(new Lists(file)) : basic(file, type, options);
        }
        V real = Files.getFileAttributeView(file, type, options);
        return real instanceof PosixFileAttributeView modes && rules.refusesRights()
                ? type.cast(new RefusedModes(modes))
                : real;
    }

    private static <V extends FileAttributeView> @Nullable V basic(Path file, Class<V> type, LinkOption... options) {
        return PosixFileAttributeView.class.isAssignableFrom(type)
                ? null
                : Files.getFileAttributeView(file, type, options);
    }

    private final class Lists implements AclFileAttributeView {
        private final Path file;

        Lists(Path file) {
            this.file = file;
        }

        @Override
        public String name() {
            return "acl";
        }

        @Override
        public List<AclEntry> getAcl() {
            return lists.getOrDefault(file, List.of());
        }

        @Override
        public void setAcl(List<AclEntry> list) throws IOException {
            if (rules.refusesRights()) {
                throw new FileSystemException(file.toString(), null, "The request is not supported");
            }
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(file.toString());
            }
            lists.put(file, List.copyOf(list));
        }

        @Override
        public UserPrincipal getOwner() throws IOException {
            return Files.getOwner(file);
        }

        @Override
        public void setOwner(UserPrincipal owner) throws IOException {
            Files.setOwner(file, owner);
        }
    }
}
