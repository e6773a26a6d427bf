import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes {@code licences.txt}: every part of a package, its licence, and the text of each licence once.
 *
 * <p>The texts of a library are those in its jar, that of its licence in {@code packaging/licences} (named by SPDX id), and,
 * where a jar carries none of its own, the one that names its authors (named by the artifact). Fonts have theirs beside them in
 * the program's jar; the modules of the Java runtime have theirs in the JDK that the package is made with.
 */
final class Licences {
    private static final Pattern TEXT_IN_JAR = Pattern
            .compile("(?i)(?:META-INF/)?(?:licen[cs]es?|notice|copying|lgpl|mpl)[^/]*(?<!\\.class)"
                    + "|META-INF/licenses/[^/]+");
    private static final Pattern FONT_LICENCE = Pattern.compile("app/loupe/text/fonts/([^/-]+)-LICENSE\\.txt");
    private static final Pattern FONT = Pattern.compile("app/loupe/text/fonts/([^/]+\\.[ot]tf)");
    private static final String RULE = "=".repeat(100);

    private final Path packaging;
    private final Bom bom;
    private final List<String> table = new ArrayList<>();
    /** Each text once, in order, with those it stands for. */
    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    Licences(Path packaging, Bom bom) {
        this.packaging = packaging;
        this.bom = bom;
    }

    /** One sentence for each part without a licence or a text; nothing is written then. */
    List<String> write(Path target, List<ShippedJar> jars) throws IOException {
        var problems = new ArrayList<String>();
        for (ShippedJar jar : jars) {
            Bom.Part part = bom.parts().get(jar.name());
            int before = covered();
            library(jar, part);
            if (part.licences().isEmpty()) {
                problems.add(jar.name() + " names no licence.");
            } else if (covered() == before) {
                problems.add("There is no text for the licence of " + jar.name() + " (" + String.join(" or ", part
                        .licences()) + "): add one to packaging/licences.");
            }
        }
        problems.addAll(fonts(target.resolve("loupe.jar")));
        runtime();
        if (problems.isEmpty()) {
            Files.writeString(target.resolve("licences.txt"), page());
        }
        return problems;
    }

    private int covered() {
        return texts.values().stream().mapToInt(List::size).sum();
    }

    private void library(ShippedJar jar, Bom.Part part) throws IOException {
        table.add(jar.name() + ": " + String.join(" or ", part.licences()));
        texts(jar.file(), TEXT_IN_JAR).forEach((name, text) -> add(text, jar.name()));
        try (Stream<Path> files = Files.list(packaging.resolve("licences"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
                boolean ofLicence = part.licences().stream().anyMatch(licence -> licence.startsWith(name));
                if (ofLicence || part.artifact().equals(name) || part.artifact().startsWith(name + "-")) {
                    add(Files.readString(file), jar.name());
                }
            }
        }
    }

    private List<String> fonts(Path program) throws IOException {
        Map<String, String> licences = texts(program, FONT_LICENCE);
        var problems = new ArrayList<String>();
        for (String font : texts(program, FONT).keySet()) {
            String name = FONT.matcher(font).replaceFirst("$1");
            var licence = licences.keySet().stream()
                    .filter(entry -> name.startsWith(FONT_LICENCE.matcher(entry).replaceFirst("$1"))).findFirst();
            if (licence.isPresent()) {
                String text = licences.get(licence.get());
                table.add(name + ": " + (text.contains("SIL OPEN FONT LICENSE") ? "OFL-1.1" : "Apache-2.0"));
                add(text, name);
            } else {
                problems.add(name + " has no licence beside it.");
            }
        }
        return problems;
    }

    private void runtime() throws IOException {
        List<String> roots = Files.readAllLines(packaging.resolve("modules.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        var modules = new TreeSet<String>();
        Configuration.empty().resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), roots).modules()
                .forEach(module -> modules.add(module.name()));
        for (String module : modules) {
            String part = "Java runtime, module " + module;
            table.add(part + ": GPL-2.0-with-classpath-exception");
            add(Files.readString(packaging.resolve("licences/GPL-2.0-with-classpath-exception.txt")), part);
            Path legal = Path.of(System.getProperty("java.home"), "legal", module);
            if (Files.isDirectory(legal)) {
                try (Stream<Path> files = Files.list(legal)) {
                    for (Path file : files.sorted().toList()) {
                        add(Files.readString(file, StandardCharsets.UTF_8), part);
                    }
                }
            }
        }
    }

    private static Map<String, String> texts(Path jar, Pattern names) throws IOException {
        var found = new LinkedHashMap<String, String>();
        try (var file = new JarFile(jar.toFile())) {
            List<JarEntry> entries = file.stream()
                    .filter(entry -> !entry.isDirectory() && names.matcher(entry.getName()).matches()).toList();
            for (JarEntry entry : entries) {
                try (var bytes = file.getInputStream(entry)) {
                    found.put(entry.getName(), new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }

    private void add(String text, String part) {
        List<String> parts = texts.computeIfAbsent(text.replace("\r\n", "\n").strip(), first -> new ArrayList<>());
        if (!parts.contains(part)) {
            parts.add(part);
        }
    }

    private String page() {
        var page = new StringBuilder("""
                What Loupe is made of, and under which licence each part is used. Made by the build; not edited by hand.
                Where a part may be used under one of several licences, all of them are named.

                """);
        table.forEach(line -> page.append(line).append('\n'));
        texts.forEach((text, parts) -> page.append('\n').append(RULE).append('\n').append(String.join("\n", parts))
                .append('\n').append(RULE).append("\n\n").append(text).append('\n'));
        return page.toString();
    }
}
