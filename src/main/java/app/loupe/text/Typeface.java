package app.loupe.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The fonts that come with Loupe, for the window and for paper. All may be shipped; their licences lie beside them. Inter
 * Tabular is Inter whose figures are as wide as each other by default, because neither JavaFX nor the PDF library can ask
 * a font for it.
 */
public enum Typeface {
    TEXT("InterTabular-Regular.ttf"),
    TEXT_BOLD("InterTabular-Bold.ttf"),
    ARABIC("NotoSansArabic-Regular.ttf"),
    ARABIC_BOLD("NotoSansArabic-Bold.ttf"),
    HEBREW("NotoSansHebrew-Regular.ttf"),
    HEBREW_BOLD("NotoSansHebrew-Bold.ttf"),
    /** Chinese, Japanese and Korean; there is no bold one. */
    EAST_ASIAN("DroidSansFallback.ttf");

    /** What style sheets call the text fonts. */
    public static final String FAMILY = "Inter Tabular";

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    /** The file's name. */
    public String file() {
        return file;
    }

    /** The font file; who asks closes it. */
    public InputStream open() throws IOException {
        InputStream font = Typeface.class.getResourceAsStream("fonts/" + file);
        return Objects.requireNonNull(font, file);
    }
}
