package app.loupe.unlock;

import app.loupe.domain.Secret;

/** Says whether a keyset belongs to a vault; must not keep, change or close the secret. */
@FunctionalInterface
public interface KeysetJudge {
    /** The judgement. */
    enum Fit {
        /** It opens what is sealed here, or nothing is sealed yet. */
        FITS,
        /** It is a keyset, of another installation or of an older key. */
        FOREIGN,
        /** It is no keyset at all. */
        UNREADABLE
    }

    /** Judges without side effect. */
    Fit judge(Secret keyset);
}
