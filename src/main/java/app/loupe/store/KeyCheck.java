package app.loupe.store;

import app.loupe.domain.InstallId;
import app.loupe.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Which digest of a sealed file's key the vault file keeps: it tells a wrong key from a damaged file. */
enum KeyCheck {
    /** Of the invoice store. */
    INVOICES("store-key-check", "loupe store key check/1 "),
    /** Of the owner's book. */
    BOOK("book-key-check", "loupe book key check/1 ");

    private static final int DIGEST_BYTES = 16;

    private final String fact;
    private final String begin;

    KeyCheck(String fact, String begin) {
        this.fact = fact;
        this.begin = begin;
    }

    /** Its name among the facts of the vault file. */
    String fact() {
        return fact;
    }

    /** 16 bytes of SHA-256 over a 256-bit random key say nothing about it. */
    String digest(InstallId install, Secret key) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((begin + install.value() + " ").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(key.bytes()), DIGEST_BYTES));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
