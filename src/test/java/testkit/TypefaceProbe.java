package testkit;

import app.loupe.text.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures what the window's own type costs at the start. Run by hand, each time in a new process. */
public final class TypefaceProbe {
    private TypefaceProbe() {}

    /** Prints milliseconds and kilobytes. */
    public static void main(String[] arguments) throws IOException {
        FxStage.start();
        new Text("warm").getLayoutBounds();
        System.gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        long began = System.nanoTime();
        for (Typeface face : List.of(Typeface.TEXT, Typeface.TEXT_BOLD)) {
            try (InputStream file = face.open()) {
                Font.loadFont(file, 13);
            }
        }
        long ended = System.nanoTime();
        System.gc();
        long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.println((ended - began) / 1_000_000.0 + " ms, " + (after - before) / 1024 + " kB");
        System.exit(0);
    }
}
