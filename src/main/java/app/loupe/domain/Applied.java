package app.loupe.domain;

/**
 * What one page changed in the local copy.
 *
 * @param renamed how many of the things that records refer to were renamed by it, in every record that shows them
 */
public record Applied(int added, int changed, int unchanged, int renamed) {
    /** Nothing. */
    public static final Applied NONE = new Applied(0, 0, 0);

    /** A change that renamed nothing. */
    public Applied(int added, int changed, int unchanged) {
        this(added, changed, unchanged, 0);
    }

    /** The same with this many renamed things. */
    public Applied withRenamed(int things) {
        return new Applied(added, changed, unchanged, things);
    }

    /** Both together. */
    public Applied plus(Applied other) {
        return new Applied(added + other.added, changed + other.changed, unchanged + other.unchanged,
                renamed + other.renamed);
    }
}
