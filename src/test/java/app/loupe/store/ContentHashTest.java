package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.Partner;
import app.loupe.domain.Ref;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.Partners;
import testkit.StoreRecords;

class ContentHashTest {
    private static final ContentHash HASH = new ContentHashing().of(StoreRecords.partner(5, "Azure"));

    private static CopyTransaction.Known known(long rowHash, long contentHash) {
        return new CopyTransaction.Known(rowHash, contentHash, Instant.EPOCH, true);
    }

    @Test
    void bothHalvesMustSayTheSame() {
        assertThat(known(HASH.summand(), HASH.second()).says(HASH)).isTrue();
        assertThat(known(HASH.summand(), HASH.second() ^ 1).says(HASH)).isFalse();
        assertThat(known(HASH.summand() ^ 1, HASH.second()).says(HASH)).isFalse();
    }

    /** Lines: taken from the version that had no grouped parts; the others: from version 7 of the store, which reads them again. */
    @Test
    void saysOfStoredContentWhatItAlwaysSaid() {
        Invoice invoice = StoreRecords.invoice(7, 2);

        assertThat(new ContentHashing().of(invoice))
                .isEqualTo(new ContentHash(-7150294457289332310L, 1824760085841154821L));
        assertThat(new ContentHashing().of(invoice.lines().getFirst()))
                .isEqualTo(new ContentHash(-7860780660295325576L, -2363853317725217644L));
        assertThat(HASH).isEqualTo(new ContentHash(3609543429441866158L, 7920700382777371755L));
        assertThat(new ContentHashing().of(StoreRecords.partner(5, "Ázure 日本 😀")))
                .isEqualTo(new ContentHash(8203136630369826114L, 1049031745626807598L));
    }

    @Test
    void whatWasHashedBeforeDoesNotMatter() {
        var hashing = new ContentHashing();
        Invoice invoice = StoreRecords.invoice(7, 2);

        List<Record> records = List.of(StoreRecords.partner(5, "Azure"), StoreRecords.partner(5, "é".repeat(2_000)),
                invoice, StoreRecords.partner(5, "Azure"), StoreRecords.partner(5, ""));

        assertThat(records.stream().map(hashing::of).toList())
                .isEqualTo(records.stream().map(record -> new ContentHashing().of(record)).toList());
        assertThat(hashing.whole(invoice)).isEqualTo(new ContentHashing().whole(invoice));
    }

    @Test
    void everyComponentChangesBothHalvesButTheWriteDate() {
        Partner one = StoreRecords.partner(5, "Azure");
        Partner.Address home = one.contact().address();
        Partner later = Partners.moved(one, one.writeDate().plusSeconds(9), home);
        Partner abroad = Partners.moved(one, one.writeDate(),
                new Partner.Address(home.street(), home.street2(), home.zip(), home.city(), new Ref(21, "Belgium")));

        assertThat(new ContentHashing().of(later)).isEqualTo(HASH);
        for (Partner other : List.of(abroad, StoreRecords.partner(6, "Azure"), StoreRecords.partner(5, "Azur"))) {
            assertThat(new ContentHashing().of(other).summand()).isNotEqualTo(HASH.summand());
            assertThat(new ContentHashing().of(other).second()).isNotEqualTo(HASH.second());
        }
    }
}
