package app.loupe.ui.partners;

import app.loupe.domain.OwnerNotes;
import app.loupe.domain.PartnerKey;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.InTurn;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.NoteEditor;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The private note to the partner whose page is open. Read and written in the background, one after the other. On the FX
 * thread only.
 */
final class PartnerNoteViewModel implements NoteEditor.Notes<PartnerKey> {
    private final OwnerNotes notes;
    private final NoteDrafts drafts;
    private final Background background;
    private final InTurn turns = new InTurn();
    private final ReadOnlyObjectWrapper<Optional<Noted>> kept = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<PartnerKey> open = Optional.empty();

    /** A note that was read. */
    record Noted(PartnerKey partner, String note) {}

    PartnerNoteViewModel(OwnerNotes notes, NoteDrafts drafts, Background background) {
        this.notes = notes;
        this.drafts = drafts;
        this.background = background;
    }

    /** The note as it is kept, an empty one, too; empty while it was not read, or could not be. */
    ReadOnlyObjectProperty<Optional<Noted>> kept() {
        return kept.getReadOnlyProperty();
    }

    @Override
    public NoteDrafts drafts() {
        return drafts;
    }

    /** Serves this partner, and reads what is kept. */
    void show(Optional<PartnerKey> partner) {
        if (!partner.equals(open)) {
            open = partner;
            kept.set(Optional.empty());
        }
        partner.ifPresent(key -> turns.add(() -> Optional.of(background
                .run("read partner note",
                        () -> notes.partnerNotes(Set.of(key.connection())).getOrDefault(key, ""))
                .onSuccess(read -> keep(key, read)))));
    }

    @Override
    public void write(PartnerKey key, String note) {
        NoteDrafts.Attempt attempt = drafts.attempt(key, note);
        turns.add(() -> Optional.of(background.run("note partner", () -> notes.notePartner(key, note))
                .onSuccess(before -> {
                    attempt.written();
                    keep(key, note);
                }).afterwards(attempt::ended)));
    }

    @Override
    public void wrote(PartnerKey key, String before) {
        // the field is there to be written anew: it has no Undo of its own
    }

    private void keep(PartnerKey key, String note) {
        if (open.filter(key::equals).isPresent()) {
            kept.set(Optional.of(new Noted(key, note)));
        }
    }
}
