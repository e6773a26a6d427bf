package app.loupe.ui.connect;

import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import java.util.Optional;

/**
 * A certificate that waits for the owner's decision.
 *
 * @param shown what the server shows now
 * @param before what the owner trusted until now; empty when it is a stranger rather than a changed one
 */
record CertificateQuestion(CertificateFacts shown, Optional<CertificatePin> before) {}
