package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNetworkTest {
    private static boolean isKept(String osName, String... addresses) {
        return LocalNetwork.mayBeClosed(osName, Arrays.stream(addresses).map(InetAddress::ofLiteral).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.5", "10.0.0.7", "172.16.3.4", "172.31.255.1", "169.254.9.9", "fe80::1",
        "fd12:3456::1", "fc00::1"})
    void macOsMayKeepUsFromAnAddressOfTheOwnNetwork(String address) {
        assertThat(isKept("Mac OS X", address)).isTrue();
        assertThat(isKept("Mac OS X", "203.0.113.5", address)).isTrue();
        assertThat(isKept("Linux", address)).isFalse();
        assertThat(isKept("Windows 11", address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.5", "172.32.0.1", "127.0.0.1", "::1", "2001:db8::1", "fbff::1", "fe00::1"})
    void noSystemKeepsUsFromAnyOther(String address) {
        assertThat(isKept("Mac OS X", address)).isFalse();
        assertThat(isKept("Mac OS X")).isFalse();
    }
}
