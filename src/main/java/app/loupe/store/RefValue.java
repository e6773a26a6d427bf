package app.loupe.store;

import app.loupe.domain.Ref;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A reference as two columns; both null when there is none. */
@Embeddable
record RefValue(long id, String name) {
    static @Nullable RefValue of(@Nullable Ref ref) {
        return ref == null ? null : new RefValue(ref.id(), ref.name());
    }
}
