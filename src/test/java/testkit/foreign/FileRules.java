package testkit.foreign;

import java.nio.file.InvalidPathException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file system demands of names, and what it knows of open files and of rights. */
public enum FileRules {
    /**
     * NTFS: no file that is open is deleted, renamed or replaced; one name in any case; access lists; names of devices and
     * some characters are no names.
     */
    WINDOWS(true, Rights.ACCESS_LISTS, true),
    /** A drive of Windows whose server keeps no access lists. */
    WINDOWS_SHARE(true, Rights.REFUSED_ACCESS_LISTS, false),
    /** APFS, which takes two names of the same letters for one, and HFS+, which keeps letters and accents apart. */
    MACOS(false, Rights.MODES, true),
    /** A share as the file managers of Linux mount it: modes cannot be changed, and nothing is replaced in one step. */
    LINUX_SHARE(false, Rights.REFUSED_MODES, false),
    /** A share that keeps modes, and replaces nothing in one step. */
    LINUX_SHARE_WITH_MODES(false, Rights.MODES, false);

    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1f<>:\"|?*]|[ .]$");
    private static final Pattern DEVICE = Pattern
            .compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\\..*)?");

    private final boolean windows;
    private final Rights rights;
    private final boolean atomic;

    FileRules(boolean windows, Rights rights, boolean atomic) {
        this.windows = windows;
        this.rights = rights;
        this.atomic = atomic;
    }

    private enum Rights {
        ACCESS_LISTS,
        REFUSED_ACCESS_LISTS,
        MODES,
        REFUSED_MODES
    }

    boolean isWindows() {
        return windows;
    }

    boolean holdsOpenFiles() {
        return windows;
    }

    boolean refusesRights() {
        return rights == Rights.REFUSED_ACCESS_LISTS || rights == Rights.REFUSED_MODES;
    }

    boolean replacesInOneStep() {
        return atomic;
    }

    Set<String> views() {
        return windows ? Set.of("basic", "owner", "dos", "acl", "user") : Set.of("basic", "owner", "posix", "unix");
    }

    /** One name, as it is kept. */
    String kept(String name) {
        return this == MACOS ? Normalizer.normalize(name, Normalizer.Form.NFD) : name;
    }

    /** Refuses what is no name of a file here. */
    void demandName(String text, String name) {
        boolean dots = name.equals(".") || name.equals("..");
        if (windows && !dots && (FORBIDDEN.matcher(name).find() || DEVICE.matcher(name).matches())) {
            throw new InvalidPathException(text, "no name on Windows");
        }
    }

    /** Whether both are one file. */
    boolean isSame(String one, String other) {
        return key(one).equals(key(other));
    }

    String key(String name) {
        return switch (this) {
            case LINUX_SHARE, LINUX_SHARE_WITH_MODES -> name;
            case WINDOWS, WINDOWS_SHARE -> name.toUpperCase(Locale.ROOT);
            case MACOS -> Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
        };
    }
}
