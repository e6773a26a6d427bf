package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InstallId;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Rows, keys and bindings that the tests of this package share. */
final class Rows {
    static final InstallId INSTALL = new InstallId("install-1");
    static final UserId USER = new UserId("user-1");
    static final Binding BINDING = new Binding(INSTALL, USER);

    private Rows() {}

    static ConnectionId id(int number) {
        return new ConnectionId("%08d".formatted(number));
    }

    static Endpoint endpoint(int number) {
        return endpoint("https://erp%d.acme.com".formatted(number), "db" + number, "user" + number + "@acme.example");
    }

    static Endpoint endpoint(String url, String database, String username) {
        try {
            return new Endpoint(OdooAddress.parse(url), database, username);
        } catch (ProblemException wrongTest) {
            throw new IllegalArgumentException(wrongTest);
        }
    }

    static MasterKeys keys() {
        try {
            return MasterKeys.generate();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static StoredConnection row(MasterKeys keys, int number, String password) throws ProblemException {
        try (Secret secret = Secret.ofChars(password)) {
            return new RowSeal(BINDING).seal(keys, id(number), endpoint(number), secret);
        }
    }

    static String opened(MasterKeys keys, StoredConnection row) throws ProblemException {
        try (Secret secret = new RowSeal(BINDING).open(keys, row)) {
            return text(secret);
        }
    }

    static StoredConnection with(StoredConnection row, String sealed) {
        return new StoredConnection(row.id(), row.endpoint(), new SealedPassword(sealed));
    }

    static String text(Secret secret) {
        return new String(secret.bytes(), StandardCharsets.UTF_8);
    }
}
