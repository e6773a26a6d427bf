package app.loupe.domain;

/** What one page changed in the local copy. */
public record Applied(int added, int changed, int unchanged) {
    /** Nothing. */
    public static final Applied NONE = new Applied(0, 0, 0);

    /** Both together. */
    public Applied plus(Applied other) {
        return new Applied(added + other.added, changed + other.changed, unchanged + other.unchanged);
    }
}
