package archfixture.sync;

import java.io.IOException;
import java.net.Socket;

/** Breaks A12. */
public class OpensASocket {
    /** A way to the network beside the one. */
    public void open() throws IOException {
        new Socket().close();
    }
}
