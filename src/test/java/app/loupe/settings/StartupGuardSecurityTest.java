package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupGuardSecurityTest {
    @ParameterizedTest
    @CsvSource({"-javaagent:/tmp/spy.jar=x, -javaagent", "-agentlib:jdwp=transport=dt_socket, -agentlib:jdwp",
        "-agentlib:hprof, -agentlib", "-agentpath:/tmp/spy.so, -agentpath", "-Xrunjdwp:server=y, -Xrunjdwp",
        "-Djdk.internal.httpclient.disableHostnameVerification, "
                + "-Djdk.internal.httpclient.disableHostnameVerification",
        "-Djavax.net.debug=all, -Djavax.net.debug",
        "-Djavax.net.ssl.trustStore=/tmp/ts, -Djavax.net.ssl.trustStore",
        "-Djavax.net.ssl.trustStoreType=JKS, -Djavax.net.ssl.trustStoreType",
        "-Dcom.sun.management.jmxremote.port=1, -Dcom.sun.management.jmxremote.port",
        "-Djdk.httpclient.HttpClient.log=all, -Djdk.httpclient.HttpClient.log",
        "-Dlogback.configurationFile=/tmp/l.xml, -Dlogback.configurationFile",
        "-XX:+HeapDumpOnOutOfMemoryError, -XX:+HeapDumpOnOutOfMemoryError",
        "-Xbootclasspath/a:/tmp/x.jar, -Xbootclasspath", "-XX:SharedArchiveFile=/tmp/x, -XX:SharedArchiveFile",
        "-XX:AOTConfiguration=/tmp/x, -XX:AOTConfiguration",
        "-XX:-DisableAttachMechanism, -XX:-DisableAttachMechanism"})
    void s27_namesTheSwitchWithoutItsValueWhereverItComesFrom(String argument, String named) {
        var refused = List.of(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, named));

        assertThat(StartupGuard.check(List.of("-Xmx1g", argument), Map.of(), Map.of())).contains(refused.getFirst());
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            assertThat(StartupGuard.check(List.of(), Map.of(variable, "-Xmx1g \"" + argument + "\""), Map.of()))
                    .as(variable).contains(refused.getFirst());
        }
    }

    @Test
    void s27_seesAPropertyHoweverItWasSet() {
        assertThat(StartupGuard.check(List.of(), Map.of(), Map.of("user.home", "/home/ann", "javax.net.debug", "")))
                .contains(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, "-Djavax.net.debug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx1g", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:+DisableAttachMechanism",
        "-Dglass.platform=Headless", "-Dh2.allowedClasses=", "-Djavax.net.ssl.keyStoreNot=1", ""})
    void ordinarySwitchesPass(String argument) {
        assertThat(StartupGuard.check(List.of(argument), Map.of("JAVA_TOOL_OPTIONS", argument), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-Djna.boot.library.path, lib", "-XX:AOTCache, loupe.aot"})
    void s27_whatOnlyAPackageHasPassesOnlyFromTheProgramsOwnFolder(String name, String file) {
        String own = StartupGuard.ownFolder().resolve(file).toString();
        assertThat(StartupGuard.check(List.of(name + "=" + own), Map.of(), Map.of())).isEmpty();

        for (String other : List.of("", "/tmp", own + "/..", own + ":/tmp", "/tmp:" + own, own + "2", file)) {
            assertThat(StartupGuard.check(List.of(name + "=" + other), Map.of(), Map.of())).as(other).isPresent();
        }
    }

    @Test
    void s27_aPropertyIsHeldAgainstItsValueHoweverItWasSet() {
        String own = StartupGuard.ownFolder().resolve("lib").toString();
        assertThat(StartupGuard.check(List.of(), Map.of(), Map.of("jna.boot.library.path", own))).isEmpty();
        assertThat(StartupGuard.check(List.of(), Map.of(), Map.of("jna.boot.library.path", "/tmp")))
                .contains(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, "-Djna.boot.library.path"));
        assertThat(StartupGuard.check(List.of(), Map.of(), Map.of("jna.library.path", own))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Djna.boot.library.name=x", "-Djna.nosys=false", "-Djava.library.path=/tmp/e"})
    void s27_nothingElseChoosesTheNativeCodeThatIsLoaded(String option) {
        assertThat(StartupGuard.check(List.of(option), Map.of(), Map.of())).isPresent();
        assertThat(StartupGuard.check(List.of(), Map.of("JAVA_TOOL_OPTIONS", option), Map.of())).isPresent();
        // every Java has one of its own
        assertThat(StartupGuard.check(List.of(), Map.of(), Map.of("java.library.path", "/usr/lib"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES", "DYLD_LIBRARY_PATH",
        "DYLD_FRAMEWORK_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "DYLD_FALLBACK_FRAMEWORK_PATH"})
    void s27_noLibraryIsPutIntoTheProcessByTheSystem(String variable) {
        assertThat(StartupGuard.check(List.of(), Map.of(variable, "/tmp/spy.so", "LD_BIND_NOW", "1"), Map.of()))
                .contains(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, variable));
        assertThat(StartupGuard.check(List.of(), Map.of(variable, "", "LD_BIND_NOW", "1"), Map.of())).isEmpty();
    }

    @Test
    void theProgramsOwnOptionsPass() {
        List<String> own = Stream.of("jvm-options.txt", "image-options.txt")
                .flatMap(file -> lines(Path.of("packaging", file)))
                .filter(line -> line.startsWith("-"))
                .map(line -> line.replace("$APPDIR", StartupGuard.ownFolder().toString())).toList();

        assertThat(own).isNotEmpty();
        assertThat(StartupGuard.check(own, Map.of(), Map.of())).isEmpty();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
