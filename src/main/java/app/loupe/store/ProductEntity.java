package app.loupe.store;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** One product variant. */
@Entity
@Table(name = "product")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ProductEntity extends RecordEntity {
    String name;
    String defaultCode;
    String barcode;
    boolean active;
    @Embedded
    @EmbeddedColumnNaming("category_%s")
    @Nullable
    RefValue category;
    @Embedded
    @EmbeddedColumnNaming("unit_%s")
    @Nullable
    RefValue unit;
}
