package app.loupe.app;

import app.loupe.app.WindowQuery.Piece;
import app.loupe.app.commands.CommandLineRun;
import app.loupe.app.commands.ExitCode;
import app.loupe.app.commands.OtherProcess;
import app.loupe.app.commands.Terminal;
import app.loupe.domain.ProblemException;
import app.loupe.settings.DataFolder;
import app.loupe.text.Texts;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the window that has a data folder open, through the socket file that {@link OneWindow} listens at. */
final class WindowBeside implements OtherProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WindowBeside.class);
    /** A window that lives gives {@link LifeSigns}, however long its work takes; the system may be busy with something else. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    /** After so many signs in a row nobody knows any more whether an answer comes, and who asked is told so: two minutes. */
    static final int LONG = 24;

    private final Locale language;
    private final Locale region;
    private final Duration silence;

    WindowBeside(Locale language, Locale region) {
        this(language, region, SILENCE);
    }

    /** @param silence how long a window may give no sign of life */
    WindowBeside(Locale language, Locale region, Duration silence) {
        this.language = language;
        this.region = region;
        this.silence = silence;
    }

    @Override
    public OptionalInt run(Path folder, List<String> arguments, Terminal terminal) throws IOException {
        Path socket = folder.resolve(OneWindow.SOCKET);
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS) || !isOurs(folder, socket)) {
            return OptionalInt.empty();
        }
        LocalSocket window;
        try {
            window = LocalSocket.to(socket, silence);
        } catch (IOException | UnsupportedOperationException nobody) {
            LOG.debug("no window listens", nobody);
            return OptionalInt.empty();
        }
        try (window) {
            var answer = new DataInputStream(new BufferedInputStream(window.in()));
            var waiting = new Waiting(answer, terminal, new Texts(language, region),
                    CommandLineRun.wantsJson(arguments));
            int first = ask(new WindowQuery(language, region, arguments), window, waiting);
            return first < 0 ? OptionalInt.empty() : OptionalInt.of(copy(first, answer, waiting, terminal));
        }
    }

    /**
     * The first byte of the answer; negative when there is none.
     *
     * @throws InterruptedIOException when the window is there and gives no sign of life
     */
    private static int ask(WindowQuery query, LocalSocket window, Waiting answer)
            throws InterruptedIOException {
        try {
            byte[] question = query.bytes();
            var out = new DataOutputStream(new BufferedOutputStream(window.out()));
            out.write(OneWindow.QUERY.getBytes(StandardCharsets.US_ASCII));
            out.writeInt(question.length);
            out.write(question);
            out.flush();
            return answer.afterLifeSigns();
        } catch (InterruptedIOException silent) {
            throw silent;
        } catch (IOException notAnswered) {
            LOG.debug("the window does not answer", notAnswered);
            return -1;
        }
    }

    /** Waits for what a window that lives answers. Nothing ends that but the answer, the window, or Ctrl+C, which is safe. */
    private static final class Waiting {
        private final DataInputStream answer;
        private final Terminal terminal;
        private final Texts texts;
        private boolean told;

        /** @param forProgram whether a program reads the messages, too: it has its own patience */
        Waiting(DataInputStream answer, Terminal terminal, Texts texts, boolean forProgram) {
            this.answer = answer;
            this.terminal = terminal;
            this.texts = texts;
            told = forProgram;
        }

        /** The next sign that is none of life alone; who asked is told once that it takes long. */
        int afterLifeSigns() throws IOException {
            int sign = answer.read();
            for (int signs = 1; sign == Piece.ALIVE.sign(); signs++) {
                if (signs >= LONG && !told) {
                    told = true;
                    terminal.err().println(texts.get("cli.output.window-works"));
                    terminal.err().flush();
                }
                sign = answer.read();
            }
            return sign;
        }
    }

    /**
     * Ends with the answer, or when its reader has left: the caller closes the socket, and the window ends its work with the next
     * piece that it would write.
     */
    private static int copy(int first, DataInputStream answer, Waiting waiting, Terminal terminal) throws IOException {
        Piece piece = Piece.of(first);
        while (piece != Piece.EXIT) {
            PrintWriter to = piece == Piece.OUT ? terminal.out() : terminal.err();
            int length = answer.readInt();
            if (length < 0 || length > WindowQuery.PIECE) {
                throw new IOException("no answer");
            }
            for (int i = 0; i < length; i++) {
                to.write(answer.readChar());
            }
            to.flush();
            if (piece == Piece.OUT && to.checkError()) {
                // whoever ran the command says what that means
                return ExitCode.DONE;
            }
            piece = Piece.of(waiting.afterLifeSigns());
        }
        return answer.readInt();
    }

    /**
     * Whoever can put a socket into an open folder could invent an answer. Without POSIX rights the folder's access list
     * alone keeps others out, as it does for the files.
     */
    private static boolean isOurs(Path folder, Path socket) {
        try {
            Path ours = DataFolder.open(folder).path();
            return !ours.getFileSystem().supportedFileAttributeViews().contains("posix")
                    || Files.getOwner(socket, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(ours));
        } catch (ProblemException | IOException unusable) {
            // said when the command opens the folder itself
            LOG.debug("the folder is not ours alone", unusable);
            return false;
        }
    }
}
