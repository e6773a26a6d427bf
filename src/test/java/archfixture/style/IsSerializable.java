package archfixture.style;

import java.io.Serializable;

/** Breaks A9. */
public class IsSerializable implements Serializable {
    private static final long serialVersionUID = 1L;
}
