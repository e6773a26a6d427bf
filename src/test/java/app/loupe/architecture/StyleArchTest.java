package app.loupe.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A9, A10, A11, names and widths: how a class is written. */
class StyleArchTest extends RuleArchTest {
    private static final int MOST_PARAMETERS = 6;
    private static final int MOST_COMPONENTS = 12;

    static Stream<Case> rules() {
        return Stream.of(
                new Case("A9 streams and old ways", StyleArchTest::oldWays, "Prints.out()", "Prints.trace(",
                        "DrawsLots", "IsSerializable", "LogsWithJul"),
                new Case("A10 static state", StyleArchTest::noStaticState, "KeepsState.counter", "KeepsState.CACHE"),
                new Case("A10 locators", StyleArchTest::noLocator, "KeepsState.getInstance()"),
                new Case("A11 null contracts", StyleArchTest::nullMarked, "archfixture.style.Prints"),
                new Case("names", StyleArchTest::names, "ThingManager"),
                new Case("constructors", StyleArchTest::constructorsAreNarrow, "WideConstructor.<init>"),
                new Case("records", StyleArchTest::recordsAreGrouped, "WideRecord"));
    }

    private static ArchRule oldWays(String root) {
        return classes().that().resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("log with slf4j and use records and SplittableRandom") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getAccessesFromSelf().stream().filter(access -> {
                            JavaClass owner = access.getTargetOwner();
                            boolean stream = owner.isEquivalentTo(System.class)
                                    && Set.of("out", "err").contains(access.getName());
                            boolean trace = owner.isAssignableTo(Throwable.class)
                                    && access.getName().equals("printStackTrace");
                            boolean old = owner.getPackageName().equals("java.util.logging")
                                    || owner.isEquivalentTo(ObjectInputStream.class)
                                    || owner.isEquivalentTo(Random.class);
                            return (stream || trace || old) && !Code.exempt("A9", access.getOrigin());
                        }).forEach(access -> events
                                .add(SimpleConditionEvent.violated(access, access.getDescription())));
                        if (type.getRawInterfaces().stream().anyMatch(one -> one.isEquivalentTo(Serializable.class))
                                && !Code.exempt("A9", type)) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " is Serializable"));
                        }
                    }
                }).because("output, log lines, stored objects and chance each have one way in Loupe");
    }

    private static ArchRule noStaticState(String root) {
        return fields().that().areDeclaredInClassesThat().resideInAPackage(root + "..").and().areStatic()
                .should(new ArchCondition<JavaField>("be final and of a type that holds no changing state") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        boolean fixed = field.getModifiers().contains(JavaModifier.FINAL);
                        boolean ours = !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                        if (ours && (!fixed || changing(field.getRawType()))
                                && !Code.exempt("A10", field.getOwner())) {
                            events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds state"));
                        }
                    }
                }).because("state that belongs to no object cannot be tested, closed or given to two");
    }

    /** An interface such as Map is fine (Map.of); a class that one fills is not. */
    private static boolean changing(JavaClass type) {
        boolean filled = !type.isInterface() && !type.isEnum()
                && !type.getFullName().equals("java.util.EnumSet")
                && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
        return filled || type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isAssignableTo(ThreadLocal.class);
    }

    private static ArchRule noLocator(String root) {
        return noMethods().that().areDeclaredInClassesThat().resideInAPackage(root + "..").should()
                .haveName("getInstance")
                .orShould(new ArchCondition<>("load services") {
                    @Override
                    public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                        boolean loads = method.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ServiceLoader.class));
                        events.add(new SimpleConditionEvent(method, loads, method.getFullName() + " loads services"));
                    }
                }).because("a part says in its constructor what it needs");
    }

    private static ArchRule nullMarked(String root) {
        return classes().that().resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("live in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class)).orElse(false);
                        events.add(new SimpleConditionEvent(type, marked, type.getName() + " is not null-marked"));
                    }
                }).because("what may be absent is written down, and the compiler holds us to it");
    }

    private static ArchRule names(String root) {
        return noClasses().that().resideInAPackage(root + "..").should()
                .haveNameMatching(".*(Util|Utils|Manager|Impl|Helper|Helpers)(\\$.*)?")
                .because("such a name says nothing of what the class decides");
    }

    private static ArchRule constructorsAreNarrow(String root) {
        return constructors().that().areDeclaredInClassesThat().resideInAPackage(root + "..").and()
                .areDeclaredInClassesThat(describe("classes written by hand",
                        type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass() && !type.isLocalClass()))
                .should(new ArchCondition<JavaConstructor>("have at most " + MOST_PARAMETERS + " parameters") {
                    @Override
                    public void check(JavaConstructor constructor, ConditionEvents events) {
                        int width = constructor.getRawParameterTypes().size();
                        boolean narrow = width <= MOST_PARAMETERS || Code.exempt("width", constructor);
                        events.add(new SimpleConditionEvent(constructor, narrow,
                                constructor.getFullName() + " has " + width + " parameters"));
                    }
                }).because("a class that needs more does more than one thing");
    }

    private static ArchRule recordsAreGrouped(String root) {
        return classes().that().resideInAPackage(root + ".domain..").and().areRecords()
                .should(new ArchCondition<JavaClass>("have at most " + MOST_COMPONENTS + " components") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        long width = type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)).count();
                        events.add(new SimpleConditionEvent(type, width <= MOST_COMPONENTS,
                                type.getName() + " has " + width + " components"));
                    }
                }).because("where a record is made, nobody sees two of thirteen arguments exchanged");
    }

    @Test
    void everyExemptionGivesItsReason() {
        var reasons = Code.ours().stream()
                .flatMap(type -> Stream.concat(Code.exemptions(type),
                        type.getCodeUnits().stream().flatMap(Code::exemptions)))
                .map(exemption -> exemption.get("because").orElse("").toString());

        assertThat(reasons).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(15));
    }
}
