package org.countinghouse.routes.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parses XML of unknown origin: no DOCTYPE, so neither entities nor anything fetched; bounded in
 * depth, names and attributes; in whatever encoding the document declares. Stylesheet instructions
 * and schema locations are data like any other and never followed.
 */
public final class SafeXml {

  private static final int DEPTH_MAX = 100;
  private static final int ATTRIBUTES_MAX = 200;
  private static final int NAME_LENGTH_MAX = 500;

  private SafeXml() {}

  /**
   * The document.
   *
   * @throws UnsafeXmlException when it is not well formed, or asks for what is not granted
   */
  public static Document parse(byte[] content) throws UnsafeXmlException {
    try {
      return builder().parse(new InputSource(new ByteArrayInputStream(content)));
    } catch (SAXParseException e) {
      throw new UnsafeXmlException(
          "line " + e.getLineNumber() + ", column " + e.getColumnNumber(), text(e));
    } catch (CharacterCodingException e) {
      throw new UnsafeXmlException("", "bytes that are not of the declared encoding");
    } catch (SAXException | IOException e) {
      throw new UnsafeXmlException("", text(e));
    }
  }

  private static DocumentBuilder builder() {
    try {
      // the platform's own parser: its limits are known, whatever else lies on the class path
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", DEPTH_MAX);
      factory.setAttribute("jdk.xml.elementAttributeLimit", ATTRIBUTES_MAX);
      factory.setAttribute("jdk.xml.maxXMLNameLimit", NAME_LENGTH_MAX);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(Refusing.INSTANCE);
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java cannot read XML safely", e);
    }
  }

  private static String text(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Every error ends the parse; nothing is printed. */
  private enum Refusing implements ErrorHandler {
    INSTANCE;

    @Override
    public void warning(SAXParseException e) {
      // a warning of the parser says nothing about the content
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
