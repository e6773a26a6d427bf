package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures in icons/ are there, have their size, and the two containers hold what their headers say. */
class IconsTest {
    private static final Path ICONS = Path.of("icons");

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
    void everyPictureHasItsSizeAndShowsTheLoupe(int size) throws IOException {
        BufferedImage picture = ImageIO.read(ICONS.resolve("png/app-" + size + ".png").toFile());

        assertThat(picture.getWidth()).isEqualTo(size);
        assertThat(picture.getHeight()).isEqualTo(size);
        assertThat(alpha(picture, 0, 0)).as("corners are round").isLessThan(128);
        assertThat(picture.getRGB(size / 2, size / 16)).as("teal above the loupe").isEqualTo(0xff0f7f88);
        assertThat(shades(picture)).as("ring, glass and ground").isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 128, 256})
    void theWindowFindsItsPicturesOnTheClassPath(int size) throws IOException {
        try (var picture = getClass().getResourceAsStream("/app/loupe/ui/theme/icon-" + size + ".png")) {
            assertThat(picture).isNotNull().hasSameContentAs(
                    Files.newInputStream(ICONS.resolve("png/app-" + size + ".png")));
        }
    }

    @Test
    void theWindowsContainerHoldsSevenPictures() throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("app.ico"))).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bytes.getShort()).as("reserved").isZero();
        assertThat(bytes.getShort()).as("type: icon").isEqualTo((short) 1);
        var sizes = new TreeSet<Integer>();
        int count = bytes.getShort();
        for (int i = 0; i < count; i++) {
            int entry = 6 + 16 * i;
            int side = Byte.toUnsignedInt(bytes.get(entry));
            BufferedImage picture = decoded(bytes, bytes.getInt(entry + 12), bytes.getInt(entry + 8));
            assertThat(picture.getWidth()).isEqualTo(side == 0 ? 256 : side).isEqualTo(picture.getHeight());
            sizes.add(picture.getWidth());
        }
        assertThat(sizes).containsExactly(16, 24, 32, 48, 64, 128, 256);
    }

    @Test
    void theMacContainerHoldsEverySizeAtBothDensities() throws IOException {
        byte[] all = Files.readAllBytes(ICONS.resolve("app.icns"));
        var bytes = ByteBuffer.wrap(all);

        assertThat(text(bytes)).isEqualTo("icns");
        assertThat(bytes.getInt()).as("length in the header").isEqualTo(all.length);
        var found = new LinkedHashMap<String, Integer>();
        while (bytes.hasRemaining()) {
            String type = text(bytes);
            int length = bytes.getInt() - 8;
            BufferedImage picture = decoded(bytes, bytes.position(), length);
            assertThat(picture.getWidth()).isEqualTo(picture.getHeight());
            found.put(type, picture.getWidth());
            bytes.position(bytes.position() + length);
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(Map.of("icp4", 16, "icp5", 32, "ic11", 32, "ic12", 64,
                "ic07", 128, "ic13", 256, "ic08", 256, "ic14", 512, "ic09", 512, "ic10", 1024));
    }

    @Test
    void theVectorsAreDrawings() throws IOException {
        assertThat(Files.readString(ICONS.resolve("app.svg"))).contains("<svg", "viewBox=\"0 0 512 512\"", "#0f7f88");
        assertThat(Files.readString(ICONS.resolve("app-symbolic.svg"))).contains("<svg", "viewBox=\"0 0 16 16\"");
    }

    private static String text(ByteBuffer bytes) {
        var type = new byte[4];
        bytes.get(type);
        return new String(type, StandardCharsets.US_ASCII);
    }

    private static BufferedImage decoded(ByteBuffer bytes, int from, int length) throws IOException {
        var picture = new byte[length];
        bytes.get(from, picture);
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static int alpha(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >>> 24;
    }

    private static long shades(BufferedImage picture) {
        int side = picture.getWidth();
        return Arrays.stream(picture.getRGB(0, 0, side, side, null, 0, side)).distinct().count();
    }
}
