package app.loupe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Tooltip;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A14: who breaks a text into lines. */
class WrappingArchTest extends RuleArchTest {
    private static final Set<String> SWITCHES = Set.of("setWrapText", "wrapTextProperty", "setWrappingWidth",
            "wrappingWidthProperty");
    private static final Path SHEETS = Path.of("src", "main", "resources");

    static Stream<Case> rules() {
        return Stream.of(new Case("A14 wrapping", WrappingArchTest::wrapping, "WrapsByItself.label(",
                "WrapsByItself.property(", "WrapsByItself.area(", "WrapsByItself.text(", "WrapsByItself.flow(",
                "WrapsByItself.tip(", "WrapsByItself.alert("));
    }

    private static ArchRule wrapping(String root) {
        return classes().that().resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("leave the breaking of lines to ui.common.WrappingLabel") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getAccessesFromSelf().stream().filter(WrappingArchTest::wraps).forEach(access -> events
                                .add(SimpleConditionEvent.violated(access, access.getDescription())));
                    }
                }).because("the toolkit throws when it breaks a line of a right-to-left text");
    }

    private static boolean wraps(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean toolkit = owner.getPackageName().startsWith("javafx.");
        boolean made = access.getName().equals("<init>") && toolkit;
        boolean tooltip = made && owner.isAssignableTo(Tooltip.class)
                && !access.getOriginOwner().getSimpleName().equals("WrappingTooltip");
        boolean other = made && (owner.isAssignableTo(TextFlow.class) || owner.isAssignableTo(Dialog.class)
                || owner.isAssignableTo(DialogPane.class));
        return SWITCHES.contains(access.getName()) || tooltip || other;
    }

    @Test
    void noStyleSheetWraps() throws IOException {
        assertThat(wrappingSheets(SHEETS)).isEmpty();
    }

    @Test
    void aStyleSheetThatWrapsIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("good.css"), ".a { -fx-padding: 0; }");
        Path bad = Files.writeString(folder.resolve("bad.css"), ".a { -FX-wrap-text : true; }");

        assertThat(wrappingSheets(folder)).containsExactly(bad);
    }

    private static List<Path> wrappingSheets(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".css")).filter(WrappingArchTest::wraps).toList();
        }
    }

    private static boolean wraps(Path sheet) {
        try {
            return Files.readString(sheet).toLowerCase(Locale.ROOT).contains("-fx-wrap-text");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
