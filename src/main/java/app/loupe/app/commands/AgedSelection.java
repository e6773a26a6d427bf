package app.loupe.app.commands;

import app.loupe.domain.Folding;
import app.loupe.domain.Ref;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom {@code loupe aged --partner} means: of digits the partner with this id, or who is called so where nobody has it,
 * of all else whoever has these letters in the name.
 */
final class AgedSelection {
    private final String whole;
    private final boolean everybody;
    private final boolean isId;
    private final boolean byId;
    private final long id;
    private final List<String> letters;

    /** A selection of what was typed among those who are known; everybody when that is empty. */
    AgedSelection(String typed, Stream<? extends @Nullable Ref> known) {
        String plain = typed.strip();
        whole = Folding.fold(plain);
        everybody = plain.isEmpty();
        isId = plain.matches("[0-9]{1,18}");
        id = isId ? Long.parseLong(plain) : -1;
        byId = isId && known.anyMatch(partner -> partner != null && partner.id() == id);
        letters = isId ? List.of() : Folding.forms(plain);
    }

    /** Whether digits were typed, which are an id. */
    boolean isId() {
        return isId;
    }

    /** Whether this one is meant; what has no partner is when everybody is. */
    boolean takes(@Nullable Ref partner) {
        if (everybody || partner == null) {
            return everybody;
        }
        String name = Folding.searchable(partner.name());
        return isExactly(partner) || letters.stream().anyMatch(name::contains);
    }

    /** Whether this one has the id, or else the very name, and not only the letters in it. */
    boolean isExactly(Ref partner) {
        return byId ? partner.id() == id : Folding.fold(partner.name()).equals(whole);
    }
}
