package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.app.commands.OtherProcess;
import app.loupe.app.commands.Servers;
import app.loupe.app.commands.Services;
import app.loupe.app.commands.ServicesOpener;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncReport;
import app.loupe.domain.SystemAccount;
import app.loupe.odoo.HttpsOdooGateway;
import app.loupe.settings.DataFolder;
import app.loupe.domain.SyncMode;
import app.loupe.text.Texts;
import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.h2.Driver;
import testkit.FakeKeyHolder;
import testkit.FakeOdoo;

/** The whole of Loupe in one data folder, with a keyring in memory, on a fixed day; opened as often as a test likes. */
final class WholeLoupe {
    /** The day. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC);
    /** The words. */
    static final Texts TEXTS = new Texts(Locale.ENGLISH);

    /** Whose it is. */
    static final SystemAccount ACCOUNT = new SystemAccount("owner", "1000");

    final FakeKeyHolder keyring;
    private final Path folder;
    private final Clock clock;

    WholeLoupe(Path folder) {
        this(folder, CLOCK);
    }

    /** On another day. */
    WholeLoupe(Path folder, Clock clock) {
        this(folder, clock, FakeKeyHolder.keyring());
    }

    /** With the keyring of another one. */
    WholeLoupe(Path folder, Clock clock, FakeKeyHolder keyring) {
        this.keyring = keyring;
        this.folder = folder;
        this.clock = clock;
    }

    OpenLoupe open() throws ProblemException {
        return open(TEXTS);
    }

    /** The same as from a folder that takes nothing. */
    OpenLoupe openReadOnly() throws ProblemException {
        return OpenLoupe.open(new DataFolder(folder, true), ACCOUNT, keyring, FakeKeyHolder.passphrase(), clock, TEXTS);
    }

    /** The same in another language. */
    OpenLoupe open(Texts texts) throws ProblemException {
        return OpenLoupe.open(DataFolder.open(folder), ACCOUNT, keyring, FakeKeyHolder.passphrase(), clock, texts);
    }

    /** The same for the command line. */
    ServicesOpener opener() {
        return opener(OtherProcess.NONE);
    }

    /** The same for one that asks a window first. */
    ServicesOpener asking() {
        return opener(new WindowBeside(TEXTS.language(), TEXTS.locale()));
    }

    private ServicesOpener opener(OtherProcess first) {
        return new ServicesOpener() {
            @Override
            public Services open(Path dataFolder, PassphrasePrompt prompt) throws ProblemException {
                return WholeLoupe.this.open();
            }

            @Override
            public boolean isFree(Path dataFolder) {
                return DataFolder.isFree(folder);
            }

            @Override
            public String keyring() throws ProblemException {
                return KeyringAtHand.id(keyring);
            }

            @Override
            public Servers servers() {
                return new SignInTests(new HttpsOdooGateway());
            }

            @Override
            public OtherProcess other() {
                return first;
            }
        };
    }

    /** Adds a connection to this server, with its certificate pinned. */
    static ConnectionProfile add(OpenLoupe loupe, FakeOdoo odoo, String password) throws ProblemException {
        try (Secret secret = Secret.ofChars(password)) {
            loupe.connections().test(odoo.endpoint(), secret, odoo.pin(), new CancelToken());
            return loupe.connections().add(
                    new ConnectionDetails(odoo.endpoint(), "Books " + odoo.port(), odoo.pin(), null), secret, null);
        }
    }

    static SyncReport run(OpenLoupe loupe, ConnectionId id, CancelToken cancel) {
        try {
            return loupe.sync().run(id, SyncMode.CHANGES, cancel, at -> {});
        } catch (ProblemException notBegun) {
            throw new AssertionError(notBegun);
        }
    }

    /** A run that has to come to a good end. */
    static SyncReport.Done sync(OpenLoupe loupe, ConnectionId id) {
        SyncReport report = run(loupe, id, new CancelToken());
        assertThat(report).isInstanceOf(SyncReport.Done.class);
        return (SyncReport.Done) report;
    }

    static List<InvoiceRow> rows(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        return loupe.invoices().rows(Set.of(id));
    }

    static Invoice invoice(OpenLoupe loupe, ConnectionId id, long odooId) throws ProblemException {
        return loupe.invoices().invoice(new InvoiceKey(id, odooId)).orElseThrow();
    }

    /** Does something to the closed vault file behind Loupe's back. */
    int tamper(String sql) throws SQLException {
        try (Connection connection = vaultFile(); var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Takes away what the vault file is compared with. */
    void loseTheLedger() throws IOException {
        try (DirectoryStream<Path> ledgers = Files.newDirectoryStream(folder, "vault-*.ledger")) {
            for (Path ledger : ledgers) {
                Files.delete(ledger);
            }
        }
    }

    /** One text out of the closed vault file. */
    String text(String sql) throws SQLException {
        try (Connection connection = vaultFile();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private Connection vaultFile() throws SQLException {
        var properties = new Properties();
        properties.put("user", "LOUPE");
        properties.put("password", new char[0]);
        return new Driver().connect("jdbc:h2:file:" + folder.resolve("vault"), properties);
    }

    /** How a request with this secret would carry it, for searching logs: as text and without its first characters. */
    static List<String> traces(String secret) {
        return List.of(secret, secret.substring(4),
                new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}
