package app.loupe.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents name only what is there: files, classes, packages and, in SECURITY.md, checks that exist as tests. */
class DocsTest {
    private static final Path PROJECT = Path.of("");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern QUALIFIED = Pattern.compile("app\\.loupe(\\.[a-z]+)*(\\.[A-Z]\\w*)?");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+(\\.java)?");
    private static final Pattern FILE_NAME = Pattern
            .compile("(?:\\.ci|\\.mvn|docs|icons|packaging|src)/[\\w./-]*\\w/?");
    private static final Pattern CHECK = Pattern.compile("\\bS\\d{2}\\b");
    private static final Path WIRING = Path.of("src", "main", "java", "app", "loupe", "app");
    private static final Pattern MAKES_THREADS = Pattern.compile("Thread\\.of(?:Platform|Virtual)\\(\\)|new Thread\\(");
    private static final Pattern THREAD_NAME = Pattern.compile(
            "(?:Thread\\.of(?:Platform|Virtual)\\(\\)(?:\\.daemon\\(\\))?\\.name\\(|new Thread\\([^\"]*?, |threads\\()\"([a-z-]+)\"");
    /** Names with an inner capital that are no classes of Loupe. */
    private static final Set<String> NOT_OURS = Set.of("JavaFX", "AtlantaFX", "HttpClient", "ArchUnit", "NullAway",
            "JaCoCo", "OpenJFX", "PostgreSQL", "TestFX", "TenantId", "NullMarked", "StatelessSession", "PasswordField");

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        for (Path document : documents(PROJECT)) {
            assertThat(brokenLinks(document)).as(document.toString()).isEmpty();
        }
    }

    @Test
    void everyClassPackageAndFileThatIsNamedExists() throws IOException {
        Set<String> types = typeNames();
        for (Path document : documents(PROJECT)) {
            assertThat(unknownNames(document, types)).as(document.toString()).isEmpty();
        }
    }

    /** The threads by the names that a thread dump shows. */
    @Test
    void everyThreadThatIsNamedStandsInTheTableOfThreads() throws IOException {
        String table = Files.readString(Path.of("docs", "architecture.md")).replaceAll("(?s)^.*\\R## Threads\\R", "")
                .replaceAll("(?s)\\R## .*$", "");

        assertThat(threadNames()).contains("schedule", "mapping", "end", "odoo-ahead")
                .allSatisfy(name -> assertThat(table).contains("`" + name + "`"));
    }

    /** Whoever makes a thread outside the wiring says why at its place, and the documents say who that is. */
    @Test
    void everyOwnerOfAThreadOutsideTheWiringIsNamed() throws IOException {
        String document = Files.readString(Path.of("docs", "architecture.md"));

        assertThat(threadOwners()).hasSizeGreaterThan(3)
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    @Test
    void s40_everyCheckThatSecurityMdNamesExistsAsATest() throws IOException {
        Set<String> named = checksIn(Path.of("SECURITY.md"));

        assertThat(testedChecks()).containsAll(named);
    }

    @Test
    void whatDoesNotExistIsFound(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("x.md"), """
                See [this](missing.md), `app.loupe.nowhere`, `app.loupe.domain.Nobody`, `NoSuchClass`,
                `NoSuchFile.java`, `docs/no-such.md`; and `app.loupe.domain.Invoice`, `InvoiceRow`, `src/main/java`.
                """);

        assertThat(brokenLinks(document)).containsExactly("missing.md");
        assertThat(unknownNames(document, typeNames())).containsExactly("app.loupe.nowhere",
                "app.loupe.domain.Nobody", "NoSuchClass", "NoSuchFile.java", "docs/no-such.md");
        assertThat(testedChecks()).contains("S40").doesNotContain("S" + 99);
    }

    private static List<Path> documents(Path root) throws IOException {
        var found = new ArrayList<Path>();
        for (String name : List.of("README.md", "SECURITY.md", "CHANGELOG.md", "icons/README.md",
                "packaging/README.md")) {
            assertThat(root.resolve(name)).exists();
            found.add(root.resolve(name));
        }
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(found::add);
        }
        return found;
    }

    private static List<String> brokenLinks(Path document) throws IOException {
        Path folder = document.toAbsolutePath().getParent();
        return LINK.matcher(Files.readString(document)).results().map(match -> match.group(1))
                .filter(target -> !target.startsWith("https:")).filter(target -> !Files.exists(folder.resolve(target)))
                .toList();
    }

    private static List<String> unknownNames(Path document, Set<String> types) throws IOException {
        return CODE.matcher(withoutBlocks(Files.readString(document))).results().map(match -> match.group(1))
                .filter(name -> !known(name, types)).toList();
    }

    private static String withoutBlocks(String text) {
        return text.replaceAll("(?ms)^```.*?^```", "");
    }

    private static boolean known(String name, Set<String> types) {
        if (QUALIFIED.matcher(name).matches()) {
            String file = name.replace('.', '/');
            return Stream.of("src/main/java/", "src/test/java/")
                    .anyMatch(root -> Files.isDirectory(Path.of(root + file)) || Files.exists(Path.of(root + file
                            + ".java")));
        }
        if (TYPE_NAME.matcher(name).matches()) {
            return NOT_OURS.contains(name) || types.contains(name.replace(".java", ""));
        }
        return !FILE_NAME.matcher(name).matches() || Files.exists(Path.of(name));
    }

    private static Set<String> typeNames() throws IOException {
        var names = new TreeSet<String>();
        for (String root : List.of("src", "icons")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                        .map(name -> name.replace(".java", "")).forEach(names::add);
            }
        }
        return names;
    }

    private static Set<String> threadNames() throws IOException {
        var names = new TreeSet<String>();
        for (Path file : mainSources()) {
            THREAD_NAME.matcher(Files.readString(file)).results().map(match -> match.group(1).replaceAll("-$", ""))
                    .forEach(names::add);
        }
        return names;
    }

    private static Set<String> threadOwners() throws IOException {
        var owners = new TreeSet<String>();
        for (Path file : mainSources()) {
            if (!file.startsWith(WIRING) && MAKES_THREADS.matcher(Files.readString(file)).find()) {
                owners.add(file.getFileName().toString().replace(".java", ""));
            }
        }
        return owners;
    }

    private static List<Path> mainSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> checksIn(Path file) throws IOException {
        return CHECK.matcher(Files.readString(file)).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A check exists when a test's method begins with its id: {@code s35_...}. */
    private static Set<String> testedChecks() throws IOException {
        Pattern method = Pattern.compile("\\bvoid (s\\d{2})_");
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java", "app"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                method.matcher(Files.readString(file)).results()
                        .forEach(match -> found.add(match.group(1).replace('s', 'S')));
            }
        }
        return found;
    }
}
