package app.loupe.app.commands;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Loupe " + number(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name", "")};
    }

    /** {@code 0.1.0}; {@code development} where classes come from a folder. */
    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
