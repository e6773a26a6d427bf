package app.loupe.ui.settings;

import app.loupe.text.MoneyText;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TypedDay;
import app.loupe.ui.common.Wording;
import java.math.BigDecimal;
import java.util.Locale;
import javafx.scene.control.Label;

/** The regions that numbers and dates can be written for, with what they look like in the one that is chosen. */
final class RegionRow {
    private static final BigDecimal EXAMPLE = new BigDecimal("1234.56");

    private final Wording wording;
    private final Label explained = Nodes.paragraph("", "muted");
    private final LocaleChoice choice;

    /** Chooses; {@code speak} fills the window again with what is chosen. */
    RegionRow(Preferences chosen, Runnable speak, Wording wording) {
        this.wording = wording;
        choice = new LocaleChoice("region", Preferences.REGIONS,
                region -> region.getDisplayName(wording.texts().language()), chosen.region(), speak, wording);
        chosen.region().subscribe(this::say);
    }

    Label explained() {
        return explained;
    }

    /** The regions, and a button where the window writes as in another one than is chosen. */
    FlowRow choice() {
        return choice.view();
    }

    private void say(Locale then) {
        Locale region = then.equals(Locale.ROOT) ? Locale.getDefault(Locale.Category.FORMAT) : then;
        String example = example(region);
        boolean same = region.equals(wording.texts().locale());
        choice.offerNow(!same);
        explained.setText(same ? example : example + "\n" + wording.get("settings.language.next-start"));
    }

    /** An example is nobody's amount, and is never hidden. */
    private String example(Locale region) {
        return wording.get("settings.region.example", new MoneyText(region).plain(EXAMPLE, "EUR"),
                wording.dates().day(wording.today()), TypedDay.shortly(wording.today(), region));
    }
}
