package app.loupe.updates;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Where updates are announced, where their pages are, and whose signature counts: part of the program, so that no answer
 * and no setting can change it. A project without a release key has none.
 *
 * @param manifest is asked for
 * @param pages every page that may be shown begins with it; it ends with a slash
 * @param keys one or more public keys
 */
public record UpdateOrigin(URI manifest, URI pages, KeysetHandle keys) {
    private static final String RESOURCE = "origin.properties";

    /** That of this build; empty where none is filled in. */
    public static Optional<UpdateOrigin> ofThisBuild() {
        try (InputStream resource = UpdateOrigin.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("no " + RESOURCE);
            }
            var values = new Properties();
            values.load(resource);
            return of(values);
        } catch (IOException unreadable) {
            throw new IllegalStateException("no " + RESOURCE, unreadable);
        }
    }

    /**
     * What such a file says: {@code manifest}, {@code pages} and {@code key}; empty where all three are.
     *
     * @throws IllegalStateException when it says something else, which is a mistake of the build
     */
    static Optional<UpdateOrigin> of(Properties values) {
        String manifest = values.getProperty("manifest", "").strip();
        String pages = values.getProperty("pages", "").strip();
        String key = values.getProperty("key", "").strip();
        if (manifest.isEmpty() && pages.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        try {
            var origin = new UpdateOrigin(new URI(manifest), new URI(pages),
                    TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(key, RegistryConfiguration.get()));
            if (!isPlainHttps(origin.manifest) || !isPlainHttps(origin.pages) || !pages.endsWith("/")) {
                throw new IllegalStateException(
                        RESOURCE + " names no https address, or pages without a slash at the end");
            }
            return Optional.of(origin);
        } catch (URISyntaxException | GeneralSecurityException unusable) {
            throw new IllegalStateException(RESOURCE + " is not filled in as it has to be", unusable);
        }
    }

    /** The server that is asked. */
    public String host() {
        return manifest.getHost();
    }

    /** Whether a page is one of the project's own: the same server, below the same path, and nothing that could lead away. */
    boolean has(URI page) {
        return isPlainHttps(page) && page.normalize().equals(page)
                && page.getHost().equals(pages.getHost()) && page.getPort() == pages.getPort()
                && page.getRawPath().startsWith(pages.getRawPath()) && !page.getRawPath().contains("%");
    }

    private static boolean isPlainHttps(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null
                && address.getHost().equals(address.getHost().toLowerCase(Locale.ROOT))
                && address.getRawUserInfo() == null && address.getRawQuery() == null
                && address.getRawFragment() == null && address.getRawPath().startsWith("/");
    }
}
