package app.loupe.updates;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a release, as <a href="https://semver.org/">Semantic Versioning</a> orders it; a trial version has none. */
record ReleaseNumber(int major, int minor, int patch) implements Comparable<ReleaseNumber> {
    private static final String PART = "(0|[1-9][0-9]{0,5})";
    private static final Pattern FORM = Pattern.compile(PART + "\\." + PART + "\\." + PART);
    private static final Comparator<ReleaseNumber> ORDER = Comparator.comparingInt(ReleaseNumber::major)
            .thenComparingInt(ReleaseNumber::minor).thenComparingInt(ReleaseNumber::patch);

    /** The number that a text says; empty where it is no release's, as {@code 1.2.0-SNAPSHOT}. */
    static Optional<ReleaseNumber> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new ReleaseNumber(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    /** This program's own; empty where it was built without one. */
    static Optional<ReleaseNumber> ofThisProgram() {
        return Optional.ofNullable(ReleaseNumber.class.getPackage().getImplementationVersion())
                .flatMap(ReleaseNumber::of);
    }

    @Override
    public int compareTo(ReleaseNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
