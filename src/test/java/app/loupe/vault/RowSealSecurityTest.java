package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.InstallId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowSealSecurityTest {
    private final MasterKeys keys = Rows.keys();

    @Test
    void s02_refusesEveryFlippedBit() throws ProblemException {
        StoredConnection row = Rows.row(keys, 1, "Zq9!canary");
        byte[] sealed = bytes(row);
        Set<ProblemCode> answers = new HashSet<>();

        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            ProblemCode code = refusal(keys, Rows.with(row, text(flipped)));
            boolean inKeyId = bit >= Byte.SIZE && bit < 5 * Byte.SIZE;
            assertThat(code).isEqualTo(inKeyId ? ProblemCode.KEY_FOREIGN : ProblemCode.PASSWORD_NOT_OF_THIS_ROW);
            answers.add(code);
        }

        assertThat(sealed).hasSize(309);
        assertThat(answers).hasSize(2);
    }

    @Test
    void s02_refusesEveryReplacedCharacterOfTheText() throws ProblemException {
        StoredConnection row = Rows.row(keys, 1, "Zq9!canary");
        String sealed = row.encryptedPassword().base64();

        for (int at = 0; at < sealed.length(); at++) {
            for (char other : new char[] {'A', 'z', '9', '-', '=', '+', '\n', 'é'}) {
                if (sealed.charAt(at) != other) {
                    String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
                    refusal(keys, Rows.with(row, changed));
                }
            }
        }
        refusal(keys, Rows.with(row, sealed + "="));
        refusal(keys, Rows.with(row, sealed + "\n"));
        refusal(keys, Rows.with(row, " " + sealed));
    }

    @Test
    void s03_refusesEveryTruncationAndExtension() throws ProblemException {
        StoredConnection row = Rows.row(keys, 1, "Zq9!canary");
        byte[] sealed = bytes(row);

        for (int length = 0; length < sealed.length; length++) {
            refusal(keys, Rows.with(row, text(Arrays.copyOf(sealed, length))));
            refusal(keys, Rows.with(row, text(Arrays.copyOfRange(sealed, sealed.length - length, sealed.length))));
        }
        for (int more = 1; more <= 300; more++) {
            refusal(keys, Rows.with(row, text(Arrays.copyOf(sealed, sealed.length + more))));
        }
    }

    @Test
    void s04_sealsOnePasswordDifferentlyEachTime() throws ProblemException {
        Set<String> sealed = new HashSet<>();

        for (int i = 0; i < 200; i++) {
            sealed.add(Rows.row(keys, 1, "the same").encryptedPassword().base64());
        }

        assertThat(sealed).hasSize(200);
    }

    @Test
    void s05_everyLengthGivesOneLength() throws ProblemException {
        Set<Integer> lengths = new HashSet<>();

        for (int length = 1; length <= 254; length++) {
            String password = "x".repeat(length);
            StoredConnection row = Rows.row(keys, 1, password);
            assertThat(Rows.opened(keys, row)).isEqualTo(password);
            lengths.add(row.encryptedPassword().base64().length());
        }

        assertThat(lengths).containsExactly(412);
        assertThatThrownBy(() -> Rows.row(keys, 1, "")).hasMessage("password-empty");
        assertThatThrownBy(() -> Rows.row(keys, 1, "x".repeat(255))).hasMessage("password-too-long");
        assertThatThrownBy(() -> Rows.row(keys, 1, "é".repeat(128))).hasMessage("password-too-long");
    }

    @Test
    void s06_anIndependentDecoderOpensAHundredOfAHundred() throws Exception {
        byte[] proto;
        try (Secret serialised = keys.serialised()) {
            proto = Base64.getDecoder().decode(serialised.bytes());
        }
        List<byte[]> raw = WireFormat.keys(proto);

        for (int number = 1; number <= 100; number++) {
            StoredConnection row = Rows.row(keys, number, "pässword " + number);
            byte[] associated = WireFormat.associatedData("install-1", "%08d".formatted(number), "user-1",
                    "https://erp" + number + ".acme.com", "db" + number, "user" + number + "@acme.example");
            assertThat(WireFormat.open(row.encryptedPassword().base64(), raw.get(0), raw.get(1), associated))
                    .isEqualTo("pässword " + number);
        }
    }

    @Test
    void s19_opensTheKnownAnswers() throws Exception {
        var known = new Properties();
        try (InputStream file = Objects
                .requireNonNull(getClass().getResourceAsStream("/vault/known-answers.properties"));
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            known.load(reader);
        }
        var binding = new Binding(new InstallId(value(known, "install")), new UserId(value(known, "user")));
        MasterKeys knownKeys;
        try (Secret keyset = Secret.ofChars(value(known, "keyset"))) {
            knownKeys = MasterKeys.parse(keyset);
        }

        int rows = Integer.parseInt(value(known, "rows"));
        for (int at = 0; at < rows; at++) {
            var row = new StoredConnection(new ConnectionId(value(known, at + ".id")), Rows.endpoint(
                    value(known, at + ".url"), value(known, at + ".database"), value(known, at + ".username")),
                    new SealedPassword(value(known, at + ".sealed")));
            try (Secret opened = new RowSeal(binding).open(knownKeys, row)) {
                assertThat(HexFormat.of().formatHex(opened.bytes())).isEqualTo(value(known, at + ".password-utf8-hex"));
            }
        }
        assertThat(rows).isEqualTo(4);
    }

    @Test
    void s39_refusesEverySwapAmongTwentyRows() throws ProblemException {
        List<StoredConnection> rows = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            rows.add(Rows.row(keys, number, "password " + number));
        }

        int refused = 0;
        for (StoredConnection from : rows) {
            for (StoredConnection to : rows) {
                if (!from.equals(to)) {
                    ProblemCode code = refusal(keys, Rows.with(to, from.encryptedPassword().base64()));
                    assertThat(code).isEqualTo(ProblemCode.PASSWORD_NOT_OF_THIS_ROW);
                    refused++;
                }
            }
        }

        assertThat(refused).isEqualTo(380);
    }

    @Test
    void s39_refusesARowWhoseBindingWasEdited() throws ProblemException {
        StoredConnection row = Rows.row(keys, 1, "Zq9!canary");
        List<StoredConnection> edited = List.of(
                moved(row, "https://erp1.evil.example", "db1", "user1@acme.example"),
                moved(row, "https://erp1.acme.com:444", "db1", "user1@acme.example"),
                moved(row, "https://erp1.acme.com/x", "db1", "user1@acme.example"),
                moved(row, "https://erp1.acme.com", "db2", "user1@acme.example"),
                moved(row, "https://erp1.acme.com", "db1", "user2@acme.example"),
                // the same characters, cut at another place
                moved(row, "https://erp1.acme.com", "db1user1", "@acme.example"),
                new StoredConnection(Rows.id(2), row.endpoint(), row.encryptedPassword()));

        for (StoredConnection wrong : edited) {
            assertThat(refusal(keys, wrong)).isEqualTo(ProblemCode.PASSWORD_NOT_OF_THIS_ROW);
        }
        for (Binding other : List.of(new Binding(new InstallId("install-2"), Rows.USER),
                new Binding(Rows.INSTALL, new UserId("user-2")))) {
            assertThatThrownBy(() -> new RowSeal(other).open(keys, row)).hasMessage("password-not-of-this-row");
        }
    }

    @Test
    void namesAForeignKeyApartFromADamagedRow() throws ProblemException {
        StoredConnection row = Rows.row(Rows.keys(), 1, "Zq9!canary");

        assertThat(refusal(keys, row)).isEqualTo(ProblemCode.KEY_FOREIGN);
    }

    @Test
    void printsNothingOfPasswordOrKey() throws ProblemException {
        StoredConnection row = Rows.row(keys, 1, "Zq9!canary");

        assertThat(row.toString()).doesNotContain("Zq9").doesNotContain(row.encryptedPassword().base64());
        assertThat(keys.toString()).isEqualTo("MasterKeys[1]");
    }

    @Test
    void s02_s03_s39_theTagAloneTellsARowThatOpensFromEveryOther() throws Exception {
        var seal = new RowSeal(new Binding(Rows.INSTALL, Rows.USER));
        StoredConnection row = Rows.row(keys, 1, "Zq9!canary");
        byte[] sealed = bytes(row);

        assertThat(seal.isSealed(keys, row)).isTrue();
        assertThat(seal.isSealed(keys.withFreshPrimary(), row)).as("an older key of the keyset").isTrue();
        assertThat(seal.isSealed(Rows.keys(), row)).isFalse();
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(seal.isSealed(keys, Rows.with(row, text(flipped)))).isFalse();
        }
        for (int length = 0; length < sealed.length; length++) {
            assertThat(seal.isSealed(keys, Rows.with(row, text(Arrays.copyOf(sealed, length))))).isFalse();
        }
        assertThat(seal.isSealed(keys, moved(row, "https://erp1.evil.example", "db1", "user1@acme.example"))).isFalse();
        assertThat(seal.isSealed(keys, Rows.with(row, "not base64!"))).isFalse();
    }

    private static StoredConnection moved(StoredConnection row, String url, String database, String username) {
        return new StoredConnection(row.id(), Rows.endpoint(url, database, username), row.encryptedPassword());
    }

    private static ProblemCode refusal(MasterKeys keys, StoredConnection row) {
        try {
            throw new AssertionError("opened: " + Rows.opened(keys, row).length());
        } catch (ProblemException refused) {
            return refused.problem().code();
        }
    }

    private static byte[] bytes(StoredConnection row) {
        return Base64.getUrlDecoder().decode(row.encryptedPassword().base64());
    }

    private static String text(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private static String value(Properties known, String key) throws IOException {
        String value = known.getProperty(key);
        if (value == null) {
            throw new IOException("no " + key);
        }
        return value;
    }
}
