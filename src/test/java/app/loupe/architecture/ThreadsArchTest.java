package app.loupe.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import app.loupe.domain.Blocking;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A5, A7, A12: who may wait, who may start threads, who may end the process. */
class ThreadsArchTest extends RuleArchTest {
    private static final Set<String> THREAD_STARTERS = Set.of("startVirtualThread", "ofVirtual", "ofPlatform");

    static Stream<Case> rules() {
        return Stream.of(
                new Case("A5 waiting", ThreadsArchTest::waiting, "WaitsOnTheWindowThread.now()",
                        "WaitsOnTheWindowThread.later()"),
                new Case("A7 view models", ThreadsArchTest::viewModels, "archfixture.ui.alpha.PaintingViewModel"),
                new Case("A12 network", ThreadsArchTest::network, "archfixture.sync.OpensASocket",
                        "archfixture.sync.KnowsAnHttpClient"),
                new Case("A12 process", ThreadsArchTest::process, "EndsTheProcess.exit()", "EndsTheProcess.property()",
                        "EndsTheProcess.thread()", "EndsTheProcess.pool()"));
    }

    /**
     * A call in a lambda or a method reference counts as handed over when the method around it uses Background. A method
     * that is marked itself may wait; then its callers are held to the rule.
     */
    private static ArchRule waiting(String root) {
        String background = root + ".ui.common.Background";
        return classes().that().resideInAPackage(root + ".ui..").should(accessNone(
                "call a @Blocking method outside ui.common.Background",
                access -> blocking(access) && !blocking(access.getOrigin())
                        && !(handedOver(access) && uses(access.getOrigin(), background))
                        && !access.getOriginOwner().getFullName().startsWith(background),
                "A5")).because("a window that waits for disk, network or keyring looks dead to its owner");
    }

    private static boolean handedOver(JavaAccess<?> access) {
        return access.isDeclaredInLambda()
                || access.getOrigin().getMethodReferencesFromSelf().stream().anyMatch(access::equals);
    }

    private static boolean uses(JavaCodeUnit unit, String type) {
        return unit.getAccessesFromSelf().stream()
                .anyMatch(access -> access.getTargetOwner().getFullName().startsWith(type));
    }

    private static boolean blocking(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && ((target.getOwner().isAnnotatedWith(Blocking.class) && !target.getName().equals("<init>"))
                        || target.resolveMember().map(unit -> unit.isAnnotatedWith(Blocking.class)).orElse(false));
    }

    private static boolean blocking(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(Blocking.class) || unit.getOwner().isAnnotatedWith(Blocking.class);
    }

    private static ArchRule viewModels(String root) {
        return noClasses().that().resideInAPackage(root + "..").and().haveSimpleNameEndingWith("ViewModel").should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
                .because("a view model is tested without a window");
    }

    private static ArchRule network(String root) {
        return noClasses().that().resideOutsideOfPackage(root + ".odoo..").and(DescribedPredicate
                .<JavaClass>describe("are not exempt", type -> !Code.exempt("A12", type))).should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.hc..", "java.net.http..").or(describe(
                        "sockets and URL connections",
                        type -> Set.of("java.net.Socket", "java.net.ServerSocket", "java.net.DatagramSocket",
                                "java.net.URLConnection", "java.net.HttpURLConnection",
                                "java.nio.channels.SocketChannel", "javax.net.ssl.SSLSocket",
                                "javax.net.ssl.HttpsURLConnection").contains(type.getFullName()))))
                .because("one package speaks to the network, so one package has to be read to know what leaves");
    }

    private static ArchRule process(String root) {
        return classes().that().resideOutsideOfPackage(root + ".app..")
                .should(accessNone("end the process, change its properties or start threads", access -> {
                    JavaClass owner = access.getTargetOwner();
                    String name = access.getName();
                    if (owner.isEquivalentTo(System.class)) {
                        return Set.of("exit", "setProperty", "setProperties").contains(name);
                    }
                    if (owner.isEquivalentTo(Runtime.class)) {
                        return Set.of("exit", "halt", "addShutdownHook").contains(name);
                    }
                    if (owner.getFullName().equals("java.util.concurrent.Executors")) {
                        return name.startsWith("new");
                    }
                    return owner.isAssignableTo(Thread.class)
                            && (name.equals("<init>") || THREAD_STARTERS.contains(name));
                }, "A12"))
                .because("threads have names, an owner and an order in which they end only when app makes them");
    }

    private static ArchCondition<JavaClass> accessNone(String what, Predicate<JavaAccess<?>> wrong, String rule) {
        return new ArchCondition<>("not " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (wrong.test(access) && !Code.exempt(rule, access.getOrigin())) {
                        events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                    }
                }
            }
        };
    }
}
