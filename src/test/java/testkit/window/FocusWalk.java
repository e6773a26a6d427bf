package testkit.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;

/**
 * Goes by keyboard to everything in a scene that takes the focus, and tells where its ring is not seen: 3 : 1 against
 * what was there before, and against what is inside and outside of it. Called on another thread than the window's.
 */
public final class FocusWalk {
    /** What stands out from a control belongs to it up to here. */
    private static final int MARGIN_PX = 6;
    /** The edges of the smallest ring. */
    private static final int LEAST_RING_PX = 40;
    private static final double LEAST_CONTRAST = 3;
    /** A round corner is mixed with what is beside it. */
    private static final int MOST_MIXED_PX = 2;
    /** Letters may touch it. */
    private static final double LEAST_CLEAR_EDGE = 0.9;
    private static final int MOST_STOPS = 200;

    private final Scene scene;
    private final List<Node> stops;

    private FocusWalk(Scene scene, List<Node> stops) {
        this.scene = scene;
        this.stops = stops;
    }

    /** Where the keyboard comes by in this scene, from where the focus is now until it is there again. */
    public static FocusWalk through(Scene scene) {
        var stops = new ArrayList<Node>();
        Fx.run(() -> {
            Node first = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            first.requestFocusTraversal(TraversalDirection.NEXT);
            while (!stops.contains(scene.getFocusOwner()) && stops.size() < MOST_STOPS) {
                stops.add(scene.getFocusOwner());
                scene.getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT);
            }
        });
        return new FocusWalk(scene, stops);
    }

    /** Their names. */
    public List<String> names() {
        return Fx.get(() -> stops.stream().map(FocusWalk::name).toList());
    }

    /** Each whose ring is not seen, with the reason. */
    public List<String> unseen() {
        return IntStream.range(0, stops.size()).mapToObj(this::fault).filter(fault -> !fault.isEmpty()).toList();
    }

    private String fault(int stop) {
        String name = Fx.get(() -> name(stops.get(stop)));
        if (!visit(elsewhere(stop))) {
            return name + ": the focus does not leave it";
        }
        Picture before = picture(stop);
        if (!visit(stop)) {
            return name + ": the focus does not come back";
        }
        Picture now = picture(stop);
        if (!now.area().equals(before.area())) {
            return name + ": it moves with the focus";
        }
        List<Integer> ring = now.ring(before);
        if (ring.size() < LEAST_RING_PX) {
            return name + ": " + ring.size() + " pixels tell that it has the focus";
        }
        double clear = now.clearEdge(ring);
        return clear < LEAST_CLEAR_EDGE ? name + ": " + Math.round(100 * clear) + " % of the ring's edge is seen" : "";
    }

    private boolean visit(int stop) {
        return Fx.get(() -> {
            if (stop == 0) {
                stops.get(1).requestFocusTraversal(TraversalDirection.PREVIOUS);
            } else {
                stops.get(stop - 1).requestFocusTraversal(TraversalDirection.NEXT);
            }
            return Objects.equals(scene.getFocusOwner(), stops.get(stop));
        });
    }

    /** Another stop that is not beside this one. */
    private int elsewhere(int stop) {
        return Fx.get(() -> IntStream.range(1, stops.size()).map(step -> (stop + step) % stops.size())
                .filter(other -> !around(stops.get(other)).intersects(around(stops.get(stop)))).findFirst()
                .orElseThrow(() -> new AssertionError("all in one place: " + name(stops.get(stop)))));
    }

    private static Bounds around(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return new BoundingBox(bounds.getMinX() - MARGIN_PX, bounds.getMinY() - MARGIN_PX,
                bounds.getWidth() + 2 * MARGIN_PX, bounds.getHeight() + 2 * MARGIN_PX);
    }

    private Picture picture(int stop) {
        Pictures.settle();
        return Fx.get(() -> {
            WritableImage whole = scene.snapshot(null);
            Bounds part = around(stops.get(stop));
            int left = Math.max(0, (int) part.getMinX());
            int top = Math.max(0, (int) part.getMinY());
            int width = (int) Math.min(whole.getWidth(), part.getMaxX()) - left;
            int height = (int) Math.min(whole.getHeight(), part.getMaxY()) - top;
            var pixels = new int[Math.max(0, width) * Math.max(0, height)];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = whole.getPixelReader().getArgb(left + i % width, top + i / width) & 0xffffff;
            }
            return new Picture(part, width, pixels);
        });
    }

    private static String name(Node node) {
        String text = node.getAccessibleText() != null
                ? node.getAccessibleText()
                : node instanceof Labeled labeled ? labeled.getText() : "";
        return node.getClass().getSimpleName() + " " + Objects.requireNonNullElse(node.getId(), "")
                + node.getStyleClass() + " \"" + text + "\"";
    }

    /** A control and what is around it. */
    @SuppressWarnings("ArrayRecordComponent") // made and read here, never compared
    private record Picture(Bounds area, int width, int[] pixels) {
        /** The places of the colour that most of what is new and seen has. */
        List<Integer> ring(Picture before) {
            Map<Integer, List<Integer>> changed = IntStream.range(0, pixels.length).boxed()
                    .filter(i -> Contrast.of(pixels[i], before.pixels[i]) >= LEAST_CONTRAST)
                    .collect(Collectors.groupingBy(i -> pixels[i], Collectors.toList()));
            return changed.values().stream().max((a, b) -> Integer.compare(a.size(), b.size())).orElse(List.of());
        }

        /** The part of the ring's edge beside which a colour lies that it stands out from. */
        double clearEdge(List<Integer> ring) {
            int colour = pixels[ring.getFirst()];
            List<Boolean> edge = ring.stream()
                    .flatMap(place -> IntStream.of(-1, 1, -width, width).boxed()
                            .filter(step -> at(place + step, colour) != colour)
                            .map(step -> isClear(place, step, colour)))
                    .toList();
            return (double) Collections.frequency(edge, true) / edge.size();
        }

        private boolean isClear(int place, int step, int colour) {
            return IntStream.rangeClosed(1, MOST_MIXED_PX + 1)
                    .anyMatch(i -> Contrast.of(colour, at(place + i * step, colour)) >= LEAST_CONTRAST);
        }

        private int at(int place, int otherwise) {
            return place < 0 || place >= pixels.length ? otherwise : pixels[place];
        }
    }
}
