package app.loupe.domain;

import org.jspecify.annotations.Nullable;

/** A many2one as Odoo gives it: the id of another record and its name at that time. */
public record Ref(long id, String name) {
    /** The id; 0, which no record of Odoo has, where the field is empty. */
    public static long idOf(@Nullable Ref ref) {
        return ref == null ? 0 : ref.id;
    }

    /** The name; empty where the field is. */
    public static String nameOf(@Nullable Ref ref) {
        return ref == null ? "" : ref.name;
    }

    /** The name; {@code otherwise} where the field is empty or its record has no name. */
    public static String nameOr(@Nullable Ref ref, String otherwise) {
        return ref == null || ref.name.isBlank() ? otherwise : ref.name;
    }
}
