package testkit.window;

import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Navigator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A window whose screens lead everywhere, or as far as a test says; it only notes where somebody went. */
public final class FakeNavigator implements Navigator {
    /** Where somebody went, the first first. */
    public final List<Destination> opened = new CopyOnWriteArrayList<>();
    /** Where a screen leads to. */
    public volatile Predicate<Destination> leads = destination -> true;

    @Override
    public boolean offers(Destination destination) {
        return leads.test(destination);
    }

    @Override
    public void open(Destination destination) {
        opened.add(destination);
    }
}
