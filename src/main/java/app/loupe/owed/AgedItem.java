package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;

/**
 * What of one receivable or payable item was open on a day: the items of a partner add up to its {@link AgedRow}, bucket
 * by bucket.
 *
 * @param owed positive when it is to be paid: by the customer, or to the vendor where vendors are asked for
 * @param days how late it was; 0 when it was not due
 * @param exact whether the amount is certain
 */
public record AgedItem(OwedItem item, AgeBucket bucket, Money owed, long days, boolean exact) {}
