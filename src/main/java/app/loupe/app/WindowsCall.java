package app.loupe.app;

import app.loupe.domain.Exempt;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** A call of a function of Windows itself; on any other system nothing is there to call. */
final class WindowsCall {
    private WindowsCall() {}

    /**
     * What a function answers.
     *
     * @param library the library that has it, without its ending
     * @param shape the types of the answer and of the arguments
     * @return empty where there is no such library or function
     */
    @SuppressWarnings("restricted") // a library of Windows itself
    static Optional<Object> of(String library, String name, FunctionDescriptor shape, List<Object> arguments) {
        try (var arena = Arena.ofConfined()) {
            return Optional.of(called(SymbolLookup.libraryLookup(library, arena), name, shape, arguments));
        } catch (IllegalArgumentException | IllegalStateException | IllegalCallerException notThere) {
            LoggerFactory.getLogger(WindowsCall.class).debug("{} was not answered", name, notThere);
            return Optional.empty();
        }
    }

    @Exempt(rule = "A13", because = "Java declares that a call into a library may throw anything; one of Windows throws nothing")
    @SuppressWarnings("restricted") // what is called is what is described
    private static Object called(SymbolLookup library, String name, FunctionDescriptor shape, List<Object> arguments) {
        MethodHandle call = Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(
                () -> new IllegalStateException(name)), shape);
        try {
            return call.invokeWithArguments(arguments);
        } catch (Throwable neverThrown) {
            throw new IllegalStateException(name, neverThrown);
        }
    }
}
