package app.loupe.ui.notices;

import app.loupe.domain.Connections;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.SyncJournal;
import app.loupe.review.Shelf;

/**
 * Where notices are found.
 *
 * @param connections for keys and the last complete runs, of all there are
 * @param journal for how the last runs ended
 * @param shelf the books of the connections that are chosen, shared with the screens
 * @param book the history, and how far the owner has looked
 */
public record NoticePorts(Connections connections, SyncJournal journal, Shelf shelf, OwnerBook book) {}
