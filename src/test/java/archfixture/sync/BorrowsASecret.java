package archfixture.sync;

import app.loupe.domain.ProblemException;
import app.loupe.domain.SecretAccess;

/** Breaks A8. */
public class BorrowsASecret {
    /** A password, where nobody needs one. */
    public int length(SecretAccess access) throws ProblemException {
        return access.use(secret -> secret.length());
    }
}
