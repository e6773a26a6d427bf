package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.settings.Surroundings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardOutputTest {
    /** A pipe and a console of Windows have a place, and so has a terminal of macOS: those who read them may leave. */
    @ParameterizedTest
    @CsvSource({"Windows 11,true,false,true", "Windows 11,true,false,false", "Mac OS X,true,true,false",
        "Mac OS X,true,false,true", "Linux,true,false,false", "Linux,false,true,true"})
    void eachSystemIsAskedForWhatIsTrueThere(String system, boolean hasPlaces, boolean isRegular, boolean isOnDisk) {
        var surroundings = new Surroundings(system, Map.of(), Path.of("/home/ann"));

        boolean isFile = new StandardOutput(() -> hasPlaces, () -> isRegular, () -> isOnDisk).isFile(surroundings);

        assertThat(isFile).isEqualTo(switch (system) {
            case "Windows 11" -> isOnDisk;
            case "Mac OS X" -> isRegular;
            default -> hasPlaces;
        });
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows answers")
    void whereNobodyCanSayItIsNoFile() {
        assertThat(WindowsHandles.isOutputOnDisk()).isFalse();
    }
}
