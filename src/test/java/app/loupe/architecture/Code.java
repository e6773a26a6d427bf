package app.loupe.architecture;

import app.loupe.domain.Exempt;
import app.loupe.domain.Invoice;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two trees every rule is held against: Loupe's own classes, where it must find nothing, and the fixtures under
 * {@link #FIXTURES}, laid out alike, where it must find the class made to break it.
 */
final class Code {
    /** Root package of the program. */
    static final String LOUPE = "app.loupe";
    /** Root package of the classes that break the rules. */
    static final String FIXTURES = "archfixture";

    /** Only where the main classes are: tests live in the same packages. */
    private static final JavaClasses OURS = new ClassFileImporter()
            .importUrl(Invoice.class.getProtectionDomain().getCodeSource().getLocation());
    private static final JavaClasses BREAKERS = new ClassFileImporter().importPackages(FIXTURES);

    private Code() {}

    static JavaClasses ours() {
        return OURS;
    }

    static JavaClasses fixtures() {
        return BREAKERS;
    }

    /** The texts of what the rule finds. */
    static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }

    /** The first package below the root: {@code ui} for {@code app.loupe.ui.common}; empty for the root and outside. */
    static String slice(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.", 2)[0] : "";
    }

    /** Whether a code unit or a type around it carries {@link Exempt} for this rule. */
    static boolean exempt(String rule, JavaCodeUnit unit) {
        return exempts(rule, unit) || exempt(rule, unit.getOwner());
    }

    /** Whether the type or one around it carries {@link Exempt} for this rule. */
    static boolean exempt(String rule, JavaClass type) {
        for (Optional<JavaClass> at = Optional.of(type); at.isPresent(); at = at.get().getEnclosingClass()) {
            if (exempts(rule, at.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean exempts(String rule, HasAnnotations<?> place) {
        return exemptions(place).anyMatch(exemption -> exemption.get("rule").orElse("").equals(rule));
    }

    /** Every exemption written at this place, single or repeated. */
    static Stream<JavaAnnotation<?>> exemptions(HasAnnotations<?> place) {
        List<JavaAnnotation<?>> found = new ArrayList<>();
        for (JavaAnnotation<?> annotation : place.getAnnotations()) {
            if (annotation.getRawType().isEquivalentTo(Exempt.class)) {
                found.add(annotation);
            } else if (annotation.getRawType().isEquivalentTo(Exempt.All.class)) {
                for (Object inner : (Object[]) annotation.get("value").orElseThrow()) {
                    found.add((JavaAnnotation<?>) inner);
                }
            }
        }
        return found.stream();
    }
}
