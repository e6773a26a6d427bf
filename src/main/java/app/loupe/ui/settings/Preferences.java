package app.loupe.ui.settings;

import app.loupe.domain.EnumKey;
import app.loupe.review.Notice;
import app.loupe.session.Rhythm;
import app.loupe.ui.common.Memory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * What the owner chose in the settings, kept in the {@link Memory} of the window as soon as it is chosen. A value that
 * nobody can read counts as the usual one. On the FX thread.
 */
public final class Preferences {
    /** The languages that there are texts in; English first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.of("es"),
            Locale.of("nl"));
    /** The regions that numbers and dates can be written for, by their languages. */
    public static final List<Locale> REGIONS = Stream
            .of("en-GB", "en-US", "en-IE", "fr-FR", "fr-BE", "fr-CH", "de-DE", "de-AT", "de-CH", "es-ES", "es-MX",
                    "nl-NL",
                    "nl-BE")
            .map(Locale::forLanguageTag).toList();
    /** The sizes of text that are offered, in per cent. */
    public static final List<Integer> TEXT_SIZES = List.of(100, 110, 125, 150, 200);

    private static final String LOOK = "settings.look";
    private static final String LANGUAGE = "settings.language";
    private static final String REGION = "settings.region";
    private static final String TEXT_SIZE = "settings.text-size";
    private static final String SYNC = "settings.sync";
    private static final String HIDE_AMOUNTS = "settings.hide-amounts";
    private static final String LOCK_AFTER = "settings.lock-after";
    private static final String NEWS = "settings.news";
    private static final String SILENCED = "settings.silenced";

    /** The names that what is chosen is remembered by. */
    public static final Set<String> NAMES = Set.of(LOOK, LANGUAGE, REGION, TEXT_SIZE, SYNC, HIDE_AMOUNTS, LOCK_AFTER,
            NEWS, SILENCED);

    private final Memory memory;
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.SYSTEM);
    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>(Locale.ROOT);
    private final ObjectProperty<Locale> region = new SimpleObjectProperty<>(Locale.ROOT);
    private final ObjectProperty<Integer> textSize = new SimpleObjectProperty<>(100);
    private final ObjectProperty<When> when = new SimpleObjectProperty<>(When.HOURLY);
    private final ObjectProperty<Boolean> hidden = new SimpleObjectProperty<>(false);
    private final ObjectProperty<LockAfter> lockAfter = new SimpleObjectProperty<>(LockAfter.NEVER);
    private final ObjectProperty<Boolean> news = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Set<Notice.Kind>> silenced = new SimpleObjectProperty<>(Set.of());
    private volatile boolean hides;

    /** Light or dark. */
    public enum Look {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** When connections sync by themselves. */
    public enum When {
        HOURLY,
        AT_START,
        ASKED;

        /** The same for the schedule. */
        public Rhythm rhythm() {
            return switch (this) {
                case HOURLY -> Rhythm.USUAL;
                case AT_START -> new Rhythm.AtStart();
                case ASKED -> new Rhythm.Off();
            };
        }
    }

    /** After how long without a touch the window locks by itself. */
    public enum LockAfter {
        NEVER(0),
        FIVE_MINUTES(5),
        QUARTER_HOUR(15),
        HOUR(60);

        private final int minutes;

        LockAfter(int minutes) {
            this.minutes = minutes;
        }

        /** The time; empty for never. */
        public Optional<Duration> time() {
            return minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
        }
    }

    /** Begins with what is remembered. */
    public Preferences(Memory memory) {
        this.memory = memory;
        keep(look, LOOK, text -> read(Look.values(), text, Look.SYSTEM), EnumKey::of);
        keep(language, LANGUAGE, text -> language(text).orElse(Locale.ROOT), Locale::getLanguage);
        keep(region, REGION, text -> region(text).orElse(Locale.ROOT),
                one -> one.equals(Locale.ROOT) ? "" : one.toLanguageTag());
        keep(textSize, TEXT_SIZE,
                text -> TEXT_SIZES.stream().filter(size -> size.toString().equals(text)).findFirst().orElse(100),
                Object::toString);
        keep(when, SYNC, text -> read(When.values(), text, When.HOURLY), EnumKey::of);
        keep(hidden, HIDE_AMOUNTS, "true"::equals, Object::toString);
        keep(lockAfter, LOCK_AFTER, text -> read(LockAfter.values(), text, LockAfter.NEVER), EnumKey::of);
        keep(news, NEWS, "true"::equals, Object::toString);
        List<String> silent = memory.list(SILENCED);
        silenced.set(Arrays.stream(Notice.Kind.values()).filter(kind -> silent.contains(EnumKey.of(kind)))
                .collect(Collectors.toUnmodifiableSet()));
        silenced.addListener((value, before, now) -> memory.put(SILENCED,
                now.stream().sorted().map(EnumKey::of).toList()));
        hidden.subscribe(now -> hides = now);
    }

    private <T> void keep(ObjectProperty<T> property, String name, Function<String, T> read,
            Function<T, String> write) {
        property.set(read.apply(memory.get(name)));
        property.addListener((value, before, now) -> memory.put(name, write.apply(now)));
    }

    private static <E extends Enum<E>> E read(E[] all, String text, E usual) {
        return Arrays.stream(all).filter(one -> EnumKey.of(one).equals(text)).findFirst().orElse(usual);
    }

    private static Optional<Locale> language(String text) {
        return LANGUAGES.stream().filter(one -> one.getLanguage().equals(text)).findFirst();
    }

    /** The language that was chosen, of what is kept; the system's where none was. May be asked on any thread. */
    public static Locale language(Map<String, String> kept, Locale system) {
        return language(kept.getOrDefault(LANGUAGE, "")).orElse(system);
    }

    private static Optional<Locale> region(String text) {
        return REGIONS.stream().filter(one -> one.toLanguageTag().equals(text)).findFirst();
    }

    /** The same of the region that numbers and dates are written for. */
    public static Locale region(Map<String, String> kept, Locale system) {
        return region(kept.getOrDefault(REGION, "")).orElse(system);
    }

    /** Light, dark, or as the system has it. */
    public ObjectProperty<Look> look() {
        return look;
    }

    /** One of {@link #LANGUAGES}, from the next start on; {@link Locale#ROOT} for the system's. */
    public ObjectProperty<Locale> language() {
        return language;
    }

    /** One of {@link #REGIONS}, as the language; {@link Locale#ROOT} for the system's. */
    public ObjectProperty<Locale> region() {
        return region;
    }

    /** Per cent of the usual size. */
    public ObjectProperty<Integer> textSize() {
        return textSize;
    }

    /** When connections sync by themselves. */
    public ObjectProperty<When> when() {
        return when;
    }

    /** Whether amounts are hidden in the window. */
    public ObjectProperty<Boolean> hidden() {
        return hidden;
    }

    /** The same for those who write amounts; may be asked on any thread. */
    public boolean hidesAmounts() {
        return hides;
    }

    /** When the window locks by itself. */
    public ObjectProperty<LockAfter> lockAfter() {
        return lockAfter;
    }

    /** Whether the window's title counts what was found by itself. */
    public ObjectProperty<Boolean> news() {
        return news;
    }

    /** The size so many steps larger, or smaller where they are negative; the same at the end, and the usual one for 0. */
    public void resize(int steps) {
        int at = steps == 0 ? 0 : TEXT_SIZES.indexOf(textSize.get()) + steps;
        textSize.set(TEXT_SIZES.get(Math.clamp(at, 0, TEXT_SIZES.size() - 1)));
    }

    /** Light or dark as it is to be now. */
    public ObservableValue<ColorScheme> scheme(ObservableValue<ColorScheme> system) {
        return look.flatMap(chosen -> switch (chosen) {
            case SYSTEM -> system;
            case LIGHT -> new SimpleObjectProperty<>(ColorScheme.LIGHT);
            case DARK -> new SimpleObjectProperty<>(ColorScheme.DARK);
        });
    }

    /** Which notices the owner does not want to see. */
    public ObjectProperty<Set<Notice.Kind>> silenced() {
        return silenced;
    }
}
