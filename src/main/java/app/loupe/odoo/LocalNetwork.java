package app.loupe.odoo;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;

/**
 * The owner's own network, which macOS 15 and later keep from a program until the owner lets it in: to the program it looks as if no way
 * led to the server. The system does not say which of the two it is.
 */
final class LocalNetwork {
    private static final int PRIVATE_MASK = 0xFE;
    private static final int PRIVATE = 0xFC;

    private LocalNetwork() {}

    /**
     * Whether it may be the system that keeps Loupe from a server.
     *
     * @param osName Java's {@code os.name}
     * @param addresses those of the server
     */
    static boolean mayBeClosed(String osName, Collection<InetAddress> addresses) {
        return osName.toLowerCase(Locale.ROOT).startsWith("mac") && addresses.stream().anyMatch(LocalNetwork::holds);
    }

    private static boolean holds(InetAddress address) {
        return address.isSiteLocalAddress() || address.isLinkLocalAddress()
        // fc00::/7, which Java has no word for
                || (address instanceof Inet6Address && (address.getAddress()[0] & PRIVATE_MASK) == PRIVATE);
    }
}
