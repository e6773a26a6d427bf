package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which message is shown on which system; none of them is shown here. */
class SystemMessageTest {
    /** What would end a text that is spliced into a script. */
    private static final String TEXT = "\"Büro\" & 'x'\n\n\" & (do shell script \"id\") & \" C:\\new";

    private final List<List<String>> tried = new ArrayList<>();
    private final List<String> boxes = new ArrayList<>();

    private void show(String system, Map<String, String> environment, String... there) {
        new SystemMessage(new Surroundings(system, environment, Path.of("/home/ann")), command -> {
            tried.add(command);
            return List.of(there).contains(command.getFirst());
        }, (title, text) -> boxes.add(title + "|" + text)).show("Loupe", TEXT);
    }

    @Test
    void windowsShowsItsOwnBoxAndNoProgramIsStarted() {
        show("Windows 11", Map.of("DISPLAY", ":0"), "/usr/bin/zenity");

        assertThat(boxes).containsExactly("Loupe|" + TEXT);
        assertThat(tried).isEmpty();
    }

    /** The script is always the same; what it shows is in arguments, which are never read as one. */
    @Test
    void macOsIsGivenTheTextBesideTheScriptAndNotInIt() {
        show("Mac OS X", Map.of(), "/usr/bin/osascript");

        assertThat(boxes).isEmpty();
        assertThat(tried).singleElement().satisfies(command -> {
            assertThat(command).startsWith("/usr/bin/osascript", "-e", "on run argv", "-e").endsWith("end run", "Loupe",
                    TEXT);
            assertThat(command.get(4)).startsWith("display dialog (item 2 of argv) with title (item 1 of argv)");
            assertThat(command.subList(0, 7)).noneMatch(part -> part.contains("Büro"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISPLAY", "WAYLAND_DISPLAY"})
    void linuxTakesTheFirstProgramThatIsThere(String display) {
        show("Linux", Map.of(display, ":0"), "/usr/bin/kdialog", "/usr/bin/xmessage");

        assertThat(tried).extracting(List::getFirst).containsExactly("/usr/bin/zenity", "/usr/bin/kdialog");
    }

    /** A folder called "new" is no new line. */
    @Test
    void theTextArrivesAsItIsInEachOfThem() {
        show("Linux", Map.of("DISPLAY", ":0"));

        String escaped = TEXT.replace("C:\\new", "C:\\\\new");
        assertThat(tried).containsExactly(
                List.of("/usr/bin/zenity", "--error", "--no-markup", "--width=480", "--title=Loupe",
                        "--text=" + escaped),
                List.of("/usr/bin/kdialog", "--title", "Loupe", "--error", escaped),
                List.of("/usr/bin/xmessage", "-center", "-title", "Loupe", TEXT));
        assertThat(boxes).isEmpty();
    }

    @Test
    void linuxWithoutADisplayIsNotTried() {
        show("Linux", Map.of("DISPLAY", ""), "/usr/bin/zenity");

        assertThat(tried).isEmpty();
        assertThat(boxes).isEmpty();
    }

    @Test
    void aSystemWithoutAnyOfItsProgramsIsLeftInPeace() {
        show("Mac OS X", Map.of());
        var own = SystemMessage.of(new Surroundings("Linux", Map.of(), Path.of("/home/ann")));

        assertThat(tried).hasSize(1);
        assertThat(own.program().test(List.of("/nowhere/zenity", "--error"))).isFalse();
    }

    /** The message is still open when this process ends; what waits for the process must not wait for the message. */
    @Test
    void aProgramThatIsThereIsStartedAndNotWaitedFor(@TempDir Path folder) throws IOException {
        var own = SystemMessage.of(new Surroundings("Linux", Map.of(), Path.of("/home/ann")));
        String watched = Files.createFile(folder.resolve("watched")).toString();

        // it ends only when it is made to
        boolean there = own.program().test(List.of("tail", "-f", watched));

        List<ProcessHandle> started = ProcessHandle.current().children()
                .filter(child -> List.of(child.info().arguments().orElse(new String[0])).contains(watched)).toList();
        started.forEach(ProcessHandle::destroy);
        assertThat(there).isTrue();
        assertThat(started).as("still open when the caller goes on").hasSize(1);
    }
}
