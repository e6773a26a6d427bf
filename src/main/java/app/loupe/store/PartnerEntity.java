package app.loupe.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One customer or vendor. */
@Entity
@Table(name = "partner")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
non-sealed class PartnerEntity extends RecordEntity {
    String name;
    @Nullable
    Long parentId;
    @Nullable
    Long commercialPartnerId;
    boolean company;
    boolean active;
    String vat;
    String reference;
    String email;
    String phone;
    String street;
    @Column(name = "street_2")
    String street2;
    String zip;
    String city;
    @Nullable
    Long countryId;
    @Nullable
    Long ownCompanyId;
}
