package app.loupe.pages;

/** One drawn page. Two are never compared: who wants a page asks for it. */
public final class PagePicture {
    private final int width;
    private final int height;
    private final int[] pixels;

    /** Takes the array as its own. */
    PagePicture(int width, int height, int[] pixels) {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(width + " x " + height + ": " + pixels.length);
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** Row by row from the top, opaque: 0xffRRGGBB. Not a copy: nobody may change it. */
    public int[] pixels() {
        return pixels;
    }
}
