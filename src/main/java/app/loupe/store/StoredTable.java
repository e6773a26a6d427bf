package app.loupe.store;

import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the invoice store. Each entry decides how a table is mapped, whether its rows are deleted with their
 * connection, how they count and are checked against their hashes, and what happens to them when records were lost.
 * Nothing else lists tables.
 */
enum StoredTable {
    /** Committed changes. */
    GENERATION(GenerationEntity.class, Owner.USER, Loss.STAYS),
    /** Connections. */
    PROFILES(ProfileEntity.class, Owner.CONNECTION, Loss.STAYS),
    /** How much each copy holds: counted anew by {@link Shortfall}. */
    HOLDINGS(HoldingEntity.class, Owner.CONNECTION, Loss.STAYS),
    /** Journal items that are owed or paid. */
    ITEMS(CountedRows.ITEMS, Loss.READ_AGAIN),
    /** Lines of invoices: they come with their invoice. */
    LINES(CountedRows.LINES, Loss.STAYS),
    /** Which line ids were ever seen. */
    LINE_IDS(KnownLinesEntity.class, Owner.CONNECTION, Loss.STAYS),
    /** Payments: asked for again with their invoice. */
    PAYMENTS(CountedRows.PAYMENTS, Loss.STAYS),
    /** Customers and vendors. */
    PARTNERS(CountedRows.PARTNERS, Loss.READ_AGAIN),
    /** Products. */
    PRODUCTS(CountedRows.PRODUCTS, Loss.READ_AGAIN),
    /** Names of what rows refer to: looked for anew by {@link Shortfall}. */
    NAMES(ShownNameEntity.class, Owner.CONNECTION, Loss.STAYS),
    /** How far the last complete run got: see {@link Watermarks#forget}. */
    WATERMARKS(WatermarkEntity.class, Owner.CONNECTION, Loss.STAYS),
    /** How far the last comparison found the copy to agree with Odoo. */
    VERIFICATIONS(VerificationEntity.class, Owner.CONNECTION, Loss.GOES),
    /** Runs. */
    RUNS(RunEntity.class, Owner.CONNECTION, Loss.STAYS),
    /** Original PDFs: read again when they are asked for. */
    ORIGINALS(OriginalPdfEntity.class, Owner.CONNECTION, Loss.STAYS),
    /** Requests of the runs. */
    REQUESTS(RequestEntity.class, Owner.CONNECTION, Loss.STAYS),
    /** The columns from which the books are read; made anew from the other tables when records are missing. */
    COLUMNS(ColumnSegmentEntity.class, Owner.CONNECTION, Loss.GOES),
    /** Invoices. */
    INVOICES(CountedRows.INVOICES, Loss.READ_AGAIN);

    /** To whom a row belongs. */
    enum Owner {
        /** The user, whatever connections there are. */
        USER,
        /** A connection of the user: its rows go with it. */
        CONNECTION
    }

    /** What happens to a connection's rows when records are found missing. */
    enum Loss {
        /** Nothing. */
        STAYS,
        /** Marked as never read, so that the next sync brings them all again. */
        READ_AGAIN,
        /** Deleted, because what they say of the whole copy is no longer true. */
        GOES
    }

    private final Class<? extends OwnedEntity> entity;
    private final Owner owner;
    private final Loss loss;
    private final @Nullable CountedRows counted;

    StoredTable(Class<? extends OwnedEntity> entity, Owner owner, Loss loss) {
        this.entity = entity;
        this.owner = owner;
        this.loss = loss;
        this.counted = null;
    }

    /** What counts belongs to a connection. */
    StoredTable(CountedRows counted, Loss loss) {
        this.entity = counted.entity();
        this.owner = Owner.CONNECTION;
        this.loss = loss;
        this.counted = counted;
    }

    /** The classes that are mapped. */
    static List<Class<?>> entities() {
        return Arrays.stream(values()).<Class<?>>map(StoredTable::entity).toList();
    }

    /** The tables whose rows belong to a connection. */
    static List<StoredTable> ofConnections() {
        return Arrays.stream(values()).filter(table -> table.owner == Owner.CONNECTION).toList();
    }

    /** The tables to whose rows this happens. */
    static List<StoredTable> after(Loss loss) {
        return Arrays.stream(values()).filter(table -> table.loss == loss).toList();
    }

    Class<? extends OwnedEntity> entity() {
        return entity;
    }

    /** The name that queries have for it. */
    String query() {
        return entity.getSimpleName();
    }

    /** The name that it has in the file, as H2 keeps it. */
    String table() {
        return Objects.requireNonNull(entity.getAnnotation(Table.class)).name()
                .toUpperCase(Locale.ROOT);
    }

    /** How its rows count in a {@link Holding}; nothing for rows that do not. */
    Optional<CountedRows> counted() {
        return Optional.ofNullable(counted);
    }
}
