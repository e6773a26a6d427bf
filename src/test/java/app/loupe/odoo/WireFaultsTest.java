package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a system says of a network that is not there, in its own language. */
class WireFaultsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Network is unreachable", "Network is unreachable: connect",
        "Das Netzwerk ist nicht erreichbar",
        "Le réseau n'est pas accessible", "Le réseau n’est pas accessible", "La red es inaccesible",
        "Het netwerk is onbereikbaar"})
    void aComputerWithoutANetworkIsTold(String words) throws Exception {
        var faults = new WireFaults(OdooAddress.parse("erp.acme.com"), () -> false);

        assertThat(faults.of(new SocketException(words), Watch.State.GOING_ON, Phase.CONNECTION).problem().code())
                .isEqualTo(ProblemCode.NETWORK_DOWN);
    }

    @Test
    void aServerThatTakesNoConnectionIsAnother() throws Exception {
        var faults = new WireFaults(OdooAddress.parse("erp.acme.com"), () -> false);

        assertThat(faults.of(new ConnectException("Connexion refusée"), Watch.State.GOING_ON, Phase.CONNECTION)
                .problem().code()).isNotEqualTo(ProblemCode.NETWORK_DOWN);
    }

    /** All look the same to Java; only where the system may be in the way the owner is sent to its settings. */
    @ParameterizedTest
    @CsvSource({"true,LOCAL_NETWORK_CLOSED", "false,NETWORK_DOWN"})
    void noWayToAServerThatTheSystemMayKeepUsFromHasItsOwnAdvice(boolean kept, ProblemCode code) throws Exception {
        var faults = new WireFaults(OdooAddress.parse("odoo.lan"), () -> kept);

        for (SocketException failure : List.of(new NoRouteToHostException("No route to host"),
                new ConnectException("Network is unreachable"), new SocketException("Network is unreachable"))) {
            assertThat(faults.of(failure, Watch.State.GOING_ON, Phase.CONNECTION).problem())
                    .as(failure.toString()).isEqualTo(Problem.of(code, "odoo.lan"));
        }
    }

    /** A server that answers, or that went away in the middle, was let through. */
    @Test
    void aServerThatWasReachedIsNotKeptFromUs() throws Exception {
        var faults = new WireFaults(OdooAddress.parse("odoo.lan"), () -> true);

        assertThat(faults.of(new ConnectException("Connection refused"), Watch.State.GOING_ON, Phase.CONNECTION)
                .problem().code()).isEqualTo(ProblemCode.CONNECTION_REFUSED);
        assertThat(faults.of(new SocketException("Connection reset"), Watch.State.GOING_ON, Phase.ANSWER)
                .problem().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
    }
}
