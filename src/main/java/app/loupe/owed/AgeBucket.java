package app.loupe.owed;

import java.util.List;

/** How late an amount is, in the steps of Odoo's aged receivable and payable. */
public enum AgeBucket {
    NOT_DUE("not_due", 0),
    TO_30("1-30", 30),
    TO_60("31-60", 60),
    TO_90("61-90", 90),
    TO_120("91-120", 120),
    OLDER("older", Long.MAX_VALUE);

    private static final List<AgeBucket> ALL = List.of(values());

    private final String key;
    private final long lastDay;

    AgeBucket(String key, long lastDay) {
        this.key = key;
        this.lastDay = lastDay;
    }

    /** Its name for programs. */
    public String key() {
        return key;
    }

    /** The bucket of what is so many days late; zero or less is not due yet. */
    static AgeBucket of(long days) {
        for (AgeBucket bucket : ALL) {
            if (days <= bucket.lastDay) {
                return bucket;
            }
        }
        return OLDER;
    }
}
