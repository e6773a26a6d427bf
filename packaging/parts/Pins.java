import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of the bytes that may be shipped, in the form of {@code sha256sum}; it covers the jars of every system. */
final class Pins {
    /** OpenJFX has one jar for each system beside the common one: a build has those of its own system. */
    private static final Pattern OF_ONE_SYSTEM = Pattern.compile("javafx-.*-(?:linux|mac|win)(?:-aarch64)?\\.jar");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+\\.jar)");

    /** In messages, with slashes on every system. */
    private final String list;
    private final Map<String, String> hashes = new TreeMap<>();

    Pins(Path file) throws IOException {
        list = file.toString().replace('\\', '/');
        for (String line : Files.readAllLines(file)) {
            var matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IOException(list + " has a line that is no checksum: " + line);
            }
            hashes.put(matcher.group(2), matcher.group(1));
        }
    }

    /** One sentence for each jar that is not exactly as listed, and for each line that no build needs any more. */
    List<String> problems(List<ShippedJar> jars) {
        var problems = new ArrayList<String>();
        for (ShippedJar jar : jars) {
            String pinned = hashes.get(jar.name());
            if (pinned == null) {
                problems.add(jar.name() + " is not in " + list + " (its SHA-256 is " + jar.sha256()
                        + "): run .ci/pin and read the difference.");
            } else if (!pinned.equals(jar.sha256())) {
                problems.add(jar.name() + " is not the file that " + list + " pins: its SHA-256 is " + jar.sha256()
                        + " and ought to be " + pinned + ".");
            }
        }
        Set<String> shipped = jars.stream().map(ShippedJar::name).collect(Collectors.toSet());
        hashes.keySet().stream().filter(name -> !shipped.contains(name) && !OF_ONE_SYSTEM.matcher(name).matches())
                .forEach(name -> problems.add(name + " is in " + list + " but is not shipped: run .ci/pin."));
        return problems;
    }
}
