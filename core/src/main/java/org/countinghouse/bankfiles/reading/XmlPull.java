package org.countinghouse.bankfiles.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiPredicate;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.errors.BusinessException;

/**
 * Walks through XML that strangers wrote: a DOCTYPE ends it (so there are no entities and nothing
 * is fetched), as do elements too deep or texts too long. Namespaces are the caller's to look at;
 * names are local ones.
 */
final class XmlPull {

  private static final int DEPTH_MAX = 60;
  private static final int TEXT_MAX = 100_000;

  private final XMLStreamReader reader;
  private int depth;

  XmlPull(InputStream in) throws IOException {
    try {
      reader = factory().createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static XMLInputFactory factory() {
    // the platform's own parser: its limits are known, whatever else lies on the class path
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("it refers to something outside of itself");
        });
    return factory;
  }

  /**
   * Goes on to the next element that begins inside of the one that is open.
   *
   * @return false when that one ends instead
   */
  boolean nextChild() throws IOException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {
          // text between elements means nothing
        }
      }
    }
  }

  /** The open element's name. */
  String name() {
    return reader.getLocalName();
  }

  /** The open element's namespace; empty when it has none. */
  String namespace() {
    String uri = reader.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** Where the reading is. */
  String place() {
    Location location = reader.getLocation();
    return "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
  }

  /** Reads the open element with all that is in it. */
  XmlElement element() throws IOException {
    return element((parent, child) -> true);
  }

  /**
   * Reads the open element with what is in it.
   *
   * @param keep asked with (outermost element so far, element just read); what it refuses is
   *     dropped, so that an element of any size can be worked off piece by piece
   */
  XmlElement element(BiPredicate<XmlElement, XmlElement> keep) throws IOException {
    XmlElement root = begun();
    fill(root, root, keep);
    return root;
  }

  /** Passes over the open element. */
  void skip() throws IOException {
    int open = depth;
    while (depth >= open) {
      next();
    }
  }

  /** Reads what follows the last element, so that a file cut off or continued is found. */
  void toTheEnd() throws IOException {
    try {
      while (reader.hasNext()) {
        next();
      }
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void fill(XmlElement root, XmlElement into, BiPredicate<XmlElement, XmlElement> keep)
      throws IOException {
    StringBuilder text = null;
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement child = begun();
          fill(root, child, keep);
          if (keep.test(root, child)) {
            into.add(child);
          }
          text = null;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          text = text == null ? new StringBuilder() : text;
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          if (text.length() > TEXT_MAX) {
            throw BankFileError.TOO_LONG.refusing(place(), into.name(), TEXT_MAX);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (text != null) {
            into.fillText(text.toString().strip());
          }
          return;
        }
        default -> {
          // comments and instructions mean nothing
        }
      }
    }
  }

  private XmlElement begun() {
    XmlElement element = new XmlElement(name(), reader.getLocation().getLineNumber());
    String currency = reader.getAttributeValue(null, "Ccy");
    if (currency != null) {
      element.fillCurrency(currency);
    }
    return element;
  }

  private int next() throws IOException {
    try {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEPTH_MAX) {
            throw BankFileError.NOT_READABLE.refusing(place(), "its elements are too deep");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw BankFileError.NOT_READABLE.refusing(
                place(), "it has a DOCTYPE or entities, which are not taken");
        default -> {
          // nothing to count
        }
      }
      return event;
    } catch (XMLStreamException e) {
      throw broken(e);
    } catch (java.util.NoSuchElementException e) {
      throw BankFileError.TRUNCATED.refusing(place(), "closing tags");
    }
  }

  /** What the parser did not accept; trouble of the stream stays trouble. */
  private static BusinessException broken(XMLStreamException e) throws IOException {
    if (e.getNestedException() instanceof IOException io
        && !(io instanceof java.io.CharConversionException)) {
      throw io;
    }
    Location location = e.getLocation();
    String place =
        location == null
            ? ""
            : "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    String message = String.valueOf(e.getMessage());
    int text = message.lastIndexOf("Message: ");
    return BankFileError.NOT_READABLE.refusing(
        place, Values.shown(text < 0 ? message : message.substring(text + "Message: ".length())));
  }
}
