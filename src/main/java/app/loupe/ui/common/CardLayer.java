package app.loupe.ui.common;

/** Where cards are shown: one at a time, above everything. Called on the FX thread. */
public interface CardLayer {
    /** Dims the window and shows the card; one that was there is closed first. */
    void show(Card card);

    /** Closes the card and gives the focus back to where it was; nothing happens when there is none. */
    void close();
}
