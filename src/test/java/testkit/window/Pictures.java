package testkit.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Writes what a scene shows as a PNG file. */
public final class Pictures {
    private static final int PULSES = 4;

    private Pictures() {}

    /** Makes the window so large, lets it lay itself out, and writes it. */
    public static void write(Stage stage, int width, int height, Path file) throws IOException {
        Fx.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Fx.await("the window has its size", () -> stage.getScene().getWidth() == width
                && stage.getScene().getHeight() == height);
        write(stage.getScene(), file);
    }

    /** Waits until the toolkit has laid out and drawn a few times. */
    public static void settle() {
        var left = new AtomicInteger(PULSES);
        Fx.run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (left.decrementAndGet() <= 0) {
                    stop();
                }
            }
        }.start());
        Fx.await("a few pulses", () -> left.get() <= 0);
    }

    /** Writes a scene as it is. */
    public static void write(Scene scene, Path file) throws IOException {
        ImageIO.write(picture(scene), "png", file.toFile());
    }

    /** Writes a scene as a small file, for the documents. */
    public static void writeSmall(Scene scene, Path file) throws IOException {
        SmallPicture.write(picture(scene), file);
    }

    private static BufferedImage picture(Scene scene) {
        settle();
        Fx.run(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        WritableImage image = Fx.get(() -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return picture;
    }
}
