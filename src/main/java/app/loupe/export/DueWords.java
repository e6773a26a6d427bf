package app.loupe.export;

import app.loupe.review.Due;
import app.loupe.review.ReviewRow;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.util.List;
import java.util.Optional;

/** Says of an invoice in instalments what its due date alone does not: the same in the window and on paper. */
public record DueWords(Texts texts, DateText dates) {
    /** "1 of 2 instalments late", "last due 1 Dec 2026"; nothing of what is due at once, or has nothing open before the end. */
    public List<String> more(Due due) {
        if (due.late() == 0 && due.last().isEmpty()) {
            return List.of();
        }
        String parts = due.late() > 0
                ? texts.get("invoices.instalments.late", due.late(), due.instalments().size())
                : texts.get("invoices.instalments.number", due.instalments().size());
        return due.last().map(last -> List.of(parts, texts.get("invoices.instalments.last", dates.day(last))))
                .orElse(List.of(parts));
    }

    /** "Instalments: 21 Nov 2026 is the first that is open, 1 Dec 2026 the last"; empty when all is due on one day. */
    public Optional<String> instalments(ReviewRow row) {
        return row.openDueDate().flatMap(first -> row.lastDueDate()
                .map(last -> texts.get("invoices.instalments.days", dates.day(first), dates.day(last))));
    }
}
