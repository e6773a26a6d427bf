package app.loupe.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One product variant. */
@Entity
@Table(name = "product")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
non-sealed class ProductEntity extends RecordEntity {
    String name;
    String defaultCode;
    String barcode;
    boolean active;
    @Nullable
    Long categoryId;
    @Nullable
    Long unitId;
}
