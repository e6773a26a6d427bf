package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemCode;
import java.net.ConnectException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a system says of a network that is not there, in its own language. */
class WireFaultsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Network is unreachable", "Network is unreachable: connect",
        "Das Netzwerk ist nicht erreichbar",
        "Le réseau n'est pas accessible", "Le réseau n’est pas accessible", "La red es inaccesible",
        "Het netwerk is onbereikbaar"})
    void aComputerWithoutANetworkIsTold(String words) throws Exception {
        var faults = new WireFaults(OdooAddress.parse("erp.acme.com"));

        assertThat(faults.of(new SocketException(words), Watch.State.GOING_ON, Phase.CONNECTION).problem().code())
                .isEqualTo(ProblemCode.NETWORK_DOWN);
    }

    @Test
    void aServerThatTakesNoConnectionIsAnother() throws Exception {
        var faults = new WireFaults(OdooAddress.parse("erp.acme.com"));

        assertThat(faults.of(new ConnectException("Connexion refusée"), Watch.State.GOING_ON, Phase.CONNECTION)
                .problem().code()).isNotEqualTo(ProblemCode.NETWORK_DOWN);
    }
}
