import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what a build ships against what it ought to ship: {@code java packaging/parts/Parts.java check|release [TARGET]}.
 *
 * <p>Run by the build in its package phase, from the project's folder, on nothing but a JDK. {@code check} holds each jar that
 * the manifest of {@code TARGET/loupe.jar} names against {@code packaging/checksums.sha256}. {@code release} also holds the bill
 * of materials ({@code TARGET/sbom.xml}) against these jars and writes {@code TARGET/licences.txt}. Each problem is one line on
 * standard error; exit code 1 then, 0 when there is none.
 */
public final class Parts {
    private Parts() {}

    /** The command above. */
    public static void main(String[] arguments) throws IOException {
        boolean release = arguments.length > 0 && arguments[0].equals("release");
        if (!release && !(arguments.length > 0 && arguments[0].equals("check"))) {
            System.err.println("Say \"check\" or \"release\".");
            System.exit(2);
        }
        Path target = Path.of(arguments.length > 1 ? arguments[1] : "target");
        Path packaging = Path.of("packaging");
        List<ShippedJar> jars = ShippedJar.of(target);
        var problems = new ArrayList<String>(new Pins(packaging.resolve("checksums.sha256")).problems(jars));
        if (release) {
            var bom = Bom.read(target.resolve("sbom.xml"));
            problems.addAll(bom.problems(jars));
            if (problems.isEmpty()) {
                problems.addAll(new Licences(packaging, bom).write(target, jars));
            }
        }
        problems.forEach(System.err::println);
        if (!problems.isEmpty()) {
            System.exit(1);
        }
    }
}
