import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a runtime's list of security providers those whose module the runtime has not. Java looks for each of them at
 * every start, at last in all jars: there it verifies the whole of Bouncy Castle's and loads it as a provider, though Loupe
 * uses one function of it, and not as a provider.
 */
final class SecurityProviders {
    private static final Pattern LINE = Pattern.compile("security\\.provider\\.\\d+=(\\S+)(.*)");

    private SecurityProviders() {}

    /** The folder of the runtime; it must have been made from the JDK that runs this. */
    public static void main(String[] runtimes) throws IOException {
        Path runtime = Path.of(runtimes[0]);
        Set<String> modules = modules(runtime.resolve("release"));
        Path list = runtime.resolve("conf/security/java.security");
        var lines = new ArrayList<String>();
        int kept = 0;
        for (String line : Files.readAllLines(list)) {
            Matcher provider = LINE.matcher(line);
            if (!provider.matches()) {
                lines.add(line);
            } else if (modules.contains(module(provider.group(1)))) {
                kept++;
                lines.add("security.provider." + kept + "=" + provider.group(1) + provider.group(2));
            }
        }
        if (kept == 0) {
            throw new IOException(list + " names no provider that the runtime has");
        }
        Files.write(list, lines);
    }

    private static Set<String> modules(Path release) throws IOException {
        var said = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            said.load(reader);
        }
        return Set.copyOf(List.of(said.getProperty("MODULES").replace("\"", "").split(" ")));
    }

    private static String module(String name) {
        Provider provider = Security.getProvider(name);
        return provider == null ? "" : provider.getClass().getModule().getName();
    }
}
