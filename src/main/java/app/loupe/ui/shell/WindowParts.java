package app.loupe.ui.shell;

import app.loupe.domain.Problem;
import app.loupe.ui.common.Memory;
import app.loupe.ui.notices.NoticeBar;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;

/**
 * What a window is given by the program that opens it.
 *
 * @param problems the bar that the window's background shows its problems in
 * @param memory what the window remembers of its last time, and keeps for its next
 * @param hidden whether amounts are hidden: followed, and switched by its key
 * @param resize what the keys for larger and smaller texts do: so many steps larger, or smaller; 0 is the usual size
 * @param lock what the key that locks does
 * @param afterwards is told what becomes of a connection after the window shows something else
 * @param made what makes files and papers of what is shown; empty where nothing can be taken away
 * @param notices tells above every screen what the owner should know of the chosen connections; empty for none
 */
public record WindowParts(ProblemBar problems, Memory memory, ObjectProperty<Boolean> hidden, IntConsumer resize,
        Runnable lock, Consumer<Problem> afterwards, Optional<FilesAndPapers> made, Optional<NoticeBar> notices) {}
