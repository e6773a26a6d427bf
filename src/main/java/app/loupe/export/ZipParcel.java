package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.Exempt;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.jspecify.annotations.Nullable;

/**
 * Puts each file into a ZIP as it comes: nothing is kept but its list of files. With a passphrase each is encrypted as
 * WinZip and 7-Zip do it (AES-256, AE-2); the names of files and their sizes stay readable.
 */
@Blocking
@Exempt(rule = "S42", because = "Zip4j takes characters; these are wiped when the ZIP is closed")
final class ZipParcel implements Parcel, AutoCloseable {
    private final ZipOutputStream zip;
    private final char[] passphrase;

    /** Into this stream, which stays open; the passphrase is not kept. */
    ZipParcel(OutputStream out, @Nullable Secret passphrase) throws IOException {
        this.passphrase = passphrase == null ? new char[0] : chars(passphrase);
        zip = new ZipOutputStream(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        }, passphrase == null ? null : this.passphrase);
    }

    private static char[] chars(Secret secret) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret.bytes()));
        char[] chars = new char[decoded.remaining()];
        decoded.get(chars);
        Arrays.fill(decoded.array(), '\0');
        return chars;
    }

    @Override
    public void put(String path, ExportFile.Content content) throws IOException, ProblemException {
        var file = new ZipParameters();
        file.setFileNameInZip(path);
        if (passphrase.length > 0) {
            file.setEncryptFiles(true);
            file.setEncryptionMethod(EncryptionMethod.AES);
            file.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        }
        zip.putNextEntry(file);
        content.writeTo(zip);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
