package app.loupe.ui.connect;

import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ServerFacts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the database as far as the server or its address tells it, and never in the place of one that the owner typed, or
 * that is being tested or stored: that would end it. On the FX thread.
 */
final class DatabaseProposal {
    private final ConnectForm form;
    private final ObservableList<String> listed = FXCollections.observableArrayList();
    private final ObservableValue<Boolean> busy;
    private String proposed = "";

    /** For this form, whenever a server has answered; while something is tested or stored it only lists, and afterwards. */
    DatabaseProposal(ConnectForm form, ObservableValue<@Nullable ServerFacts> server, ObservableValue<Boolean> busy) {
        this.form = form;
        this.busy = busy;
        server.subscribe(this::propose);
        busy.subscribe((before, now) -> list(server.getValue()));
    }

    /** The names that the server lists; empty when it keeps them to itself. */
    ObservableList<String> listed() {
        return listed;
    }

    private void propose(@Nullable ServerFacts facts) {
        list(facts);
        boolean isFree = form.database.get().isBlank() || form.database.get().equals(proposed);
        if (facts != null && isFree && !busy.getValue()) {
            proposed = likely(facts.databases());
            form.database.set(proposed);
        }
    }

    private void list(@Nullable ServerFacts facts) {
        if (facts != null && !busy.getValue() && !listed.equals(facts.databases())) {
            listed.setAll(facts.databases());
        }
    }

    private String likely(List<String> databases) {
        if (databases.size() == 1) {
            return databases.getFirst();
        }
        try {
            String likely = OdooAddress.parse(form.address.get()).likelyDatabase();
            return databases.isEmpty() || databases.contains(likely) ? likely : "";
        } catch (ProblemException unreadable) {
            return "";
        }
    }
}
