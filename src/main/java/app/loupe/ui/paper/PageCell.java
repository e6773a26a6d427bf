package app.loupe.ui.paper;

import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import app.loupe.ui.common.Wording;
import java.util.function.DoubleSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** One page of a paper: white as large as the page until it is drawn. */
final class PageCell extends ListCell<Integer> {
    /** A page at its natural size on a screen, in pixels of the layout for each inch. */
    private static final double LAYOUT_PER_INCH = 96;

    private final PaperViewModel model;
    private final Wording wording;
    private final DoubleSupplier zoom;
    private final ImageView picture = new ImageView();
    private final StackPane sheet = new StackPane(picture);

    PageCell(PaperViewModel model, Wording wording, DoubleSupplier zoom) {
        this.model = model;
        this.wording = wording;
        this.zoom = zoom;
        sheet.getStyleClass().add("paper-sheet");
        sheet.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.CENTER);
    }

    /** How wide a page is at its natural size. */
    static double width(PdfPages.Size size) {
        return size.width() * LAYOUT_PER_INCH / PdfPages.POINTS_PER_INCH;
    }

    @Override
    protected void updateItem(@Nullable Integer page, boolean empty) {
        super.updateItem(page, empty);
        picture.setImage(null);
        if (page == null || empty || !(model.shownProperty().get() instanceof PaperViewModel.Shown.Pages all)) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        PdfPages.Size size = all.sizes().get(page);
        double scale = zoom.getAsDouble() * LAYOUT_PER_INCH / PdfPages.POINTS_PER_INCH;
        picture.setFitWidth(size.width() * scale);
        picture.setFitHeight(size.height() * scale);
        sheet.setPrefSize(size.width() * scale, size.height() * scale);
        setGraphic(sheet);
        setAccessibleText(wording.get("pages.page", page + 1, all.sizes().size()));
        model.picture(page, LAYOUT_PER_INCH * zoom.getAsDouble() * pixelsPerUnit(), drawn -> {
            if (page.equals(getItem())) {
                picture.setImage(image(drawn));
            }
        });
    }

    /** More than one on a screen with fine pixels. */
    private double pixelsPerUnit() {
        return getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
    }

    static WritableImage image(PagePicture drawn) {
        var image = new WritableImage(drawn.width(), drawn.height());
        image.getPixelWriter().setPixels(0, 0, drawn.width(), drawn.height(), PixelFormat.getIntArgbInstance(),
                drawn.pixels(), 0, drawn.width());
        return image;
    }
}
