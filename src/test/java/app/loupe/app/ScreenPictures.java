package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.stage.Stage;
import testkit.window.Fx;
import testkit.window.InSight;
import testkit.window.Pictures;

/**
 * Makes a picture of every screen, page and dialog of the whole program, for somebody who looks at them:
 * {@code mvn -Pquick test-compile exec:exec@screens}. What it shows is told by
 * {@code -Dscreens="looks languages sizes textsizes folder"}, each a list with commas. What {@link InSight} misses is
 * in {@code missing.txt} beside the pictures.
 */
final class ScreenPictures {
    private static final Map<String, String> REGIONS = Map.of("en", "en-US", "de", "de-DE", "fr", "fr-FR", "es",
            "es-ES",
            "nl", "nl-NL");

    private final Path folder;
    private final List<String> sizes;
    private final List<String> missing = new ArrayList<>();

    /** How the window speaks and looks. */
    private record Dress(String look, String language, String textSize) {
        Map<String, String> settings() {
            return Map.of("settings.look", look, "settings.language", language, "settings.region",
                    REGIONS.getOrDefault(language, "en-US"), "settings.text-size", textSize, "settings.sync", "asked",
                    "screen", "nav-overview");
        }

        @Override
        public String toString() {
            return language + "-" + look + "-" + textSize;
        }
    }

    private ScreenPictures(Path folder, List<String> sizes) {
        this.folder = folder;
        this.sizes = sizes;
    }

    /**
     * Makes all.
     *
     * @param arguments looks, languages, sizes of the window and of the text, each with commas; a folder, if it is another
     */
    public static void main(String[] arguments) throws Exception {
        List<List<String>> told = Arrays.stream(arguments).map(list -> List.of(list.split(",", -1))).toList();
        var pictures = new ScreenPictures(
                Files.createDirectories(Path.of(told.size() > 4 ? told.get(4).getFirst() : "target/screens")),
                told.get(2));
        Path data = Files.createDirectories(Path.of("target", "screen-pictures"))
                .resolve(Long.toString(System.nanoTime()));
        var books = new PicturedBooks(data.resolve("books"));
        ConnectionId sample = books.fill();
        var none = new WholeLoupe(data.resolve("none"), PicturedBooks.DAY);
        none.open().close();
        var many = new ManyConnections(data.resolve("many"));
        many.fill();
        Fx.run(() -> {});
        // whose folder a picture shows; the toolkit has found its own by now
        System.setProperty("user.home", "/home/anna");
        try {
            for (String textSize : told.get(3)) {
                for (String language : told.get(1)) {
                    for (String look : told.getFirst()) {
                        var dress = new Dress(look, language, textSize);
                        pictures.first(dress, data.resolve("none"), none);
                        pictures.all(dress, data.resolve("books"), books.bench(), sample);
                        pictures.many(dress, data.resolve("many"), many);
                    }
                }
            }
        } finally {
            many.close();
            Files.write(pictures.folder.resolve("missing.txt"), pictures.missing);
            Platform.exit();
        }
    }

    private void first(Dress dress, Path data, WholeLoupe bench) throws IOException {
        new SettingsFile(data).write(dress.settings());
        try (var window = new StartedWindow(data, (prompt, texts) -> bench.open(texts), PicturedBooks.DAY)) {
            new ScreenTour(window, screen -> shoot(window.stage(), screen, dress)).first();
        }
    }

    private void all(Dress dress, Path data, WholeLoupe bench, ConnectionId chosen) throws IOException {
        Map<String, String> settings = new HashMap<>(dress.settings());
        settings.put("connection", chosen.value());
        new SettingsFile(data).write(settings);
        try (var window = new StartedWindow(data, (prompt, texts) -> bench.open(texts), PicturedBooks.DAY)) {
            new ScreenTour(window, screen -> shoot(window.stage(), screen, dress)).all()
                    .forEach(never -> missing.add(dress + ": " + never));
        }
    }

    private void many(Dress dress, Path data, ManyConnections many) throws IOException {
        new SettingsFile(data).write(dress.settings());
        try (var window = new StartedWindow(data, (prompt, texts) -> many.bench().open(texts), PicturedBooks.DAY)) {
            new ScreenTour(window, screen -> shoot(window.stage(), screen, dress)).many(many::hold)
                    .forEach(never -> missing.add(dress + ": " + never));
            many.letGo();
        }
    }

    private void shoot(Stage stage, String screen, Dress dress) throws IOException {
        for (String size : sizes) {
            String[] sides = size.split("x", -1);
            String name = String.format(Locale.ROOT, "%s-%s-%s", screen, dress, size);
            Pictures.write(stage, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]),
                    folder.resolve(name + ".png"));
            // what has no text is there for its size or its colour
            Fx.get(() -> InSight.missing(stage.getScene())).stream().filter(found -> !found.endsWith("''"))
                    .forEach(found -> missing.add(name + ": " + found));
        }
    }
}
