package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import app.loupe.domain.Ref;
import app.loupe.domain.Stamp;

/** A text that is too long for the copy belongs to its record, and never ends a run. */
class LongTextTest {
    private static final int MIB = 1024 * 1024;

    private static Row row(String text) throws Exception {
        return new Row(StrictJson.parse("{\"id\":7,\"narration\":" + StrictJson.quote(text) + ",\"write_date\":false}"),
                Set.of(), new KnownNames());
    }

    private static String image(int chars) {
        return "<img src=\"data:image/png;base64," + "iVBORw0KGgo+".repeat(chars / 12) + "=\">";
    }

    @Test
    void anImageThatWasPastedIntoTheTermsIsLeftOutAndTheTermsStay() throws Exception {
        Row row = row("<p>Thirty days</p>" + image(2 * MIB) + "<p>No discount</p>");

        assertThat(row.richText("narration")).isEqualTo("<p>Thirty days</p><img src=\"\"><p>No discount</p>");
        assertThatThrownBy(() -> row.text("narration")).isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void aTextThatIsShortEnoughIsKeptWhole() throws Exception {
        String terms = "<p>Thirty days</p>" + image(1_200);

        assertThat(row(terms).richText("narration")).isEqualTo(terms);
    }

    @Test
    void whatIsTooLongWithoutItsImagesIsNamed() throws Exception {
        Row row = row("x".repeat(MIB + 1) + image(1_200));

        assertThatThrownBy(() -> row.richText("narration")).isInstanceOfSatisfying(UnreadableFieldException.class,
                named -> assertThat(named.field()).isEqualTo("narration"));
    }

    @Test
    void aNameThatIsTooLongIsNamedToo() throws Exception {
        Row most = referring("x".repeat(MIB));
        Row more = referring("x".repeat(MIB + 1));

        assertThat(most.ref("partner_id")).isEqualTo(new Ref(9, "x".repeat(MIB)));
        assertThat(most.nameOf("partner_id")).hasSize(MIB);
        assertThatThrownBy(() -> more.ref("partner_id")).isInstanceOfSatisfying(UnreadableFieldException.class,
                named -> assertThat(named.field()).isEqualTo("partner_id"));
        assertThat(more.nameOf("partner_id")).isNull();
    }

    private static Row referring(String name) throws Exception {
        return new Row(StrictJson.parse("{\"id\":7,\"partner_id\":[9," + StrictJson.quote(name) + "]}"), Set.of(),
                new KnownNames());
    }

    @Test
    void aRecordThatWasBroughtInPastOdooHasNoWriteDateAndIsReadAllTheSame() throws Exception {
        assertThat(row("").stamp("write_date")).isEqualTo(Stamp.NEVER);
    }
}
