package org.countinghouse.routes.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a document whose schema was checked before, read by local names: the schema has
 * seen to it that they stand in the right namespaces.
 */
public final class XmlNode {

  private final Element element;

  private XmlNode(Element element) {
    this.element = element;
  }

  /** The root element. */
  public static XmlNode rootOf(Document document) {
    return new XmlNode(document.getDocumentElement());
  }

  /** Its name without prefix. */
  public String name() {
    String local = element.getLocalName();
    return local == null ? element.getNodeName() : local;
  }

  /** Its namespace; empty when it has none. */
  public String namespace() {
    String uri = element.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** The elements at the end of this path of names, in document order. */
  public List<XmlNode> all(String... path) {
    Stream<XmlNode> found = Stream.of(this);
    for (String step : path) {
      found = found.flatMap(node -> node.children(step).stream());
    }
    return found.toList();
  }

  /** The first element at the end of this path. */
  public Optional<XmlNode> first(String... path) {
    return all(path).stream().findFirst();
  }

  /** The text of the first non-empty element at the end of this path; null when there is none. */
  public @Nullable String text(String... path) {
    return all(path).stream()
        .map(XmlNode::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Its own text, without surrounding white space. */
  public String text() {
    return element.getTextContent().strip();
  }

  /** The value of an attribute; empty when it has none. */
  public String attribute(String name) {
    return element.getAttribute(name);
  }

  /** Where it stands: {@code /Invoice[1]/PaymentMeans[2]}. */
  public String path() {
    Node parent = element.getParentNode();
    String above = parent instanceof Element outer ? new XmlNode(outer).path() : "";
    int position = 1;
    for (Node node = element.getPreviousSibling(); node != null; node = node.getPreviousSibling()) {
      if (node instanceof Element sibling && new XmlNode(sibling).name().equals(name())) {
        position++;
      }
    }
    return above + "/" + name() + "[" + position + "]";
  }

  private List<XmlNode> children(String name) {
    List<XmlNode> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && name.equals(child.getLocalName())) {
        found.add(new XmlNode(child));
      }
    }
    return found;
  }
}
