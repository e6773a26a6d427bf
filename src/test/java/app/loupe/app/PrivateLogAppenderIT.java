package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.LoggedFailure;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.settings.Surroundings;
import app.loupe.settings.SystemAccounts;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions")
class PrivateLogAppenderIT {
    @TempDir
    Path temp;

    private final LoggerContext context = new LoggerContext();
    private final PatternLayoutEncoder encoder = new PatternLayoutEncoder();

    @BeforeEach
    void encoder() {
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
    }

    private boolean nothingKept;
    private boolean takesNothing;

    private PrivateLogAppender appender(String file) {
        var appender = new PrivateLogAppender(file, encoder, () -> nothingKept, () -> takesNothing);
        appender.setContext(context);
        appender.start();
        context.getLogger("x").addAppender(appender);
        return appender;
    }

    @Test
    void s44_theFirstLineMakesAPrivateFile() throws Exception {
        Path file = temp.resolve("loupe/logs/loupe.log");
        appender(file.toString());
        assertThat(temp.resolve("loupe")).doesNotExist();

        context.getLogger("x").info("grüezi");

        assertThat(file).hasContent("grüezi");
        for (Path path : List.of(temp.resolve("loupe"), temp.resolve("loupe/logs"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void whereNothingIsKeptNothingIsMadeUntilSomethingBeginsThere() {
        Path file = temp.resolve("loupe/logs/loupe.log");
        nothingKept = true;
        appender(file.toString());

        for (int i = 1; i <= 201; i++) {
            context.getLogger("x").info("line {}", i);
        }
        assertThat(temp.resolve("loupe")).doesNotExist();
        nothingKept = false;
        context.getLogger("x").info("begun");

        assertThat(file).content().startsWith("line 2\nline 3\n").endsWith("line 201\nbegun\n");
    }

    @Test
    void itStaysSmallWhileOneProcessWritesToItForLong() throws Exception {
        Path file = temp.resolve("loupe/logs/loupe.log");
        appender(file.toString());
        String line = "x".repeat(100_000);

        for (int i = 1; i <= 45; i++) {
            context.getLogger("x").info("{} {}", i, line);
        }
        context.getLogger("x").info("last");

        assertThat(Files.size(file)).isLessThan(1_300_000);
        assertThat(file).content().endsWith("last\n");
        assertThat(file.resolveSibling("loupe.log.1")).content().hasSizeLessThan(1_300_000).contains("\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void anErrorIsWrittenWithWhatLedToItWhereverItIs() {
        Path file = temp.resolve("loupe/logs/loupe.log");
        nothingKept = true;
        appender(file.toString());

        context.getLogger("x").info("before");
        context.getLogger("x").error("failed");
        context.getLogger("x").info("after");

        assertThat(file).hasContent("before\nfailed\nafter");
    }

    /** The folder of the log may be open to its owner where the data folder is not. */
    @Test
    void whereNothingMayBeChangedNothingIsWritten() {
        Path file = temp.resolve("loupe/logs/loupe.log");
        takesNothing = true;
        appender(file.toString());

        context.getLogger("x").info("before");
        context.getLogger("x").error("failed");
        assertThat(temp.resolve("loupe")).doesNotExist();
        takesNothing = false;
        context.getLogger("x").info("after");

        assertThat(file).hasContent("after");
    }

    @Test
    void theShippedOneAsksTheDataFolder() throws Exception {
        Path file = temp.resolve("loupe/logs/loupe.log");
        LoggerContext shipped = shipped(file);

        shipped.getLogger("x").info("line");
        assertThat(temp.resolve("loupe")).doesNotExist();
        Files.createDirectory(temp.resolve("loupe"));
        Files.createFile(temp.resolve("loupe/vault.mv.db"));
        shipped.getLogger("x").info("line");

        assertThat(file).content().hasLineCount(2);
    }

    /** Such a folder is refused, and a log of root's would be closed to whose folder it is. */
    @Test
    void s44_rootLogsNothingInTheFolderOfAnotherAccount() throws Exception {
        Path file = ofAVault();
        boolean isRoot = SystemAccounts.current(Surroundings.current()).systemId().equals("0");
        if (isRoot) {
            Files.setAttribute(temp.resolve("vault.mv.db"), "unix:uid", 12_345);
            Files.setAttribute(temp, "unix:uid", 12_345);
        }
        LoggerContext shipped = shipped(file);

        shipped.getLogger("x").info("line");
        shipped.getLogger("x").error("failed");

        // no other account could make the folder somebody else's
        assertThat(Files.exists(file)).isEqualTo(!isRoot);
        assertThat(Files.exists(file.getParent())).isEqualTo(!isRoot);
    }

    @Test
    void aLargeLogIsSetAsideAndAnOpenOneIsClosed() throws Exception {
        Path file = Files.write(temp.resolve("loupe.log"), new byte[2_000_000]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var appender = appender(file.toString());

        context.getLogger("x").info("new");
        appender.stop();

        assertThat(file).hasContent("new");
        assertThat(temp.resolve("loupe.log.1")).hasSize(2_000_000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aLargeLogThatCannotBeSetAsideBeginsAnew() throws Exception {
        Path file = Files.write(temp.resolve("loupe.log"), new byte[2_000_000]);
        Path inTheWay = Files.createDirectories(temp.resolve("loupe.log.1/folder"));
        appender(file.toString());

        context.getLogger("x").info("new");

        assertThat(file).hasContent("new");
        assertThat(inTheWay).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs", "logs/loupe.log"})
    void s44_aLinkLeadsToNobodyElsesFile(String link) throws Exception {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Path victim = Files.writeString(elsewhere.resolve("loupe.log"), "mine");
        Files.setPosixFilePermissions(victim, PosixFilePermissions.fromString("rw-r--r--"));
        Path placed = temp.resolve(link);
        Files.createDirectories(placed.getParent());
        Files.createSymbolicLink(placed, link.endsWith("log") ? victim : elsewhere);
        appender(temp.resolve("logs/loupe.log").toString());

        context.getLogger("x").info("line");

        assertThat(victim).hasContent("mine");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(victim))).isEqualTo("rw-r--r--");
    }

    private Path ofAVault() throws IOException {
        Files.createFile(temp.resolve("vault.mv.db"));
        return temp.resolve("logs/loupe.log");
    }

    private static LoggerContext shipped(Path file) {
        System.setProperty(LogFile.PROPERTY, file.toString());
        try {
            var shipped = new LoggerContext();
            var setup = new LogSetup();
            setup.setContext(shipped);
            setup.configure(shipped);
            return shipped;
        } finally {
            System.clearProperty(LogFile.PROPERTY);
        }
    }

    @Test
    void theSetupIsFound() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogSetup.class);
    }

    @Test
    void noLoggerWritesToTheTerminal() throws Exception {
        var appenders = new ArrayList<Appender<ILoggingEvent>>();
        for (Logger logger : shipped(ofAVault()).getLoggerList()) {
            logger.iteratorForAppenders().forEachRemaining(appenders::add);
        }

        assertThat(appenders).singleElement().isInstanceOf(PrivateLogAppender.class);
    }

    @Test
    void s41_theLogSaysWhereButNotWhat() throws Exception {
        Path file = ofAVault();
        LoggerContext shipped = shipped(file);

        shipped.getLogger("app.loupe").warn("it broke", new IllegalStateException("outer canary",
                new IllegalArgumentException("inner canary")));
        shipped.getLogger("org.apache.hc.client5.http.wire").error("wire canary");
        shipped.getLogger("org.hibernate.orm.jdbc").error("row canary");
        shipped.getLogger("org.freedesktop.dbus.connections.transports.TransportBuilder").info("bus canary");
        shipped.stop();

        assertThat(file).content().contains("WARN", "it broke", "IllegalStateException", "caused by java.lang.Illegal",
                "PrivateLogAppenderIT").doesNotContain("canary");
    }

    @Test
    void s41_aFailureThatKnowsWhatIsNoValueIsNamedByIt() throws Exception {
        Path file = ofAVault();
        LoggerContext shipped = shipped(file);

        shipped.getLogger("app.loupe").warn("it broke", new IllegalStateException("outer canary",
                new ProblemException(Problem.of(ProblemCode.STORE_DAMAGED, "canary"), new Told())));
        shipped.stop();

        assertThat(file).content().contains("java.lang.IllegalStateException\n",
                "  caused by app.loupe.domain.ProblemException store-damaged\n",
                "  caused by org.h2.jdbc.JdbcSQLException 90030\n").doesNotContain("canary", "Told");
    }

    private static final class Told extends RuntimeException implements LoggedFailure {
        private static final long serialVersionUID = 1L;

        Told() {
            super("inner canary", null, false, false);
        }

        @Override
        public String inLog() {
            return "org.h2.jdbc.JdbcSQLException 90030";
        }
    }

    @Test
    void withoutAFileNothingIsLogged() {
        var appender = appender("");

        context.getLogger("x").info("lost");

        assertThat(appender.isStarted()).isFalse();
    }
}
