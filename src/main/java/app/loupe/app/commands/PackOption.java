package app.loupe.app.commands;

import app.loupe.export.PackPeriod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a pack is to be of. What was typed is not repeated: it may be a password that got into the wrong place. */
final class PackOption implements ITypeConverter<PackPeriod> {
    @Override
    public PackPeriod convert(String typed) {
        return PackPeriod.read(typed).orElseThrow(() -> new TypeConversionException("neither month nor quarter"));
    }
}
