package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling of an address: brought to one form, or refused before anything is sent. */
class OdooAddressSecurityTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://erp.acme.com", "HTTP://erp.acme.com", "HtTp://erp.acme.com", "//erp.acme.com",
        "ws://erp.acme.com", "wss://erp.acme.com", "ftp://erp.acme.com", "file:///etc/passwd", "javascript:alert",
        "data:text/html,x", "jar:https://a!/b", "https:erp.acme.com", "https:/erp.acme.com", "https:///erp.acme.com",
        "https://", "https://user@erp.acme.com", "https://user:pass@erp.acme.com", "user@erp.acme.com",
        "https://erp.acme.com@evil.example", "https://erp.acme.com%40evil.example", "https://erp.ac\tme.com",
        "https://erp.acme.com\r\nHost: evil.example", "https://erp.acme.com\\@evil.example", "https://erp .acme.com",
        "https://erp.acme.com:80", "erp.acme.com:80", "https://erp.acme.com:0", "https://erp.acme.com:65536",
        "https://erp.acme.com:-1", "https://erp.acme.com:443a", "https://.acme.com", "https://erp..acme.com",
        "https://-erp.acme.com", "https://erp_x.acme.com", "https://erp.acme.com/%2e%2e/x",
        "https://erp.acme.com/a/../b", "https://[::1", "https://erp.acme.com/a b", "", " ", "https://[fe80::1%25eth0]",
        "https://erp.acme.com:", "https://\u0000erp.acme.com", "?x=1", "#x", "https://?x"})
    void s23_isRefused(String typed) {
        assertThatThrownBy(() -> OdooAddress.parse(typed)).as(typed).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({"https://erp.acme.com, https://erp.acme.com", "HTTPS://ERP.Acme.Com, https://erp.acme.com",
        "erp.acme.com, https://erp.acme.com", "acme, https://acme.odoo.com",
        "https://erp.acme.com., https://erp.acme.com", "https://erp.acme.com:443, https://erp.acme.com",
        "https://erp.acme.com:8443/, https://erp.acme.com:8443", "erp.acme.com:8443, https://erp.acme.com:8443",
        "https://erp.acme.com/web#id=3, https://erp.acme.com",
        "https://erp.acme.com/odoo?debug=1, https://erp.acme.com",
        "https://erp.acme.com/sub/, https://erp.acme.com/sub", "https://bücher.example, https://xn--bcher-kva.example",
        "https://аpple.com, https://xn--pple-43d.com", "https://127.0.0.1:8069, https://127.0.0.1:8069",
        "https://erp, https://erp", "https://localhst:8443/odoo, https://localhst:8443", "erp:8443, https://erp:8443",
        "acme/web#id=3, https://acme.odoo.com",
        "erp.acme.com:8443?db=x, https://erp.acme.com:8443", "erp.acme.com:8443#id=1, https://erp.acme.com:8443",
        "https://acme.com/de/web/login, https://acme.com", "https://acme.com/pt_BR/web#id=3, https://acme.com",
        "https://acme.com/de, https://acme.com/de", "https://acme.com/erp/web, https://acme.com/erp/web",
        "\u00a0erp.acme.com\u200b, https://erp.acme.com", "\ufefferp.acme.com\u00a0, https://erp.acme.com",
        "https://[::1]:8443, https://[::1]:8443", "localhost:9443, https://localhost:9443"})
    void s23_isBroughtToOneForm(String typed, String url) throws Exception {
        assertThat(OdooAddress.parse(typed).url()).isEqualTo(url);
        assertThat(OdooAddress.parse(url).url()).as("stays as it is").isEqualTo(url);
    }
}
