package app.loupe.settings;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether this Java was started so that passwords stay inside it and certificates are truly checked (S27). An
 * agent, a debugger, remote management, traffic logging, a trust store or chance of somebody else's, a log configuration from
 * elsewhere or a library that was put into the process would undo promises that the code keeps, so the vault stays locked then.
 * The start script takes away what comes by the environment; this is for every other way to start. It keeps out tools that
 * were switched on for all programs and forgotten, not code that is in the process already and wants to stay unseen.
 */
public final class StartupGuard {
    private static final List<String> OPTION_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS");

    /** How Linux is told to put libraries into a process, or which it finds. */
    private static final List<String> LINUX_LIBRARIES = List.of("LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH");

    /** How macOS is. */
    private static final List<String> MAC_LIBRARIES = List.of("DYLD_INSERT_LIBRARIES", "DYLD_LIBRARY_PATH",
            "DYLD_FRAMEWORK_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "DYLD_FALLBACK_FRAMEWORK_PATH");

    /** Switches that are unsafe whatever follows them. */
    private static final List<String> UNSAFE_SWITCHES = List.of("-javaagent", "-agentlib", "-agentpath", "-Xrunjdwp",
            "-Xrun", "-Xdebug", "-Xbootclasspath", "--patch-module", "-XX:+HeapDumpOnOutOfMemoryError",
            "-XX:+HeapDumpBeforeFullGC", "-XX:+HeapDumpAfterFullGC", "-XX:-DisableAttachMechanism",
            "-XX:+StartAttachListener", "-XX:OnOutOfMemoryError", "-XX:OnError", "-XX:+CreateCoredumpOnCrash",
            "-XX:StartFlightRecording", "--module-path",
            "--upgrade-module-path", "-XX:+EnableJVMCI", "-XX:+UseJVMCI", "-XX:JVMCILibPath",
            "-XX:+ManagementServer", "-XX:VMOptionsFile", "-XX:Flags",
            "-XX:AOTCache=", "-XX:AOTConfiguration", "-XX:SharedArchiveFile");

    /** Where chance comes from. */
    private static final String EGD = "java.security.egd";

    /** The system's own, as many write it: with one more part in the path, which older Javas needed. */
    private static final Pattern SYSTEMS_CHANCE = Pattern.compile("file:(//)?/dev/(\\./)*u?random");

    /** System properties, by the beginning of their names. */
    private static final List<String> UNSAFE_PROPERTIES = List.of(
            "jdk.internal.httpclient.disableHostnameVerification", "jdk.httpclient.HttpClient.log",
            "jdk.internal.httpclient.debug", "javax.net.debug", "java.security.debug", "java.security.properties",
            "javax.net.ssl.trustStore", "com.sun.management", "jdk.tls.client.protocols",
            "logback.configurationFile", "java.system.class.loader", "jna.library.path", "jna.boot.library.path",
            "jna.boot.library.name", "jna.nosys", "java.util.logging.config", EGD);

    /** The jar of this program, or the folder of its classes. */
    private static final Path PROGRAM = program();

    /**
     * What a packaged program is started with and what is unsafe with any other value: the folder of its own jars, where
     * JNA, which speaks to the keyring, finds its library unpacked, and the cache of classes that was made for this very
     * program. Whoever can write there needs no switch.
     */
    private static final Map<String, Path> OWN = Map.of("-Djna.boot.library.path", PROGRAM.resolveSibling("lib"),
            "-XX:AOTCache", PROGRAM.resolveSibling("loupe.aot"));

    /**
     * Every process has these properties; whoever sets one chooses the native code that is loaded, or whose certificates are
     * trusted, which is a file of Java's home.
     */
    private static final Set<String> SET_BY_ITSELF = Set.of("-Djava.library.path", "-Dsun.boot.library.path",
            "-Djna.platform.library.path", "-Djava.home");

    private StartupGuard() {}

    /**
     * Refuses to go on in an unsafe process. Call before anything secret is opened.
     *
     * @throws ProblemException {@link ProblemCode#UNSAFE_JVM_SWITCH} with the switch
     */
    public static void demandSafe(Surroundings surroundings) throws ProblemException {
        Properties set = System.getProperties();
        var properties = new HashMap<String, String>();
        set.stringPropertyNames().forEach(name -> properties.put(name, set.getProperty(name, "")));
        Optional<Problem> problem = check(ManagementFactory.getRuntimeMXBean().getInputArguments(),
                surroundings, properties);
        if (problem.isPresent()) {
            throw new ProblemException(problem.get());
        }
    }

    /**
     * Looks for the first unsafe switch.
     *
     * @param jvmArguments what the virtual machine was started with
     * @param surroundings for the variables that add options to every Java, or on this system libraries to every process
     * @param properties system properties that are set, however they came to be
     */
    public static Optional<Problem> check(List<String> jvmArguments, Surroundings surroundings,
            Map<String, String> properties) {
        var given = new ArrayList<>(jvmArguments);
        for (String variable : OPTION_VARIABLES) {
            given.addAll(List.of(surroundings.variable(variable).replaceAll("[\"']", "").strip().split("\\s+")));
        }
        Stream<String> chosen = given.stream().map(argument -> argument.split("=", 2)[0])
                .filter(SET_BY_ITSELF::contains);
        Stream<String> set = properties.entrySet().stream().map(one -> "-D" + one.getKey() + "=" + one.getValue());
        Stream<String> libraries = libraryVariables(surroundings).stream()
                .filter(name -> !surroundings.variable(name).isEmpty());
        Stream<String> unsafe = Stream.concat(given.stream(), set).flatMap(StartupGuard::unsafePart);
        return Stream.of(libraries, chosen, unsafe).flatMap(parts -> parts).findFirst()
                .map(part -> Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, part));
    }

    /** Those of another system, which a shell may set here too, do nothing; Windows looks at none. */
    private static List<String> libraryVariables(Surroundings surroundings) {
        if (surroundings.isWindows()) {
            return List.of();
        }
        return surroundings.isMac() ? MAC_LIBRARIES : LINUX_LIBRARIES;
    }

    /**
     * Asks the class path, where this class is read from now. Its code source would name the place where the cache of
     * classes was made.
     */
    private static Path program() {
        String file = "/" + StartupGuard.class.getName().replace('.', '/') + ".class";
        String found = Objects.requireNonNull(StartupGuard.class.getResource(file), file).toString();
        String root = found.substring(0, found.length() - file.length()).replaceFirst("^jar:", "").replaceFirst("!$",
                "");
        return Path.of(URI.create(root));
    }

    /** The switch without its value, which may name files; nothing when it is harmless. */
    private static Stream<String> unsafePart(String argument) {
        if (isOwn(argument) || isSystemsChance(argument)) {
            return Stream.empty();
        }
        if (argument.startsWith("-D")) {
            String name = argument.substring(2).replaceFirst("=.*$", "");
            return UNSAFE_PROPERTIES.stream().filter(name::startsWith).map(unsafe -> "-D" + name).limit(1);
        }
        return UNSAFE_SWITCHES.stream().filter(argument::startsWith)
                .map(unsafe -> argument.startsWith("-agentlib:jdwp") ? "-agentlib:jdwp" : unsafe).limit(1);
    }

    private static boolean isSystemsChance(String argument) {
        String[] parts = argument.split("=", 2);
        return parts.length == 2 && parts[0].equals("-D" + EGD) && SYSTEMS_CHANCE.matcher(parts[1]).matches();
    }

    /** As a path: on Windows a starter writes some of its separators in the other way. One that is a list of paths is not it. */
    private static boolean isOwn(String argument) {
        int at = argument.indexOf('=');
        Path own = at < 0 ? null : OWN.get(argument.substring(0, at));
        String value = argument.substring(at + 1);
        if (own == null || value.indexOf(File.pathSeparatorChar) >= 0) {
            return false;
        }
        try {
            return own.equals(Path.of(value));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
