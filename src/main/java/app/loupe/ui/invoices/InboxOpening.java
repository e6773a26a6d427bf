package app.loupe.ui.invoices;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.review.Books;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.MarkChoice;
import app.loupe.review.Marks;
import app.loupe.ui.common.Background;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;

/**
 * Opens the review inbox on the first of its lists in which there is something to do, until the owner has chosen one. What is
 * reviewed is done: an inbox without anything to do opens on its first list. On the FX thread only.
 */
final class InboxOpening {
    private static final List<MarkChoice> TO_DO = List.of(MarkChoice.NEW, MarkChoice.TO_REVIEW);

    private final InvoicesViewModel model;
    private final Background background;
    private Set<ConnectionId> of = Set.of();
    private boolean waits;
    private boolean chosen;

    /** Looks whenever {@code view}, a part of the inbox, comes into the window, and its connections are others. */
    InboxOpening(InvoicesViewModel model, Background background, Node view) {
        this.model = model;
        this.background = background;
        view.sceneProperty().subscribe(scene -> {
            waits = scene != null;
            look();
        });
        model.connections().subscribe(connections -> {
            Set<ConnectionId> ids = new Chosen(connections).ids();
            // a sync that has ended makes no others of them: whoever reads a list keeps it
            if (!ids.equals(of)) {
                of = ids;
                waits = view.getScene() != null;
                look();
            }
        });
        model.result().subscribe(result -> look());
        model.marks().marks().subscribe(marks -> look());
    }

    /** The owner has chosen a list: it stays until the program ends. */
    void chosen() {
        chosen = true;
    }

    /** Once rows and marks are read: without one of them nothing is known to be new. */
    private void look() {
        List<ConnectionProfile> connections = model.connections().get();
        Snapshot rows = model.snapshot().get();
        if (!waits || chosen || connections.isEmpty() || !rows.of().equals(connections)
                || !connections.stream().allMatch(one -> model.marks().isRead(one.id()))) {
            return;
        }
        waits = false;
        Marks marks = model.marks().marks().get();
        LocalDate today = model.marks().today();
        background.run("look into the inbox", () -> first(rows.books(), marks, today)).onSuccess(found -> {
            FilterChoice choice = model.choice();
            if (!chosen && choice.search().get().isBlank() && choice.among().get() == null
                    && connections.equals(model.connections().get())) {
                InboxBar.show(choice, found.orElse(TO_DO.getFirst()));
            }
        }).start();
    }

    private static Optional<MarkChoice> first(Books books, Marks marks, LocalDate today) {
        return TO_DO.stream().filter(list -> books.find(new InvoiceFilter(Set.of(), Set.of(),
                InvoicePeriod.Relative.ALL, "", Set.of(list), InvoiceQuery.EMPTY), today, marks)
                .inOrder().length > 0).findFirst();
    }
}
