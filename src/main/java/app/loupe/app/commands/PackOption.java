package app.loupe.app.commands;

import app.loupe.export.PackPeriod;
import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a pack is to be of. What was typed is not repeated: it may be a password that got into the wrong place. */
record PackOption(Clock clock) implements ITypeConverter<PackPeriod> {
    @Override
    public PackPeriod convert(String typed) {
        return PackPeriod.read(typed, LocalDate.now(clock))
                .orElseThrow(() -> new TypeConversionException("neither month nor quarter"));
    }
}
