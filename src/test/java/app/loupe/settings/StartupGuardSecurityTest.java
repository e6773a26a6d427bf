package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupGuardSecurityTest {
    private static final Surroundings NOTHING = on("Linux", Map.of());
    /** Where the classes lie, as the jar does in a package. */
    private static final Path OWN_FOLDER = Path.of(URI.create(
            StartupGuard.class.getProtectionDomain().getCodeSource().getLocation().toString())).resolveSibling("");

    private static Surroundings on(String system, Map<String, String> environment) {
        return new Surroundings(system, environment, Path.of("home"));
    }

    @ParameterizedTest
    @CsvSource({"-javaagent:/tmp/spy.jar=x, -javaagent", "-agentlib:jdwp=transport=dt_socket, -agentlib:jdwp",
        "-agentlib:hprof, -agentlib", "-agentpath:/tmp/spy.so, -agentpath", "-Xrunjdwp:server=y, -Xrunjdwp",
        "-Xruninstrument:/tmp/spy.jar, -Xrun", "-Xrunspy, -Xrun", "--upgrade-module-path=/tmp/m, --upgrade-module-path",
        "--module-path=/tmp/m, --module-path", "--patch-module=java.base=/tmp/p, --patch-module",
        "-XX:JVMCILibPath=/tmp/spy, -XX:JVMCILibPath", "-XX:+EnableJVMCI, -XX:+EnableJVMCI",
        "-XX:+UseJVMCICompiler, -XX:+UseJVMCI", "-XX:+UseJVMCINativeLibrary, -XX:+UseJVMCI",
        "-XX:+ManagementServer, -XX:+ManagementServer", "-XX:Flags=/tmp/f, -XX:Flags",
        "-XX:VMOptionsFile=/tmp/f, -XX:VMOptionsFile", "-XX:OnError=/tmp/f, -XX:OnError",
        "-XX:OnOutOfMemoryError=/tmp/f, -XX:OnOutOfMemoryError",
        "-Djava.system.class.loader=Spy, -Djava.system.class.loader",
        "-Djdk.internal.httpclient.disableHostnameVerification, "
                + "-Djdk.internal.httpclient.disableHostnameVerification",
        "-Djavax.net.debug=all, -Djavax.net.debug",
        "-Djavax.net.ssl.trustStore=/tmp/ts, -Djavax.net.ssl.trustStore",
        "-Djavax.net.ssl.trustStoreType=JKS, -Djavax.net.ssl.trustStoreType",
        "-Dcom.sun.management.jmxremote.port=1, -Dcom.sun.management.jmxremote.port",
        "-Dcom.sun.management.config.file=/tmp/m, -Dcom.sun.management.config.file",
        "-Djdk.httpclient.HttpClient.log=all, -Djdk.httpclient.HttpClient.log",
        "-Dlogback.configurationFile=/tmp/l.xml, -Dlogback.configurationFile",
        "-XX:+HeapDumpOnOutOfMemoryError, -XX:+HeapDumpOnOutOfMemoryError",
        "-Xbootclasspath/a:/tmp/x.jar, -Xbootclasspath", "-XX:SharedArchiveFile=/tmp/x, -XX:SharedArchiveFile",
        "-XX:AOTConfiguration=/tmp/x, -XX:AOTConfiguration",
        "-XX:-DisableAttachMechanism, -XX:-DisableAttachMechanism"})
    void s27_namesTheSwitchWithoutItsValueWhereverItComesFrom(String argument, String named) {
        var refused = List.of(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, named));

        assertThat(StartupGuard.check(List.of("-Xmx1g", argument), NOTHING, Map.of())).contains(refused.getFirst());
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            var added = on("Linux", Map.of(variable, "-Xmx1g \"" + argument + "\""));
            assertThat(StartupGuard.check(List.of(), added, Map.of())).as(variable)
                    .contains(refused.getFirst());
        }
    }

    @Test
    void s27_seesAPropertyHoweverItWasSet() {
        assertThat(StartupGuard.check(List.of(), NOTHING, Map.of("user.home", "/home/ann", "javax.net.debug", "")))
                .contains(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, "-Djavax.net.debug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx1g", "-Xrs", "-XX:-EnableJVMCI", "-Djava.homes=x", "-XX:-HeapDumpOnOutOfMemoryError",
        "-XX:+DisableAttachMechanism",
        "-Dglass.platform=Headless", "-Dh2.allowedClasses=", "-Djavax.net.ssl.keyStoreNot=1", ""})
    void ordinarySwitchesPass(String argument) {
        var added = on("Linux", Map.of("JAVA_TOOL_OPTIONS", argument));
        assertThat(StartupGuard.check(List.of(argument), added, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-Djna.boot.library.path, lib", "-XX:AOTCache, loupe.aot"})
    void s27_whatOnlyAPackageHasPassesOnlyFromTheProgramsOwnFolder(String name, String file) {
        String own = OWN_FOLDER.resolve(file).toString();
        assertThat(StartupGuard.check(List.of(name + "=" + own), NOTHING, Map.of())).isEmpty();

        for (String other : List.of("", "/tmp", own + "/..", own + ":/tmp", "/tmp:" + own, own + "2", file)) {
            assertThat(StartupGuard.check(List.of(name + "=" + other), NOTHING, Map.of())).as(other).isPresent();
        }
    }

    @Test
    void s27_aPropertyIsHeldAgainstItsValueHoweverItWasSet() {
        String own = OWN_FOLDER.resolve("lib").toString();
        assertThat(StartupGuard.check(List.of(), NOTHING, Map.of("jna.boot.library.path", own))).isEmpty();
        assertThat(StartupGuard.check(List.of(), NOTHING, Map.of("jna.boot.library.path", "/tmp")))
                .contains(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, "-Djna.boot.library.path"));
        assertThat(StartupGuard.check(List.of(), NOTHING, Map.of("jna.library.path", own))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Djna.boot.library.name=x", "-Djna.nosys=false", "-Djava.library.path=/tmp/e",
        "-Dsun.boot.library.path=/tmp/e", "-Djna.platform.library.path=/tmp/e", "-Djava.home=/tmp/e", "-Djava.home"})
    void s27_nothingElseChoosesTheNativeCodeThatIsLoaded(String option) {
        assertThat(StartupGuard.check(List.of("-Xmx1g", option), NOTHING, Map.of()))
                .contains(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, option.replaceFirst("=.*", "")));
        var added = on("Linux", Map.of("JAVA_TOOL_OPTIONS", option));
        assertThat(StartupGuard.check(List.of(), added, Map.of())).isPresent();
        // every Java has one of its own
        assertThat(StartupGuard.check(List.of(), NOTHING, Map.of("java.library.path", "/usr/lib"))).isEmpty();
    }

    /** The authorities that are trusted are a file of that folder. */
    @Test
    void s27_everyJavaHasAHomeOfItsOwn() {
        assertThat(StartupGuard.check(List.of(), NOTHING, Map.of("java.home", "/opt/java", "sun.boot.library.path",
                "/opt/java/lib", "jna.platform.library.path", "/usr/lib"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/tmp/known", "file:/dev/zero", "file:/dev/random/../zero", "file:/dev/urandom2",
        "file:///tmp/known", "/dev/zero", ""})
    void s27_chanceComesFromNoFileOfSomebodyElse(String source) {
        var refused = Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, "-Djava.security.egd");
        assertThat(StartupGuard.check(List.of("-Djava.security.egd=" + source), NOTHING, Map.of())).contains(refused);
        assertThat(StartupGuard.check(List.of(), NOTHING, Map.of("java.security.egd", source))).contains(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/dev/random", "file:/dev/urandom", "file:/dev/./urandom", "file:///dev/urandom",
        "file:/dev/./random"})
    void theSystemsOwnChancePasses(String source) {
        assertThat(StartupGuard.check(List.of("-Djava.security.egd=" + source), NOTHING,
                Map.of("java.security.egd", source))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LD_PRELOAD, Linux", "LD_AUDIT, Linux", "LD_LIBRARY_PATH, Linux", "DYLD_INSERT_LIBRARIES, Mac OS X",
        "DYLD_LIBRARY_PATH, Mac OS X", "DYLD_FRAMEWORK_PATH, Mac OS X", "DYLD_FALLBACK_LIBRARY_PATH, Mac OS X",
        "DYLD_FALLBACK_FRAMEWORK_PATH, Mac OS X"})
    void s27_noLibraryIsPutIntoTheProcessByTheSystem(String variable, String system) {
        var spied = Map.of(variable, "/tmp/spy.so", "LD_BIND_NOW", "1");
        for (String any : List.of("Linux", "Mac OS X", "Windows 11")) {
            // those of another system do nothing, and nobody could be told what to take away
            assertThat(StartupGuard.check(List.of(), on(any, spied), Map.of())).as(any).isEqualTo(any.equals(system)
                    ? Optional.of(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, variable))
                    : Optional.empty());
        }
        assertThat(StartupGuard.check(List.of(), on(system, Map.of(variable, "", "LD_BIND_NOW", "1")), Map.of()))
                .isEmpty();
    }

    @Test
    void theProgramsOwnOptionsPass() {
        List<String> own = Stream.of("jvm-options.txt", "image-options.txt")
                .flatMap(file -> lines(Path.of("packaging", file)))
                .filter(line -> line.startsWith("-"))
                .map(line -> line.replace("$APPDIR", OWN_FOLDER.toString())).toList();

        assertThat(own).isNotEmpty();
        assertThat(StartupGuard.check(own, NOTHING, Map.of())).isEmpty();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
