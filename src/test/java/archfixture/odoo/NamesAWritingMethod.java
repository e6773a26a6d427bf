package archfixture.odoo;

/** Breaks S12. */
public class NamesAWritingMethod {
    /** What must never be sent. */
    public String method() {
        return "unlink";
    }
}
