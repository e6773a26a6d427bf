package app.loupe.ui.partners;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionProfile;
import app.loupe.owed.PartnerList;
import app.loupe.review.Shelf;
import app.loupe.ui.common.Aside;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Counted;
import app.loupe.ui.common.Latest;
import app.loupe.ui.common.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * How many customers, or vendors, there are, for the sidebar, until their screen is made and counts them itself: as soon as
 * nothing else is read and a screen, such as the overview, has read who owes what. That is not read for a number alone, which
 * would make every window hold it. On the FX thread only.
 */
public final class PartnersCount implements Counted {
    private final boolean payable;
    private final Shelf shelf;
    private final Background background;
    private final Wording wording;
    private final Latest<Optional<Integer>> latest;
    private final ReadOnlyObjectWrapper<Aside> aside = new ReadOnlyObjectWrapper<>(Aside.NONE);
    private List<ConnectionProfile> connections = List.of();

    /** Of customers, or of vendors. */
    public PartnersCount(boolean payable, Shelf shelf, Background background, Wording wording) {
        this.payable = payable;
        this.shelf = shelf;
        this.background = background;
        this.wording = wording;
        latest = new Latest<>(this::question, known -> known.ifPresent(count -> aside.set(said(count, wording))));
    }

    /** Beside the name of the page; nothing where there are none. */
    static Aside said(int count, Wording wording) {
        return count == 0 ? Aside.NONE : new Aside(wording.money().number(BigDecimal.valueOf(count)), "");
    }

    @Override
    public ObservableValue<Aside> aside() {
        return aside.getReadOnlyProperty();
    }

    @Override
    public void keepUp(List<ConnectionProfile> now) {
        if (now.equals(connections)) {
            return;
        }
        boolean others = !new Chosen(now).ids().equals(new Chosen(connections).ids());
        connections = List.copyOf(now);
        if (others) {
            // what is still read is of the former ones
            latest.forget();
            aside.set(Aside.NONE);
        }
        background.whenQuiet(latest::ask);
    }

    private Background.Order<Optional<Integer>> question() {
        List<ConnectionProfile> of = connections;
        return background.run("count partners", () -> {
            LocalDate today = wording.today();
            return shelf.subledgersRead(new Chosen(of).ids())
                    .map(ledgers -> PartnerList.count(ledgers, payable, today));
        });
    }
}
