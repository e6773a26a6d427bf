import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The CycloneDX bill of materials that the build wrote, part by part.
 *
 * @param parts the libraries, by the name of their jar
 */
record Bom(Map<String, Part> parts) {

    /**
     * A library as its publisher describes it.
     *
     * @param artifact the Maven artifactId
     * @param licences SPDX ids or, where the publisher's words are none, these words
     */
    record Part(String artifact, String version, String sha256, List<String> licences) {}

    static Bom read(Path file) throws IOException {
        var parts = new LinkedHashMap<String, Part>();
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element bom = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            for (Element component : children(children(bom, "components").getFirst(), "component")) {
                String name = text(component, "name");
                String version = text(component, "version");
                parts.put(name + "-" + version + classifier(text(component, "purl")) + ".jar",
                        new Part(name, version, sha256(component), licences(component)));
            }
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(file + " is no bill of materials", unreadable);
        }
        return new Bom(parts);
    }

    /** One sentence for each difference, by name and by hash, between the parts and the jars. */
    List<String> problems(List<ShippedJar> jars) {
        var problems = new ArrayList<String>();
        for (ShippedJar jar : jars) {
            Part part = parts.get(jar.name());
            if (part == null) {
                problems.add(jar.name() + " is shipped but is not in the bill of materials.");
            } else if (!part.sha256().equals(jar.sha256())) {
                problems.add(jar.name() + " is another file than the bill of materials says.");
            }
        }
        Set<String> shipped = jars.stream().map(ShippedJar::name).collect(Collectors.toSet());
        parts.keySet().stream().filter(name -> !shipped.contains(name))
                .forEach(name -> problems.add(name + " is in the bill of materials but is not shipped."));
        return problems;
    }

    private static String classifier(String purl) {
        int at = purl.indexOf("classifier=");
        return at < 0 ? "" : "-" + purl.substring(at + "classifier=".length()).replaceFirst("&.*", "");
    }

    private static String sha256(Element component) {
        return children(component, "hashes").stream().flatMap(hashes -> children(hashes, "hash").stream())
                .filter(hash -> hash.getAttribute("alg").equals("SHA-256")).map(Element::getTextContent).findFirst()
                .orElse("none");
    }

    private static List<String> licences(Element component) {
        var names = new ArrayList<String>();
        for (Element licences : children(component, "licenses")) {
            children(licences, "expression").forEach(expression -> names.add(expression.getTextContent()));
            for (Element licence : children(licences, "license")) {
                names.add(text(licence, children(licence, "id").isEmpty() ? "name" : "id"));
            }
        }
        return names;
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(node -> node instanceof Element && node.getNodeName().equals(name)).map(Element.class::cast)
                .toList();
    }
}
