package app.loupe.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A1, A2, A3, A4, A6, A8: who may know whom. */
class LayersArchTest extends RuleArchTest {
    private static final Set<String> BASE = Object.class.getModule().getPackages();
    private static final Path SOURCES = Path.of("src", "main", "java", "app", "loupe");

    static Stream<Case> rules() {
        return Stream.of(new Case("A1 layers", LayersArchTest::layers, "archfixture.sync.KnowsTheStore"),
                new Case("A1 no cycles", LayersArchTest::noCycles, "Cycle detected"),
                new Case("A2 domain", LayersArchTest::domain, "archfixture.domain.KnowsALogger"),
                new Case("A3 adapters", LayersArchTest::adapters, "archfixture.odoo.KnowsTheVault"),
                new Case("A4 window", LayersArchTest::window, "archfixture.ui.sql.KnowsTheDatabase",
                        "archfixture.ui.sql.KnowsTheVaultToo"),
                new Case("A6 features", LayersArchTest::features, "archfixture.ui.alpha.KnowsBeta"),
                new Case("A8 secrets", LayersArchTest::secrets, "archfixture.sync.BorrowsASecret"));
    }

    private static ArchRule layers(String root) {
        return classes().that().resideInAPackage(root + "..")
                .should(Packages.useOnly(root, "use only the packages of the table in docs/architecture.md",
                        (from, to) -> Packages.MAY_USE.getOrDefault(from, Set.of()).contains(to)))
                .because("a newcomer changes one thing in one place only when every package has known neighbours");
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles()
                .because("packages that know each other are one package with two names");
    }

    private static ArchRule domain(String root) {
        DescribedPredicate<JavaClass> foreign = describe("outside java.base, JSpecify and the domain",
                type -> !type.isPrimitive() && !BASE.contains(type.getBaseComponentType().getPackageName())
                        && !type.getBaseComponentType().isPrimitive()
                        && !type.getPackageName().startsWith("org.jspecify.annotations")
                        && !type.getBaseComponentType().getPackageName().startsWith(root + ".domain"));
        return noClasses().that().resideInAPackage(root + ".domain..").should().dependOnClassesThat(foreign)
                .because("the domain outlives every library");
    }

    private static ArchRule adapters(String root) {
        return classes().that().resideInAPackage(root + "..")
                .should(Packages.useOnly(root, "not use another adapter from an adapter",
                        (from, to) -> !(Packages.ADAPTERS.contains(from) && Packages.ADAPTERS.contains(to))))
                .because("the vault wraps the store and feeds the server only through ports that app joins");
    }

    private static ArchRule window(String root) {
        return noClasses().that().resideInAPackage(root + ".ui..")
                .and(describe("have no exemption from A4", type -> !Code.exempt("A4", type))).should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.hibernate..",
                        "jakarta.persistence..", "java.net.http..", "org.apache.hc..", "com.google.crypto..",
                        root + ".odoo..", root + ".store..", root + ".vault..").or(belongToAnyOf(Files.class)))
                .because("the window shows and asks; what waits for disk, network or keyring is behind a port");
    }

    private static ArchRule features(String root) {
        String prefix = root + ".ui.";
        return classes().that().resideInAPackage(root + ".ui..").and()
                .resideOutsideOfPackages(prefix + "shell..", prefix + "common..", prefix + "theme..")
                .should(new ArchCondition<JavaClass>("not use another feature of the window") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String own = Code.slice(root + ".ui", type);
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            String other = Code.slice(root + ".ui",
                                    dependency.getTargetClass().getBaseComponentType());
                            if (!Set.of("", own, "common", "theme").contains(other)) {
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                            }
                        }
                    }
                }).because("a screen can be changed or dropped alone; only ui.shell puts screens together");
    }

    private static ArchRule secrets(String root) {
        return noClasses().that(not(resideInAnyPackage(root + ".domain..", root + ".vault..", root + ".store..",
                root + ".odoo..", root + ".app.."))).should().dependOnClassesThat()
                .haveFullyQualifiedName("app.loupe.domain.SecretAccess")
                .because("who cannot borrow a password cannot leak one");
    }

    @Test
    void everyPackageOfTheProgramStandsInTheTable() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
                    .isSubsetOf(Packages.MAY_USE.keySet());
        }
    }

    @Test
    void everyPackageWithSourcesIsAmongTheImportedClasses() throws IOException {
        Set<String> imported = Code.ours().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> "app.loupe." + SOURCES.relativize(file.getParent()).toString().replace('\\', '/')
                            .replace('/', '.'))
                    .distinct()).isSubsetOf(imported);
        }
    }

    @Test
    void onlyTheExportKnowsLibrariesOfFileFormatsAndOnlyTheirWritersLoadThem() {
        Set<String> users = Code.ours().stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
                        .anyMatch(name -> name.startsWith("org.openpdf") || name.startsWith("org.dhatim")
                                || name.startsWith("net.lingala")))
                .map(type -> type.getName().replaceFirst("[$].*", "")).collect(Collectors.toSet());

        assertThat(users).isNotEmpty().allMatch(name -> name.startsWith("app.loupe.export."))
                .doesNotContain("app.loupe.export.Reports", "app.loupe.export.ExportFile", "app.loupe.export.Report",
                        "app.loupe.export.SettlementWords", "app.loupe.export.ParcelPlace");
    }
}
