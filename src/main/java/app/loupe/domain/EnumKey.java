package app.loupe.domain;

import java.util.Locale;

/** The one form of enum constants outside Java, {@code partly-paid}: in bundle keys, style classes, facts and JSON. */
public final class EnumKey {
    private EnumKey() {}

    /** The key of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
