package app.loupe.odoo;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** Reads how long a server asks to be left alone: seconds, or a date compared with the server's own clock. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** The pause; zero when the answer names none, one hour at most. */
    static Duration of(HttpResponse response) {
        Header said = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (said == null || said.getValue() == null) {
            return Duration.ZERO;
        }
        String value = said.getValue().strip();
        if (value.matches("\\d{1," + MOST_DIGITS + "}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(value)));
        }
        Instant until = DateUtils.parseStandardDate(value);
        Instant now = DateUtils.parseStandardDate(response, HttpHeaders.DATE);
        return until == null || now == null ? Duration.ZERO : bounded(Duration.between(now, until));
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
