package app.loupe.app.commands;

import app.loupe.domain.Folding;
import app.loupe.domain.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom {@code loupe aged --partner} means: of digits the partner with this id and who is called so, of all else
 * whoever has these letters in the name.
 */
final class AgedSelection {
    private final String whole;
    private final boolean everybody;
    private final long id;
    private final List<String> letters;

    /** A selection of what was typed; everybody when that is empty. */
    AgedSelection(String typed) {
        String plain = typed.strip();
        whole = Folding.fold(plain);
        everybody = plain.isEmpty();
        boolean isId = plain.matches("[0-9]{1,18}");
        id = isId ? Long.parseLong(plain) : -1;
        letters = isId ? List.of() : Folding.forms(plain);
    }

    /** Whether this one is meant; what has no partner is when everybody is. */
    boolean takes(@Nullable Ref partner) {
        if (everybody || partner == null) {
            return everybody;
        }
        String name = Folding.searchable(partner.name());
        return isExactly(partner) || letters.stream().anyMatch(name::contains);
    }

    /** Whether this one has the id, or the very name, and not only the letters in it. */
    boolean isExactly(Ref partner) {
        return partner.id() == id || Folding.fold(partner.name()).equals(whole);
    }
}
