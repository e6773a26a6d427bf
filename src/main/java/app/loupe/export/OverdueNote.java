package app.loupe.export;

import app.loupe.domain.Money;
import app.loupe.owed.AgedItem;
import app.loupe.owed.PartnerAccount;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.util.List;

/** Says below the title of a statement what of it is late: the figure that the list of customers has of the same day. */
final class OverdueNote {
    private OverdueNote() {}

    /** The line, with the rule where something late has no due date; none where nothing is to be paid of it. */
    static List<String> of(Texts texts, MoneyText money, PartnerAccount account) {
        List<AgedItem> late = account.late();
        Money overdue = account.sum(late);
        // credit notes may be as much as what is late, or more
        if (overdue.signum() <= 0) {
            return List.of();
        }
        boolean undated = late.stream().anyMatch(one -> one.item().dates().due() == null);
        return List.of(texts.get(undated ? "statement.overdue-undated" : "statement.overdue",
                money.format(overdue)));
    }
}
