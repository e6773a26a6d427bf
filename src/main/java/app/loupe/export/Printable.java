package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.io.OutputStream;

/** What can be taken away and has a form for paper: it is printed without a file in between. */
public interface Printable extends Takeaway {
    /** Writes its PDF into a stream, which stays open. */
    @Blocking
    void print(OutputStream out, Steps steps) throws IOException, ProblemException;
}
