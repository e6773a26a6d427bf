package app.loupe.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Knows the packages of Loupe and which of them each may use. Every package must stand in {@link #MAY_USE}. */
final class Packages {
    /** What speaks to a server, a keyring, a file or a format; none of these knows another. */
    static final Set<String> ADAPTERS = Set.of("odoo", "vault", "store", "export", "sample", "settings",
            "transfer", "updates");

    /** Every first-level package and those of Loupe's packages that it may use beside itself. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(Map.entry("domain", Set.of()),
            Map.entry("text", Set.of("domain")), Map.entry("reconcile", Set.of("domain")),
            Map.entry("sync", Set.of("domain", "reconcile")),
            Map.entry("session", Set.of("domain", "sync")),
            Map.entry("owed", Set.of("domain", "reconcile")),
            Map.entry("review", Set.of("domain", "owed")), Map.entry("unlock", Set.of("domain")),
            Map.entry("odoo", Set.of("domain")), Map.entry("vault", Set.of("domain", "unlock")),
            Map.entry("store", Set.of("domain")), Map.entry("sample", Set.of("domain")),
            Map.entry("settings", Set.of("domain")), Map.entry("updates", Set.of("domain")),
            Map.entry("transfer", Set.of("domain")),
            Map.entry("pages", Set.of("domain", "text")),
            Map.entry("export", Set.of("domain", "bookcheck", "owed", "review", "text")),
            Map.entry("bookcheck", Set.of("domain", "text")),
            Map.entry("ui",
                    Set.of("domain", "bookcheck", "sync", "session", "owed", "review", "unlock", "text", "export",
                            "pages")),
            Map.entry("app",
                    Set.of("domain", "text", "reconcile", "bookcheck", "sync", "session", "owed", "review", "unlock",
                            "odoo",
                            "vault",
                            "store",
                            "sample",
                            "settings", "transfer", "updates", "export", "ui")));

    private Packages() {}

    /** Reports every dependency from one first-level package to another that the test refuses. */
    static ArchCondition<JavaClass> useOnly(String root, String what, BiPredicate<String, String> allowed) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = Code.slice(root, type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String to = Code.slice(root, dependency.getTargetClass().getBaseComponentType());
                    if (!to.isEmpty() && !to.equals(from) && !allowed.test(from, to)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
