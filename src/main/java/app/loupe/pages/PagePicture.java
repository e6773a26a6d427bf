package app.loupe.pages;

/**
 * One drawn page. Two are never compared: who wants a page asks for it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixels row by row from the top, 0xRRGGBB
 */
public record PagePicture(int width, int height, int[] pixels) {
    /** Takes the array as its own. */
    public PagePicture {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(width + " x " + height + ": " + pixels.length);
        }
    }
}
