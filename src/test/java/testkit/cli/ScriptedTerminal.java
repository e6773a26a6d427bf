package testkit.cli;

import app.loupe.app.commands.Terminal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A terminal that answers from a script and remembers what it was shown. */
public final class ScriptedTerminal implements Terminal {
    /** Every array that was handed out as a typed password, to look whether it was wiped. */
    public final List<char[]> passwordsGiven = new ArrayList<>();

    /** Every prompt. */
    public final List<String> prompts = new ArrayList<>();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final PrintWriter outWriter = new PrintWriter(out, true);
    private final PrintWriter errWriter = new PrintWriter(err, true);
    private final Deque<String> answers = new ArrayDeque<>();
    private InputStream in = InputStream.nullInputStream();
    private boolean interactive;
    private boolean isRead;

    /** A person sits there and types these answers, in this order. */
    public ScriptedTerminal typing(String... typed) {
        interactive = true;
        answers.addAll(List.of(typed));
        return this;
    }

    /** Standard input holds this text. */
    public ScriptedTerminal stdin(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Standard input is this. */
    public ScriptedTerminal stdin(InputStream input) {
        in = input;
        return this;
    }

    /** Results go to a reader who may leave. */
    public ScriptedTerminal read() {
        isRead = true;
        return this;
    }

    /** Everything written as a result. */
    public String output() {
        return out.toString();
    }

    /** Everything written beside it. */
    public String messages() {
        return err.toString();
    }

    @Override
    public PrintWriter out() {
        return outWriter;
    }

    @Override
    public boolean isRead() {
        return isRead;
    }

    @Override
    public PrintWriter err() {
        return errWriter;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public Optional<char[]> readPassword(String prompt) {
        Optional<char[]> password = readLine(prompt).map(String::toCharArray);
        password.ifPresent(passwordsGiven::add);
        return password;
    }

    @Override
    public Optional<String> readLine(String prompt) {
        if (!interactive) {
            return Optional.empty();
        }
        prompts.add(prompt);
        return Optional.ofNullable(answers.poll());
    }
}
