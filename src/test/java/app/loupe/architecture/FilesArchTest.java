package app.loupe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import app.loupe.domain.PrivateFiles;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;

/** A15: who makes files. */
class FilesArchTest extends RuleArchTest {
    private static final Set<String> MAKING = Set.of("write", "writeString", "copy", "createFile", "createTempFile",
            "createDirectory", "createDirectories", "createTempDirectory", "newOutputStream", "newBufferedWriter");
    private static final Set<String> OPTIONS = Set.of("CREATE", "CREATE_NEW");

    static Stream<Case> rules() {
        return Stream.of(new Case("A15 private files", FilesArchTest::privateFiles, "MakesOpenFiles.option(",
                "MakesOpenFiles.call(", "MakesOpenFiles.copy(", "MakesOpenFiles.folder(", "MakesOpenFiles.stream(",
                "MakesOpenFiles.writer(", "MakesOpenFiles.random("),
                new Case("A15 chosen places", FilesArchTest::chosenPlaces, "MakesOpenFiles.chosen("));
    }

    private static ArchRule chosenPlaces(String root) {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".export")
                .should().callMethod(PrivateFiles.class, "createInChosenPlace", Path.class)
                .because(
                        "a file of the program's own that cannot be closed is refused; only the owner chooses such a place");
    }

    private static ArchRule privateFiles(String root) {
        return classes().that().resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("leave the making of files to domain.PrivateFiles") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getName().equals(root + ".domain.PrivateFiles")) {
                            type.getAccessesFromSelf().stream().filter(FilesArchTest::makes)
                                    .filter(access -> !Code.exempt("A15", access.getOrigin()))
                                    .forEach(access -> events
                                            .add(SimpleConditionEvent.violated(access, access.getDescription())));
                        }
                    }
                }).because("a file that is closed after it was made was open to others for a moment");
    }

    private static boolean makes(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean made = access.getName().equals("<init>") && (owner.isEquivalentTo(FileOutputStream.class)
                || owner.isEquivalentTo(FileWriter.class) || owner.isEquivalentTo(RandomAccessFile.class));
        return made || (owner.isEquivalentTo(Files.class) && MAKING.contains(access.getName()))
                || (owner.isEquivalentTo(StandardOpenOption.class) && OPTIONS.contains(access.getName()));
    }
}
