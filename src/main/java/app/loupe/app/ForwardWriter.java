package app.loupe.app;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Lets no text go back to the beginning of its line, as a carriage return makes a screen do: what stands there by then would be
 * written over. One that no line feed follows becomes a space. For one thread.
 */
final class ForwardWriter extends FilterWriter {
    private static final Pattern BACK = Pattern.compile("\r(?!\n)");

    /** The last was a return, and the next may be its line feed. */
    private boolean isHeld;

    ForwardWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        forward(String.valueOf((char) one));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        forward(String.valueOf(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        forward(text.substring(from, from + length));
    }

    private void forward(String text) throws IOException {
        String all = isHeld ? '\r' + text : text;
        isHeld = all.endsWith("\r");
        String now = isHeld ? all.substring(0, all.length() - 1) : all;
        out.write(now.indexOf('\r') < 0 ? now : BACK.matcher(now).replaceAll(" "));
    }
}
