package app.loupe.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SampleArchTest {
    @Test
    void theSampleCompanyCannotOpenASocketOrAFile() {
        JavaClasses sample = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("app.loupe.sample");

        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("app.loupe.sample", "app.loupe.domain", "java.lang..", "java.util",
                        "java.util.function", "java.util.stream", "java.time", "java.time.temporal", "java.time.chrono",
                        "java.math", "org.jspecify..")
                .because("nobody who explores the sample company is on the network").check(sample);
    }
}
