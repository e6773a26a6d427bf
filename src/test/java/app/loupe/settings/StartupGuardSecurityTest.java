package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        "-Xbootclasspath/a:/tmp/x.jar, -Xbootclasspath", "-XX:-DisableAttachMechanism, -XX:-DisableAttachMechanism"})
    void s27_namesTheSwitchWithoutItsValueWhereverItComesFrom(String argument, String named) {
        var refused = List.of(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, named));

        assertThat(StartupGuard.check(List.of("-Xmx1g", argument), Map.of(), List.of())).contains(refused.getFirst());
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            assertThat(StartupGuard.check(List.of(), Map.of(variable, "-Xmx1g \"" + argument + "\""), List.of()))
                    .as(variable).contains(refused.getFirst());
        }
    }

    @Test
    void s27_seesAPropertyHoweverItWasSet() {
        assertThat(StartupGuard.check(List.of(), Map.of(), List.of("user.home", "javax.net.debug")))
                .contains(Problem.of(ProblemCode.UNSAFE_JVM_SWITCH, "-Djavax.net.debug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx1g", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:+DisableAttachMechanism",
        "-Dglass.platform=Headless", "-Dh2.allowedClasses=", "-Djavax.net.ssl.keyStoreNot=1", ""})
    void ordinarySwitchesPass(String argument) {
        assertThat(StartupGuard.check(List.of(argument), Map.of("JAVA_TOOL_OPTIONS", argument), List.of())).isEmpty();
    }

    @Test
    void theProgramsOwnOptionsPass() throws IOException {
        List<String> own = Files.readAllLines(Path.of("packaging/jvm-options.txt")).stream()
                .filter(line -> line.startsWith("-")).toList();

        assertThat(own).isNotEmpty();
        assertThat(StartupGuard.check(own, Map.of(), List.of())).isEmpty();
    }
}
