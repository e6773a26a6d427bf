package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of the program may be replaced while it runs: what was not loaded by then is not there when a failure is told. */
class FailureRehearsalFxTest {
    /** Loads the classes of Loupe anew, and remembers which. */
    private static final class Fresh extends URLClassLoader {
        private final Set<String> loaded = new ConcurrentSkipListSet<>();

        Fresh(URL[] places) {
            super(places, FailureRehearsalFxTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("app.loupe.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known == null) {
                    known = findClass(name);
                    loaded.add(name);
                }
                return known;
            }
        }
    }

    private static URL[] places() throws IOException {
        var places = new ArrayList<URL>();
        for (String place : Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path")).toList()) {
            places.add(Path.of(place).toUri().toURL());
        }
        return places.toArray(URL[]::new);
    }

    @Test
    @SuppressWarnings("unchecked") // it is one
    void nothingIsLoadedWhenAFailureIsTold() throws Exception {
        try (var fresh = new Fresh(places())) {
            var telling = (Consumer<String>) fresh.loadClass(ToldFailure.class.getName()).getDeclaredConstructor()
                    .newInstance();
            telling.accept("rehearse");
            Set<String> before = new TreeSet<>(fresh.loaded);
            assertThat(before).contains(FailureScreen.class.getName());

            telling.accept("tell");

            assertThat(fresh.loaded).isEqualTo(before);
        }
    }
}
