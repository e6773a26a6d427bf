package app.loupe.app;

import app.loupe.domain.Secret;
import app.loupe.domain.SecretAccess;

/** Lends copies of a secret that is not stored yet, each wiped after its use. */
record LentSecret(Secret secret) implements SecretAccess {
    @Override
    public <T, X extends Exception> T use(Use<T, X> use) throws X {
        try (Secret copy = secret.copy()) {
            return use.with(copy);
        }
    }
}
