package app.loupe.ui.partners;

import app.loupe.domain.OwnerNotes;
import app.loupe.domain.PartnerKey;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.InTurn;
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
    private final Background background;
    private final InTurn turns = new InTurn();
    private final ReadOnlyObjectWrapper<String> kept = new ReadOnlyObjectWrapper<>("");
    private Optional<PartnerKey> open = Optional.empty();

    PartnerNoteViewModel(OwnerNotes notes, Background background) {
        this.notes = notes;
        this.background = background;
    }

    /** The note as it is kept; empty while it is not known. */
    ReadOnlyObjectProperty<String> kept() {
        return kept.getReadOnlyProperty();
    }

    /** Serves this partner, and reads what is kept. */
    void show(Optional<PartnerKey> partner) {
        if (!partner.equals(open)) {
            open = partner;
            kept.set("");
        }
        partner.ifPresent(key -> turns.add(() -> background
                .run("read partner note",
                        () -> notes.partnerNotes(Set.of(key.connection())).getOrDefault(key, ""))
                .onSuccess(read -> keep(key, read))));
    }

    @Override
    public void write(PartnerKey key, String note) {
        turns.add(() -> background.run("note partner", () -> notes.notePartner(key, note))
                .onSuccess(before -> keep(key, note)));
    }

    @Override
    public void wrote(PartnerKey key, String before) {
        // the field is there to be written anew: it has no Undo of its own
    }

    private void keep(PartnerKey key, String note) {
        if (open.filter(key::equals).isPresent()) {
            kept.set(note);
        }
    }
}
