package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says how old what is shown is: as old as the oldest copy of the chosen connections. */
public final class CopyAge {
    private CopyAge() {}

    /** When the oldest of these copies was complete; empty when one never was. */
    public static Optional<Instant> of(List<ConnectionProfile> connections) {
        if (connections.isEmpty() || connections.stream().anyMatch(profile -> profile.lastSynced() == null)) {
            return Optional.empty();
        }
        return connections.stream().map(profile -> Objects.requireNonNull(profile.lastSynced()))
                .min(Comparator.naturalOrder());
    }

    /** The same in words: "Offline copy of 23 Nov 2026 14:02". */
    public static String text(List<ConnectionProfile> connections, Wording wording) {
        return of(connections).map(when -> wording.get("invoices.footer.copy", wording.dates().moment(when)))
                .orElseGet(() -> wording.get("invoices.footer.never"));
    }
}
