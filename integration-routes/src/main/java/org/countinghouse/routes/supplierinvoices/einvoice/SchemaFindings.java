package org.countinghouse.routes.supplierinvoices.einvoice;

import com.helger.phive.xml.xsd.ValidationExecutorXSD;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Validator;
import org.countinghouse.errors.Finding;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Says where a document breaks its schema: line and column, which a parsed tree no longer knows.
 */
final class SchemaFindings implements ErrorHandler {

  private static final int FINDINGS_MAX = 200;

  private final List<Finding> findings = new ArrayList<>();

  private SchemaFindings() {}

  static List<Finding> of(ValidationExecutorXSD schema, byte[] content) {
    var collected = new SchemaFindings();
    try {
      Validator validator = schema.getSchemaProvider().get().newValidator();
      validator.setErrorHandler(collected);
      validator.validate(
          new SAXSource(reader(), new InputSource(new ByteArrayInputStream(content))));
    } catch (SAXException | IOException e) {
      collected.add("", String.valueOf(e.getMessage()));
    }
    return collected.findings;
  }

  @Override
  public void warning(SAXParseException e) {
    // says nothing about the content
  }

  @Override
  public void error(SAXParseException e) {
    add(
        "line " + e.getLineNumber() + ", column " + e.getColumnNumber(),
        String.valueOf(e.getMessage()));
  }

  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }

  private void add(String place, String message) {
    if (findings.size() < FINDINGS_MAX) {
      findings.add(new Finding(OfficialRules.SCHEMA, place, message));
    }
  }

  private static XMLReader reader() throws SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java cannot read XML safely", e);
    }
  }
}
