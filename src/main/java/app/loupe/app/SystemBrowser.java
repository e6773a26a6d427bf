package app.loupe.app;

import app.loupe.ui.common.Browser;
import java.net.URI;
import javafx.application.Application;
import javafx.stage.Stage;

/** Shows pages in the browser that the operating system prefers, through JavaFX's own host services. */
final class SystemBrowser implements Browser {
    private final Application application = new Application() {
        @Override
        public void start(Stage unused) {
            throw new IllegalStateException("only lends its host services");
        }
    };

    @Override
    public void open(URI page) {
        application.getHostServices().showDocument(page.toString());
    }
}
