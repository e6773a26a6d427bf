package app.loupe.store;

import jakarta.persistence.MappedSuperclass;

/** A row of the copy that counts in the {@link Tally} of its connection. */
@MappedSuperclass
abstract sealed class CountedEntity extends OwnedEntity
        permits RecordEntity, InvoiceLinesEntity, PaymentEntity {
    /** The part of the content's hash that is summed up. */
    long rowHash;
}
