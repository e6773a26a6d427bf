package app.loupe.app.commands;

import app.loupe.review.TypedTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the day of every option that takes one: as ISO writes it, or in words. What was typed is not repeated. */
record DayOption(Clock clock) implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String typed) {
        return read(typed, LocalDate.now(clock)).orElseThrow(() -> new TypeConversionException("no day"));
    }

    /** The day; empty where none was typed. */
    static Optional<LocalDate> read(String typed, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException inWords) {
            return TypedTime.day(typed, today);
        }
    }
}
