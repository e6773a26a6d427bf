package app.loupe.domain;

import java.math.BigDecimal;

/**
 * An invoice whose payments are to be found.
 *
 * @param settled how much of it is no longer open, in its own currency and unsigned: what its payments must add up to
 * @param noted whether the copy already says that they were found, and only has to receive them
 */
public record WantedPayments(long invoice, BigDecimal settled, boolean noted) {}
