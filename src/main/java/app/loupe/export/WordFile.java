package app.loupe.export;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Writes words into a file, as UTF-8: none of them is lost unseen, as a {@link PrintWriter} alone would. */
public final class WordFile {
    private WordFile() {}

    /** Writes the words. */
    @FunctionalInterface
    public interface Words {
        /** Writes all of them; the writer is closed by nobody. */
        void to(PrintWriter out) throws ProblemException;
    }

    /** Writes all words to the stream, which stays open. */
    public static void write(OutputStream to, Words words) throws IOException, ProblemException {
        var out = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        words.to(out);
        if (out.checkError()) {
            throw new IOException("not all was written");
        }
    }
}
