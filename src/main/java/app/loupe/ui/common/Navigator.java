package app.loupe.ui.common;

/** The way from one screen to another. Called on the FX thread; never waits. */
public interface Navigator {
    /** Whether a screen leads there; a link to nowhere is not offered. Known once the window is composed. */
    boolean offers(Destination destination);

    /** Goes there, as a step that can be taken back; nothing happens where {@link #offers} says no. */
    void open(Destination destination);
}
