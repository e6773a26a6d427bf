package app.loupe.ui.common;

import app.loupe.domain.EnumKey;

/** Every page that the window can have, in the order of the sidebar; which of them are there, its composition says. */
public enum PageId {
    OVERVIEW,
    INVOICES,
    CUSTOMERS,
    VENDORS,
    AGED,
    PRODUCTS,
    CHANGED,
    CHECK,
    INBOX,
    SYNCLOG,
    SECURITY,
    SETTINGS,
    HELP;

    /** Whether it stands at the foot of the sidebar. */
    public boolean isAtFoot() {
        return this == SECURITY || this == SETTINGS || this == HELP;
    }

    /** In keys of texts, ids of nodes and what the window remembers. */
    public String key() {
        return EnumKey.of(this);
    }
}
