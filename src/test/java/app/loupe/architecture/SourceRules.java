package app.loupe.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Rules that only the source shows: the compiler writes broad catches of its own into class files. */
final class SourceRules {
    static final int MOST_LINES = 400;

    private static final Set<String> BROAD = Set.of("Throwable", "Exception", "java.lang.Throwable",
            "java.lang.Exception");
    private static final Set<String> LAST_LINES_OF_DEFENCE = Set.of("app/CrashGuard.java",
            "ui/common/Background.java");

    private SourceRules() {}

    /** Every source file below a folder. */
    static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    /** A13: catches of everything, outside the two places that tell the owner, and without an exemption. */
    static List<String> broadCatches(Path root) throws IOException {
        var found = new ArrayList<String>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(sources(root).stream()
                    .filter(file -> LAST_LINES_OF_DEFENCE.stream().noneMatch(root.relativize(file).toString()
                            .replace('\\', '/')::equals))
                    .toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            for (CompilationUnitTree unit : task.parse()) {
                new CatchScanner(unit, Trees.instance(task).getSourcePositions(), found).scan(unit, null);
            }
        }
        return found;
    }

    /** Files longer than a reader keeps in mind. */
    static List<String> longFiles(Path root) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : sources(root)) {
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                if (count > MOST_LINES) {
                    found.add(file + " has " + count + " lines");
                }
            }
        }
        return found;
    }

    /** Names that several files have: who meets one of them has to look which is meant. */
    static List<String> sharedNames(Path root) throws IOException {
        var files = new TreeMap<String, List<Path>>();
        for (Path file : sources(root)) {
            files.computeIfAbsent(String.valueOf(file.getFileName()), name -> new ArrayList<>()).add(file);
        }
        files.remove("package-info.java");
        return files.entrySet().stream().filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + " is in " + entry.getValue()).toList();
    }

    private static final class CatchScanner extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        CatchScanner(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitCatch(CatchTree node, Void nothing) {
            Tree type = node.getParameter().getType();
            var types = type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
            if (types.stream().anyMatch(one -> BROAD.contains(one.toString())) && !exempt()) {
                long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, node));
                found.add(Path.of(unit.getSourceFile().toUri()).getFileName() + ":" + line + " catches " + type);
            }
            return super.visitCatch(node, null);
        }

        private boolean exempt() {
            for (var path = getCurrentPath(); path != null; path = path.getParentPath()) {
                ModifiersTree modifiers = switch (path.getLeaf()) {
                    case MethodTree method -> method.getModifiers();
                    case ClassTree type -> type.getModifiers();
                    default -> null;
                };
                if (modifiers != null && modifiers.getAnnotations().stream().anyMatch(CatchScanner::isA13)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isA13(AnnotationTree annotation) {
            return annotation.getAnnotationType().toString().equals("Exempt")
                    && annotation.getArguments().stream().anyMatch(argument -> argument instanceof AssignmentTree value
                            && value.getVariable().toString().equals("rule")
                            && value.getExpression().toString().equals("\"A13\""));
        }
    }
}
