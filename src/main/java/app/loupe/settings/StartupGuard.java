package app.loupe.settings;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether this Java was started so that passwords stay inside it and certificates are truly checked (S27). An
 * agent, a debugger, remote management, traffic logging, a trust store of somebody else's or a log configuration from
 * elsewhere would undo promises that the code keeps, so the vault stays locked then.
 */
public final class StartupGuard {
    private static final List<String> OPTION_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS");

    /** Switches that are unsafe whatever follows them. */
    private static final List<String> UNSAFE_SWITCHES = List.of("-javaagent", "-agentlib", "-agentpath", "-Xrunjdwp",
            "-Xdebug", "-Xbootclasspath", "--patch-module", "-XX:+HeapDumpOnOutOfMemoryError",
            "-XX:+HeapDumpBeforeFullGC", "-XX:+HeapDumpAfterFullGC", "-XX:-DisableAttachMechanism",
            "-XX:+StartAttachListener", "-XX:OnOutOfMemoryError", "-XX:OnError", "-XX:+CreateCoredumpOnCrash",
            "-XX:StartFlightRecording", "--module-path", "-XX:VMOptionsFile", "-XX:Flags");

    /** System properties, by the beginning of their names. */
    private static final List<String> UNSAFE_PROPERTIES = List.of(
            "jdk.internal.httpclient.disableHostnameVerification", "jdk.httpclient.HttpClient.log",
            "jdk.internal.httpclient.debug", "javax.net.debug", "java.security.debug", "java.security.properties",
            "javax.net.ssl.trustStore", "com.sun.management.jmxremote", "jdk.tls.client.protocols",
            "logback.configurationFile", "java.system.class.loader", "jna.library.path", "jna.boot.library.path",
            "java.util.logging.config");

    private StartupGuard() {}

    /**
     * Refuses to go on in an unsafe process. Call before anything secret is opened.
     *
     * @throws ProblemException {@link ProblemCode#UNSAFE_JVM_SWITCH} with the switch
     */
    public static void demandSafe(Surroundings surroundings) throws ProblemException {
        Optional<Problem> problem = check(ManagementFactory.getRuntimeMXBean().getInputArguments(),
                surroundings.environment(), System.getProperties().stringPropertyNames());
        if (problem.isPresent()) {
            throw new ProblemException(problem.get());
        }
    }

    /**
     * Looks for the first unsafe switch.
     *
     * @param jvmArguments what the virtual machine was started with
     * @param environment for the variables that add options to every Java
     * @param propertyNames system properties that are set, however they came to be
     */
    public static Optional<Problem> check(List<String> jvmArguments, Map<String, String> environment,
            Collection<String> propertyNames) {
        var given = new ArrayList<>(jvmArguments);
        for (String variable : OPTION_VARIABLES) {
            given.addAll(List.of(environment.getOrDefault(variable, "").replaceAll("[\"']", "").strip().split("\\s+")));
        }
        propertyNames.forEach(name -> given.add("-D" + name));
        return given.stream().flatMap(StartupGuard::unsafePart).findFirst()
                .map(part -> Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, part));
    }

    /** The switch without its value, which may name files; nothing when it is harmless. */
    private static Stream<String> unsafePart(String argument) {
        if (argument.startsWith("-D")) {
            String name = argument.substring(2).replaceFirst("=.*$", "");
            return UNSAFE_PROPERTIES.stream().filter(name::startsWith).map(unsafe -> "-D" + name).limit(1);
        }
        return UNSAFE_SWITCHES.stream().filter(argument::startsWith)
                .map(unsafe -> argument.startsWith("-agentlib:jdwp") ? "-agentlib:jdwp" : unsafe).limit(1);
    }
}
