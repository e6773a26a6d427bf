package app.loupe.app.commands;

import app.loupe.review.TypedTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the day of every option that takes one: as ISO writes it, or in words. What was typed is not repeated. */
record DayOption(Clock clock) implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException inWords) {
            return TypedTime.day(typed, LocalDate.now(clock))
                    .orElseThrow(() -> new TypeConversionException("no day"));
        }
    }
}
