package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.WindowSamples;

class ConnectFormTest {
    private final ConnectForm form = new ConnectForm(WindowSamples.wording());

    @ParameterizedTest
    @CsvSource({"acme, Acme", "erp.harbour.lan, Erp", "192.168.1.5, Books", "localhost:8443, Books"})
    void aConnectionWithoutANameIsCalledAfterItsHostOrDatabase(String address, String expected) throws Exception {
        var endpoint = new Endpoint(OdooAddress.parse(address), "books", "bot");

        assertThat(form.nameOr(endpoint)).isEqualTo(expected);

        form.address.set(address);
        form.database.set("books");
        assertThat(form.nameToBe()).as("what is shown before").isEqualTo(expected);
    }

    @Test
    void beforeAnythingTellsItThereIsNoName() {
        form.address.set("https://127.0.0.1:8443");
        assertThat(form.nameToBe()).isEmpty();

        form.address.set("no address at all");
        form.database.set("books");
        assertThat(form.nameToBe()).isEmpty();
    }

    @Test
    void aGivenNameIsKept() throws Exception {
        form.name.set("  My company ");

        assertThat(form.nameOr(new Endpoint(OdooAddress.parse("acme"), "acme", "bot"))).isEqualTo("My company");
    }

    @Test
    void aDateThatIsNoDayIsToldAtItsFieldUntilItIsPutRight() {
        form.address.set("acme");
        form.database.set("acme");
        form.user.set("bot");
        form.sinceUnreadable.set(true);

        assertThat(form.endpoint()).isEmpty();
        assertThat(form.endpoint()).as("as often as it is tried").isEmpty();
        assertThat(form.note(Field.SINCE).get().text()).startsWith("This is no day");
        assertThat(form.note(Field.FORM).get()).isEqualTo(FieldNote.NONE);

        form.sinceUnreadable.set(false);
        assertThat(form.note(Field.SINCE).get()).isEqualTo(FieldNote.NONE);
        form.keyExpiresUnreadable.set(true);
        assertThat(form.endpoint()).isEmpty();
        assertThat(form.note(Field.KEY_DAY).get().text()).startsWith("This is no day");

        form.keyExpiresUnreadable.set(false);
        assertThat(form.note(Field.KEY_DAY).get()).isEqualTo(FieldNote.NONE);
        assertThat(form.endpoint()).isPresent();
    }

    /** One that was right when it was typed keeps nobody from another change. */
    @Test
    void aLastDayOfTheKeyThatIsOverIsNotTaken() {
        LocalDate today = LocalDate.now(WindowSamples.wording().clock());
        form.address.set("acme");
        form.database.set("acme");
        form.user.set("bot");
        form.keyExpires.set(today.minusDays(1));

        assertThat(form.note(Field.KEY_DAY).get().kind()).as("at once").isEqualTo(FieldNote.Kind.BAD);
        assertThat(form.endpoint()).as("to be tested").isPresent();
        assertThat(form.mayKeepKeyDay()).isFalse();
        assertThat(form.note(Field.KEY_DAY).get().text()).startsWith("This date has passed.");
        assertThat(form.note(Field.FORM).get()).isEqualTo(FieldNote.NONE);

        form.keyExpires.set(today);
        assertThat(form.note(Field.KEY_DAY).get()).isEqualTo(FieldNote.NONE);
        assertThat(form.mayKeepKeyDay()).isTrue();
    }

    @Test
    void aLastDayThatCameMeanwhileMayStay() {
        LocalDate yesterday = LocalDate.now(WindowSamples.wording().clock()).minusDays(1);
        form.edit(new ConnectForm.Edited(new ConnectionProfile(new ConnectionId("aaaa1111"),
                ConnectionProfile.Kind.ODOO, "Acme", null, null, "19.0", null).expiring(yesterday), null, false));
        form.address.set("acme");
        form.database.set("acme");
        form.user.set("bot");

        assertThat(form.mayKeepKeyDay()).isTrue();
    }

    /** As it comes out of a mail. */
    @Test
    void blanksThatNobodySeesAreNoPartOfWhatIsTyped() {
        form.address.set("acme\u200b");
        form.database.set("\u00a0acme\u00a0");
        form.user.set("\ufeffbot@acme.example \u200b");

        assertThat(form.endpoint()).hasValueSatisfying(endpoint -> {
            assertThat(endpoint.database()).isEqualTo("acme");
            assertThat(endpoint.username()).isEqualTo("bot@acme.example");
        });
        form.user.set("\u200b\u00a0");
        assertThat(form.endpoint()).isEmpty();
        assertThat(form.note(Field.USER).get().kind()).isEqualTo(FieldNote.Kind.BAD);
    }

    @Test
    void plainHttpIsRefusedAtTheAddress() {
        form.address.set("http://acme.odoo.com");
        form.database.set("acme");
        form.user.set("bot");

        assertThat(form.endpoint()).isEmpty();
        assertThat(form.note(Field.ADDRESS).get().kind()).isEqualTo(FieldNote.Kind.BAD);
    }
}
