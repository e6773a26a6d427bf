package app.loupe.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.BookId;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedChange;
import app.loupe.domain.MovedConnection;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.PhraseKey;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.vault.TransferKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferFileTest {
    private static final String PHRASE = "tokar bilun dezal fimok gurat nopes";
    private static final String PASSWORD = "Zq9!-canary-transfer";
    private static final BookId BOOKS = new BookId("https://erp.example.com", "prod");
    private static final BookId OTHERS = new BookId("https://erp.example.com", "sister");
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.123456789Z");
    private static final InvoiceMark MARK = new InvoiceMark(true, "call Anna\nand Bob ✓",
            new InvoiceMark.Review(NOW, "d1", 2), LocalDate.of(2026, 7, 1), true);
    private static final MovedBook BOOK = new MovedBook(BOOKS, 3, Map.of(1L, MARK, 2L, InvoiceMark.NONE),
            Map.of(30L, "pays on Thursdays"), Set.of("odd-date:1", "gap:2"));
    private static final KeptFilter FILTER = new KeptFilter("Late", "overdue acme", Map.of("sort", "due", "group", ""));
    /** What a file may be refused with. */
    private static final Set<ProblemCode> REFUSALS = EnumSet.of(ProblemCode.TRANSFER_FOREIGN,
            ProblemCode.TRANSFER_NEWER, ProblemCode.TRANSFER_DAMAGED);

    /** Deriving takes a quarter of a second, and gives the same for the same. */
    private final Map<String, PhraseKey> derived = new HashMap<>();
    @TempDir
    Path folder = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("to-the-new.loupe-transfer");
    }

    private PhraseKey key(Secret passphrase, byte[] salt) throws GeneralSecurityException {
        String name = new String(passphrase.bytes(), StandardCharsets.UTF_8) + HexFormat.of().formatHex(salt);
        PhraseKey known = derived.get(name);
        if (known == null) {
            known = TransferKey.of(passphrase, salt);
            derived.put(name, known);
        }
        return known;
    }

    private static Endpoint endpoint(String database) throws ProblemException {
        return new Endpoint(OdooAddress.parse("https://erp.example.com:8443/sub"), database, "ann@example.com");
    }

    private static MovedChange change(BookId book, long number) {
        return new MovedChange(book, number,
                new InvoiceChange(number * 10, "INV/" + number, 1, 7, NOW.plusSeconds(number),
                        InvoiceChange.Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, 0, "1.00", "2.00", true));
    }

    private interface Content {
        void write(TransferWriter file) throws IOException, ProblemException;
    }

    private byte[] made(Content content) throws IOException, ProblemException {
        var out = new ByteArrayOutputStream();
        try (Secret phrase = Secret.ofChars(PHRASE)) {
            content.write(new TransferWriter(out, this::key, phrase));
        }
        return out.toByteArray();
    }

    private byte[] whole() throws IOException, ProblemException {
        return made(to -> {
            to.setting("settings.look", "dark");
            to.filter(FILTER);
            try (Secret password = Secret.ofChars(PASSWORD)) {
                to.connection(new MovedConnection(new ConnectionDetails(endpoint("prod"), "Acme",
                        new CertificatePin("ab".repeat(32)), LocalDate.of(2026, 9, 1)), LocalDate.of(2024, 1, 1),
                        password));
            }
            to.connection(
                    new MovedConnection(new ConnectionDetails(endpoint("sister"), "Sister", null, null), null, null));
            to.book(BOOK);
            to.book(new MovedBook(OTHERS, 0, Map.of(), Map.of(), Set.of()));
            to.change(change(BOOKS, 2));
            to.change(change(OTHERS, 3));
            to.end();
        });
    }

    private TransferFile open(byte[] bytes, String phrase) throws IOException, ProblemException {
        Files.write(file, bytes);
        try (Secret passphrase = Secret.ofChars(phrase)) {
            return TransferFile.open(file, this::key, passphrase, new CancelToken());
        }
    }

    private ProblemCode refusal(byte[] bytes, String phrase) throws IOException {
        try (TransferFile opened = open(bytes, phrase)) {
            throw new AssertionError("opened with " + opened.content().connections().size());
        } catch (ProblemException refused) {
            assertThat(refused.problem().parameters()).containsExactly(file.toString());
            return refused.problem().code();
        }
    }

    private ProblemCode refusal(byte[] bytes) throws IOException {
        return refusal(bytes, PHRASE);
    }

    private static List<MovedChange> history(TransferFile opened) throws ProblemException {
        var all = new ArrayList<MovedChange>();
        opened.history(new CancelToken(), history -> {
            for (Optional<MovedChange> next = history.next(); next.isPresent(); next = history.next()) {
                all.add(next.get());
            }
        });
        return all;
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        try (TransferFile opened = open(whole(), PHRASE)) {
            TransferContent content = opened.content();
            assertThat(content.settings()).containsOnly(Map.entry("settings.look", "dark"));
            assertThat(content.filters()).containsExactly(FILTER);
            assertThat(content.books()).containsExactly(BOOK,
                    new MovedBook(OTHERS, 0, Map.of(), Map.of(), Set.of()));
            assertThat(content.changes()).isEqualTo(2);
            assertThat(history(opened)).containsExactly(change(BOOKS, 2), change(OTHERS, 3));
            MovedConnection acme = content.connections().getFirst();
            assertThat(acme.details()).isEqualTo(new ConnectionDetails(endpoint("prod"), "Acme",
                    new CertificatePin("ab".repeat(32)), LocalDate.of(2026, 9, 1)));
            assertThat(acme.since()).isEqualTo(LocalDate.of(2024, 1, 1));
            assertThat(acme.password()).isNotNull()
                    .satisfies(secret -> assertThat(secret.bytes()).isEqualTo(PASSWORD.getBytes(
                            StandardCharsets.UTF_8)));
            MovedConnection sister = content.connections().getLast();
            assertThat(sister.password()).isNull();
            assertThat(sister.since()).isNull();
        }
    }

    @Test
    void s54_theFileShowsNothingOfWhatItHoldsAndNoTwoAreAlike() throws Exception {
        byte[] one = whole();
        String seen = new String(one, StandardCharsets.ISO_8859_1);

        assertThat(seen).startsWith("loupe-transfer/1\n").doesNotContain(PASSWORD, "Acme", "erp.example.com", "Anna",
                PHRASE, "INV/2");
        assertThat(Arrays.copyOfRange(one, 17, one.length)).isNotEqualTo(Arrays.copyOfRange(whole(), 17, one.length));
    }

    @Test
    void s54_anotherPassphraseIsToldFromDamage() throws Exception {
        byte[] bytes = whole();

        assertThat(refusal(bytes, PHRASE + "s")).isEqualTo(ProblemCode.TRANSFER_PHRASE_WRONG);
        assertThat(refusal(bytes, "")).isEqualTo(ProblemCode.TRANSFER_PHRASE_WRONG);
    }

    @Test
    void capitalsAndBlanksOfATypedPassphraseMakeNoDifference() throws Exception {
        try (TransferFile opened = open(whole(), " \u201cTokar BILUN  dezal\tfimok-gurat nopes\u201d.\n")) {
            assertThat(opened.content().changes()).isEqualTo(2);
        }
    }

    @Test
    void s54_everyFlippedBitIsAClearRefusal() throws Exception {
        byte[] bytes = whole();
        for (int at = 0; at < bytes.length; at++) {
            byte before = bytes[at];
            bytes[at] ^= (byte) (1 << (at % 8));
            assertThat(refusal(bytes)).as("byte %d", at).isIn(REFUSALS);
            bytes[at] = before;
        }
    }

    @Test
    void s54_everyCutIsAClearRefusal() throws Exception {
        byte[] bytes = whole();
        for (int length = 0; length < bytes.length; length++) {
            assertThat(refusal(Arrays.copyOf(bytes, length))).as("%d bytes", length).isIn(REFUSALS);
        }
        assertThat(refusal(Arrays.copyOf(bytes, bytes.length + 1))).isEqualTo(ProblemCode.TRANSFER_DAMAGED);
    }

    @Test
    void otherFilesAndNewerOnesAreTold() throws Exception {
        assertThat(refusal("%PDF-1.7 and more".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(ProblemCode.TRANSFER_FOREIGN);
        assertThat(refusal("H:2,block:4,blockSize:1000".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(ProblemCode.TRANSFER_FOREIGN);
        assertThat(refusal("loupe-transfer/2\nwhatever".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(ProblemCode.TRANSFER_NEWER);
        assertThat(refusal("loupe-transfer/99999999999\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(ProblemCode.TRANSFER_FOREIGN);
    }

    @Test
    void aFileThatIsNotThereAndAFolderAreTold() {
        for (Path none : List.of(folder.resolve("none"), folder)) {
            assertThatThrownBy(() -> TransferFile.demandOne(none)).isInstanceOfSatisfying(ProblemException.class,
                    refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.TRANSFER_UNREADABLE));
        }
    }

    @Test
    void s54_piecesThatChangeTheirPlacesDoNotOpen() throws Exception {
        byte[] bytes = made(to -> {
            to.book(new MovedBook(BOOKS, 0, Map.of(), Map.of(), Set.of()));
            for (int number = 1; number <= 3_000; number++) {
                to.change(change(BOOKS, number));
            }
            to.end();
        });
        int header = 17 + 16 + 28 + 32;
        int piece = 4 + 28 + SealedOutput.PIECE_BYTES;
        assertThat(bytes.length).isGreaterThan(header + 2 * piece);
        try (TransferFile opened = open(bytes, PHRASE)) {
            assertThat(history(opened)).hasSize(3_000);
        }

        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, header, swapped, header + piece, piece);
        System.arraycopy(bytes, header + piece, swapped, header, piece);
        assertThat(refusal(swapped)).isEqualTo(ProblemCode.TRANSFER_DAMAGED);
        byte[] without = new byte[bytes.length - piece];
        System.arraycopy(bytes, 0, without, 0, header);
        System.arraycopy(bytes, header + piece, without, header, bytes.length - header - piece);
        assertThat(refusal(without)).isEqualTo(ProblemCode.TRANSFER_DAMAGED);
        assertThat(refusal(Arrays.copyOf(bytes, header + piece))).isEqualTo(ProblemCode.TRANSFER_DAMAGED);
    }

    /** A file that is sealed as it should be, with these bytes inside. */
    private byte[] sealing(Rows rows) throws Exception {
        var out = new ByteArrayOutputStream();
        try (Secret phrase = Secret.ofChars(PHRASE)) {
            TransferHeader.Fresh fresh = TransferHeader.fresh(this::key, phrase);
            out.write(fresh.header().bytes());
            try (var to = new DataOutputStream(new SealedOutput(out, fresh.header(), fresh.key()))) {
                rows.write(to);
            }
        }
        return out.toByteArray();
    }

    private interface Rows {
        void write(DataOutputStream out) throws IOException;
    }

    private byte[] rows(TransferRow... rows) throws Exception {
        return sealing(out -> {
            for (TransferRow row : rows) {
                row.write(out);
            }
            TransferRow.of(TransferRow.Kind.END, rows.length).write(out);
        });
    }

    private static TransferRow row(TransferRow.Kind kind, Object... values) {
        return TransferRow.of(kind, values);
    }

    /** A change that was noticed then. */
    private static TransferRow moment(String noticed) {
        return row(TransferRow.Kind.CHANGE, "https://a.example.com", "prod", 1, 1, "", 1, 1, noticed, "NEW", "STATE", 0,
                "", "", true);
    }

    private static TransferRow[] connections(int many) {
        return IntStream.range(0, many).mapToObj(i -> row(TransferRow.Kind.CONNECTION, "Acme", "https://a.example.com",
                "db" + i, "ann", "", "", "", "")).toArray(TransferRow[]::new);
    }

    @Test
    void whatUseMakesNoSenseOfIsDamageOfTheFile() throws Exception {
        try (TransferFile opened = open(whole(), PHRASE)) {
            assertThatThrownBy(() -> opened.history(new CancelToken(), history -> {
                throw ProblemException.of(ProblemCode.TRANSFER_DAMAGED);
            })).isInstanceOfSatisfying(ProblemException.class,
                    refused -> assertThat(refused.problem().parameters()).containsExactly(file.toString()));
        }
    }

    @Test
    void s54_whatMakesNoSenseIsRefusedAlthoughItIsSealed() throws Exception {
        TransferRow book = row(TransferRow.Kind.BOOK, "https://a.example.com", "prod", 0);
        TransferRow mark = row(TransferRow.Kind.MARK, 1, true, "", "", "", "", "", false);
        List<byte[]> senseless = List.of(rows(mark), rows(book, book), rows(book, mark, mark),
                rows(book, row(TransferRow.Kind.SETTING, "settings.look", "dark")),
                rows(row(TransferRow.Kind.BOOK, "https://a.example.com", "prod", -1)),
                rows(row(TransferRow.Kind.CONNECTION, "Acme", "http://a.example.com", "prod", "ann", "", "", "", "")),
                rows(row(TransferRow.Kind.CONNECTION, "Acme", "https://a.example.com/web", "prod", "ann", "", "", "",
                        "")),
                rows(row(TransferRow.Kind.CONNECTION, "Acme", "https://a.example.com", "prod", "ann", "", "pin", "",
                        "")),
                rows(row(TransferRow.Kind.CONNECTION, "Acme", "https://a.example.com", "prod", "ann", "", "", "",
                        "AAAA")),
                rows(row(TransferRow.Kind.CONNECTION, "Acme", "https://a.example.com", "prod", "ann", "soon", "", "",
                        "")),
                rows(row(TransferRow.Kind.FILTER, "Late")), rows(row(TransferRow.Kind.FILTER, " ", "acme")),
                rows(book, row(TransferRow.Kind.MARK, 1, "yes", "", "", "", "", "", false)),
                rows(book, row(TransferRow.Kind.MARK)),
                rows(book, row(TransferRow.Kind.KNOWN, "k".repeat(201))),
                rows(row(TransferRow.Kind.CHANGE, "https://a.example.com", "prod", 1, 1, "", 1, 1, NOW, "NEW", "STATE",
                        0, "", "", true)),
                rows(book, row(TransferRow.Kind.CHANGE, "https://a.example.com", "prod", 1, 1, "", 1, 1, NOW, "OTHER",
                        "STATE", 0, "", "", true)),
                rows(book, moment("-999999999-01-01T00:00:00Z")), rows(book, moment("2200-01-02T00:00:00Z")),
                rows(book, row(TransferRow.Kind.MARK, 1, true, "", "", "", "", "-999999999-01-01", false)),
                rows(book, row(TransferRow.Kind.MARK, 1, true, "", "+10000-01-01T00:00:00Z", "d", 1, "", false)),
                rows(book, row(TransferRow.Kind.MARK, 1, true, "n".repeat(InvoiceMark.LONGEST_JOINED + 1), "", "", "",
                        "", false)),
                rows(book, row(TransferRow.Kind.PARTNER, 1, "n".repeat(InvoiceMark.LONGEST_JOINED + 1))),
                rows(row(TransferRow.Kind.CONNECTION, "Acme", "https://a.example.com", "pr\nod", "ann", "", "", "",
                        "")),
                rows(connections(TransferRow.Kind.CONNECTION.most() + 1)), sealing(book::write),
                sealing(out -> out.writeByte('X')),
                sealing(out -> row(TransferRow.Kind.END, 7).write(out)), sealing(out -> {
                    out.writeByte('S');
                    out.writeByte(1);
                    out.writeInt(Integer.MAX_VALUE);
                }), sealing(out -> {
                    row(TransferRow.Kind.END, 0).write(out);
                    out.writeByte('E');
                }), sealing(out -> {
                    out.writeByte('S');
                    out.writeByte(1);
                    out.writeInt(1);
                    out.writeByte(0xff);
                }));

        for (int i = 0; i < senseless.size(); i++) {
            assertThat(refusal(senseless.get(i))).as("case %d", i).isEqualTo(ProblemCode.TRANSFER_DAMAGED);
        }
        try (TransferFile opened = open(rows(book, mark, moment("2199-12-31T00:00:00Z")), PHRASE)) {
            assertThat(opened.content().books()).hasSize(1);
        }
    }

    @Test
    void aCancelledReadingEnds() throws Exception {
        Files.write(file, whole());
        var cancel = new CancelToken();
        cancel.cancel();
        try (Secret phrase = Secret.ofChars(PHRASE)) {
            assertThatThrownBy(() -> TransferFile.open(file, this::key, phrase, cancel)).isInstanceOfSatisfying(
                    ProblemException.class,
                    refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.CANCELLED));
        }
    }

    @Test
    void passwordsAreWipedWithTheContent() throws Exception {
        Secret password;
        try (TransferFile opened = open(whole(), PHRASE)) {
            password = Objects.requireNonNull(opened.content().connections().getFirst().password());
        }
        assertThatThrownBy(password::bytes).isInstanceOf(IllegalStateException.class);
    }
}
