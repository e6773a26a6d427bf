package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** How old the copies of some connections are, and how right, all together: what the foot of a screen says. */
public record CopyAge(List<ConnectionProfile> connections) {
    private static final PseudoClass INCOMPLETE = PseudoClass.getPseudoClass("incomplete");

    /** Copies the list. */
    public CopyAge {
        connections = List.copyOf(connections);
    }

    /** When the oldest of them was complete; empty when one never was, or there is none. */
    public Optional<Instant> complete() {
        if (connections.isEmpty() || connections.stream().anyMatch(profile -> profile.lastSynced() == null)) {
            return Optional.empty();
        }
        return connections.stream().map(profile -> Objects.requireNonNull(profile.lastSynced()))
                .min(Comparator.naturalOrder());
    }

    /**
     * When it was complete, in words: "Local copy of 23 Nov 2026 14:02"; or that it is not yet. With the first day of a copy that
     * has one: what is older is in no figure.
     */
    public String text(Wording wording) {
        String age = age(wording);
        List<ConnectionProfile> begun = connections.stream().filter(profile -> profile.keptFrom() != null).toList();
        if (begun.size() > 1) {
            return wording.get("copy.from.some", age, begun.size());
        }
        return begun.stream().findFirst().map(profile -> {
            LocalDate since = Objects.requireNonNull(profile.keptFrom());
            String day = wording.dates().day(since);
            return connections.size() == 1
                    ? wording.get("copy.from", age, day)
                    : wording.get("copy.from.of", age, profile.name(), day);
        }).orElse(age);
    }

    private String age(Wording wording) {
        return complete().map(when -> wording.get("invoices.footer.copy", wording.dates().moment(when)))
                .orElseGet(() -> wording.get("invoices.footer.never"));
    }

    /** Says it in a label, which is made to be seen where the copy is not complete yet. */
    public void show(Label label, Wording wording) {
        label.setText(text(wording));
        label.pseudoClassStateChanged(INCOMPLETE, complete().isEmpty());
    }

    /** What their comparisons with Odoo found, together; empty when one was never compared. */
    public Optional<Verification> verification() {
        return connections.stream().map(profile -> Optional.ofNullable(profile.verification())
                .filter(known -> known.ended() != null))
                .reduce((one, other) -> one.flatMap(first -> other.map(first::with))).flatMap(all -> all);
    }
}
