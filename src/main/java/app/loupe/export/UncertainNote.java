package app.loupe.export;

import app.loupe.text.Texts;
import java.util.List;

/**
 * Says below the title of a list that some of its amounts are not certain: on a past day the copy may not hold all that
 * settled them.
 */
final class UncertainNote {
    private UncertainNote() {}

    /**
     * The line; none where all is certain.
     *
     * @param rows how many rows are not certain
     */
    static List<String> of(Texts texts, long rows) {
        return rows == 0 ? List.of() : List.of(texts.get("paper.aged-uncertain", rows));
    }
}
