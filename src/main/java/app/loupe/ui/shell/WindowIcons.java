package app.loupe.ui.shell;

import app.loupe.ui.theme.Theme;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** Finds the icon of the window in the sizes that exist. */
final class WindowIcons {
    private static final int[] SIZES_PX = {16, 24, 32, 48, 64, 128, 256, 512};

    private WindowIcons() {}

    static List<Image> found() {
        return IntStream.of(SIZES_PX).mapToObj(size -> Theme.class.getResource("icon-" + size + ".png"))
                .filter(Objects::nonNull).map(URL::toExternalForm).map(Image::new).toList();
    }
}
