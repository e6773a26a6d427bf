package app.loupe.pages;

import app.loupe.text.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Gives a PDF that does not bring its fonts those of Loupe. The library's own way looks through all fonts of the computer and
 * writes a list of them into the home folder.
 */
final class OwnFonts implements FontMapper {
    /** The one for the whole program: the library has a place for one. */
    static final OwnFonts INSTANCE = new OwnFonts();

    private final Map<Typeface, TrueTypeFont> opened = new EnumMap<>(Typeface.class);

    private OwnFonts() {}

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(@Nullable String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(text(name, descriptor)), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(@Nullable String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(text(name, descriptor)), true);
    }

    @Override
    public CIDFontMapping getCIDFont(@Nullable String name, @Nullable PDFontDescriptor descriptor,
            @Nullable PDCIDSystemInfo system) {
        boolean eastAsian = system != null && !"Identity".equals(system.getOrdering());
        return new CIDFontMapping(null, font(eastAsian ? Typeface.EAST_ASIAN : text(name, descriptor)), true);
    }

    private static Typeface text(@Nullable String name, @Nullable PDFontDescriptor descriptor) {
        boolean strong = (name != null && name.contains("Bold")) || (descriptor != null && descriptor.isForceBold());
        return strong ? Typeface.TEXT_BOLD : Typeface.TEXT;
    }

    private synchronized TrueTypeFont font(Typeface face) {
        return opened.computeIfAbsent(face, any -> {
            try (InputStream file = face.open()) {
                return new TTFParser().parse(new RandomAccessReadBuffer(file));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
