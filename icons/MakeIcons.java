import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws app.svg at every size and packs the pictures into app.ico and app.icns. Needs a JDK and nothing else:
 * {@code java icons/MakeIcons.java} in the project's folder; a folder as argument is written to instead.
 */
public final class MakeIcons {
    private static final double GRID = 512;
    private static final int[] PNG_SIZES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final int[] ICO_SIZES = {16, 24, 32, 48, 64, 128, 256};
    /** Below this many pixels the group "small" is drawn. */
    private static final int LARGE_FROM_PIXELS = 32;
    /** Types of an icns file whose payload may be a PNG, and the pixels of each. */
    private static final Map<String, Integer> ICNS_TYPES = icnsTypes();
    private static final Pattern TOKEN = Pattern.compile("[MHL]|-?[0-9.]+");

    private MakeIcons() {}

    private static Map<String, Integer> icnsTypes() {
        var types = new LinkedHashMap<String, Integer>();
        types.put("icp4", 16);
        types.put("icp5", 32);
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic13", 256);
        types.put("ic08", 256);
        types.put("ic14", 512);
        types.put("ic09", 512);
        types.put("ic10", 1024);
        return types;
    }

    /** Writes png/app-N.png, app.ico and app.icns. */
    public static void main(String[] args) throws Exception {
        Path target = Path.of(args.length > 0 ? args[0] : "icons");
        Element svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(Path.of("icons", "app.svg").toFile()).getDocumentElement();
        Files.createDirectories(target.resolve("png"));
        for (int size : PNG_SIZES) {
            Files.write(target.resolve("png/app-" + size + ".png"), png(svg, size));
        }
        Files.write(target.resolve("app.ico"), ico(svg));
        Files.write(target.resolve("app.icns"), icns(svg));
    }

    private static byte[] png(Element svg, int size) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(size / GRID, size / GRID);
        String wanted = size < LARGE_FROM_PIXELS ? "small" : "large";
        for (Element group : children(svg)) {
            if (wanted.equals(group.getAttribute("class"))) {
                draw(canvas, group);
            }
        }
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static void draw(Graphics2D canvas, Element element) {
        if (element.getTagName().equals("g")) {
            children(element).forEach(child -> draw(canvas, child));
            return;
        }
        Shape shape = shape(element);
        String fill = inherited(element, "fill");
        if (!fill.isEmpty() && !fill.equals("none")) {
            canvas.setColor(Color.decode(fill));
            canvas.fill(shape);
        }
        String stroke = inherited(element, "stroke");
        if (!stroke.isEmpty() && !stroke.equals("none")) {
            int cap = inherited(element, "stroke-linecap").equals("round")
                    ? BasicStroke.CAP_ROUND
                    : BasicStroke.CAP_BUTT;
            canvas.setColor(Color.decode(stroke));
            canvas.setStroke(new BasicStroke((float) number(inherited(element, "stroke-width")), cap,
                    BasicStroke.JOIN_ROUND));
            canvas.draw(shape);
        }
    }

    private static Shape shape(Element element) {
        return switch (element.getTagName()) {
            case "rect" -> {
                double round = 2 * attribute(element, "rx");
                yield new RoundRectangle2D.Double(attribute(element, "x"), attribute(element, "y"),
                        attribute(element, "width"), attribute(element, "height"), round, round);
            }
            case "circle" -> {
                double r = attribute(element, "r");
                yield new Ellipse2D.Double(attribute(element, "cx") - r, attribute(element, "cy") - r, 2 * r, 2 * r);
            }
            case "path" -> path(element.getAttribute("d"));
            default -> throw new IllegalArgumentException("app.svg has an element that is not drawn: "
                    + element.getTagName());
        };
    }

    private static Shape path(String text) {
        var path = new Path2D.Double();
        var tokens = new Scanner(text).findAll(TOKEN).map(match -> match.group()).toList();
        for (int i = 0; i < tokens.size();) {
            switch (tokens.get(i)) {
                case "M" -> path.moveTo(number(tokens.get(i + 1)), number(tokens.get(i + 2)));
                case "L" -> path.lineTo(number(tokens.get(i + 1)), number(tokens.get(i + 2)));
                case "H" -> path.lineTo(number(tokens.get(i + 1)), path.getCurrentPoint().getY());
                default -> throw new IllegalArgumentException("app.svg has a path that is not drawn: " + text);
            }
            i += tokens.get(i).equals("H") ? 2 : 3;
        }
        return path;
    }

    private static String inherited(Element element, String name) {
        for (Node node = element; node instanceof Element current; node = node.getParentNode()) {
            if (current.hasAttribute(name)) {
                return current.getAttribute(name);
            }
        }
        return "";
    }

    private static double attribute(Element element, String name) {
        return number(element.getAttribute(name));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    /** Header of 6 bytes, one entry of 16 bytes a picture, then the PNGs; a side of 256 is written as 0. */
    private static byte[] ico(Element svg) throws IOException {
        var header = ByteBuffer.allocate(6 + 16 * ICO_SIZES.length).order(ByteOrder.LITTLE_ENDIAN);
        var pictures = new ByteArrayOutputStream();
        header.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.length);
        for (int size : ICO_SIZES) {
            byte[] png = png(svg, size);
            byte side = (byte) (size == 256 ? 0 : size);
            header.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            header.putInt(png.length).putInt(header.capacity() + pictures.size());
            pictures.writeBytes(png);
        }
        return joined(header.array(), pictures.toByteArray());
    }

    /** Header of 8 bytes, then type, length and PNG of each picture; all numbers big-endian. */
    private static byte[] icns(Element svg) throws IOException {
        var pictures = new ByteArrayOutputStream();
        for (var type : ICNS_TYPES.entrySet()) {
            byte[] png = png(svg, type.getValue());
            pictures.writeBytes(type.getKey().getBytes(StandardCharsets.US_ASCII));
            pictures.writeBytes(ByteBuffer.allocate(4).putInt(8 + png.length).array());
            pictures.writeBytes(png);
        }
        var header = ByteBuffer.allocate(8).put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + pictures.size());
        return joined(header.array(), pictures.toByteArray());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
