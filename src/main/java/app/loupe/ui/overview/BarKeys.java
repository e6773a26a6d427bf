package app.loupe.ui.overview;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Makes the bars of a chart one stop of the keyboard: arrows go from label to label and from bar to bar of one label, Home
 * and End to the ends, Enter and Space open the rows.
 */
final class BarKeys {
    private final KeyCode back;
    private final KeyCode forth;
    private final KeyCode up;
    private final KeyCode down;
    private List<List<ChartBar>> groups = List.of();

    /**
     * Keys of this chart.
     *
     * @param standing whether its labels stand beside each other
     */
    BarKeys(Node chart, boolean standing) {
        back = standing ? KeyCode.LEFT : KeyCode.UP;
        forth = standing ? KeyCode.RIGHT : KeyCode.DOWN;
        up = standing ? KeyCode.UP : KeyCode.LEFT;
        down = standing ? KeyCode.DOWN : KeyCode.RIGHT;
        chart.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Leads through these bars from now on. */
    void through(List<List<ChartBar>> all) {
        groups = all.stream().map(List::copyOf).toList();
        groups.stream().flatMap(List::stream).forEach(bar -> bar.setFocusTraversable(false));
        groups.stream().flatMap(List::stream).findFirst().ifPresent(bar -> bar.setFocusTraversable(true));
    }

    private void pressed(KeyEvent event) {
        for (int group = 0; group < groups.size(); group++) {
            for (int bar = 0; bar < groups.get(group).size(); bar++) {
                if (groups.get(group).get(bar).isFocused()) {
                    go(event, group, bar);
                    return;
                }
            }
        }
    }

    private void go(KeyEvent event, int group, int bar) {
        KeyCode code = event.getCode();
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        if (code == KeyCode.ENTER) {
            groups.get(group).get(bar).fire();
        } else if (code == back || code == forth) {
            focus(group + (code == forth ? 1 : -1), bar);
        } else if (code == up || code == down) {
            focus(group, bar + (code == down ? 1 : -1));
        } else if (code == KeyCode.HOME || code == KeyCode.END) {
            focus(code == KeyCode.END ? groups.size() - 1 : 0, bar);
        } else {
            return;
        }
        event.consume();
    }

    private void focus(int group, int bar) {
        List<ChartBar> all = new ArrayList<>(groups.get(Math.clamp(group, 0, groups.size() - 1)));
        ChartBar next = all.get(Math.clamp(bar, 0, all.size() - 1));
        groups.stream().flatMap(List::stream).forEach(one -> one.setFocusTraversable(one.equals(next)));
        next.requestFocus();
    }
}
