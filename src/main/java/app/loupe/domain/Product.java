package app.loupe.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A product variant that invoices refer to. Absent text is empty. */
public record Product(long id, Instant writeDate, String name, String defaultCode, String barcode, boolean active,
        @Nullable Ref category, @Nullable Ref unit) {}
