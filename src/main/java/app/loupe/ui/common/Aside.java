package app.loupe.ui.common;

/**
 * What stands beside the name of a page in the sidebar.
 *
 * @param text a word or number; empty for nothing
 * @param style a colour class of the sidebar: {@code good}, {@code late}, {@code news}; empty for none
 */
public record Aside(String text, String style) {
    /** Nothing stands there. */
    public static final Aside NONE = new Aside("", "");
}
