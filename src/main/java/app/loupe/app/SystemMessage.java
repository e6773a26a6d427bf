package app.loupe.app;

import app.loupe.settings.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/**
 * A message of the operating system, for a program that has no window of its own: on Windows its message box, on macOS and Linux a
 * program that shows one and outlives this process. Nothing is waited for, but on Windows, until the owner has closed it.
 *
 * @param surroundings which system it is
 * @param program starts a program with its arguments, and says whether it is there
 * @param box the message box of Windows, of a title and a text
 */
record SystemMessage(Surroundings surroundings, Predicate<List<String>> program, BiConsumer<String, String> box) {
    /** That of this system. */
    static SystemMessage of(Surroundings surroundings) {
        return new SystemMessage(surroundings, SystemMessage::start, WindowsMessage::show);
    }

    /** Shows this; where nothing is there to show it, nothing happens. */
    void show(String title, String text) {
        if (surroundings.isWindows()) {
            box.accept(title, text);
        } else if (programs(title, text).stream().noneMatch(program)) {
            LoggerFactory.getLogger(SystemMessage.class).debug("no program shows a message here");
        }
    }

    /** The best first. Texts are arguments of their own, which nothing reads as a script; places are fixed, whatever the path says. */
    private List<List<String>> programs(String title, String text) {
        if (surroundings.isMac()) {
            return List.of(List.of("/usr/bin/osascript", "-e", "on run argv", "-e",
                    "display dialog (item 2 of argv) with title (item 1 of argv) buttons {\"OK\"} default button 1 with icon stop",
                    "-e", "end run", title, text));
        }
        if (!Display.isLikely(surroundings, "")) {
            return List.of();
        }
        // these two read \n as a new line
        String escaped = text.replace("\\", "\\\\");
        return List.of(
                List.of("/usr/bin/zenity", "--error", "--no-markup", "--width=480", "--title=" + title,
                        "--text=" + escaped),
                List.of("/usr/bin/kdialog", "--title", title, "--error", escaped),
                List.of("/usr/bin/xmessage", "-center", "-title", title, text));
    }

    private static boolean start(List<String> command) {
        try {
            // what it writes goes nowhere: whoever waits for the end of this process's streams would wait for the owner
            var _ = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return true;
        } catch (IOException notThere) {
            LoggerFactory.getLogger(SystemMessage.class).debug("{} is not there", command.getFirst(), notThere);
            return false;
        }
    }
}
