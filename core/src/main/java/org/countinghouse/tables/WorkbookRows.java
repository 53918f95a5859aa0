package org.countinghouse.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The first sheet of an Excel workbook, streamed: memory holds its texts (Excel keeps each
 * different one once), never its rows. POI refuses archives that unpack to more than a hundred
 * times their size, and XML with entities or a document type.
 */
final class WorkbookRows {

  private WorkbookRows() {}

  static void read(TableSource source, RowSink sink) throws IOException {
    // from a file, POI reads parts when they are needed; from a stream, it would hold all of them
    Path copy = Files.createTempFile("table", ".xlsx");
    try {
      try (InputStream bytes = source.open()) {
        Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      try (OPCPackage archive = OPCPackage.open(copy.toFile(), PackageAccess.READ)) {
        read(archive, sink);
      }
    } catch (OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | UnsupportedFileFormatException
        | SAXException
        | ParserConfigurationException
        | NumberFormatException
        | IndexOutOfBoundsException e) {
      throw TableError.UNREADABLE.with(String.valueOf(e.getMessage()));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static void read(OPCPackage archive, RowSink sink)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    var reader = new XSSFReader(archive);
    var texts = new ReadOnlySharedStringsTable(archive);
    StylesTable styles = reader.getStylesTable();
    var sheets = reader.getSheetsData();
    if (!sheets.hasNext()) {
      throw TableError.EMPTY.with();
    }
    try (InputStream sheet = sheets.next()) {
      XMLReader xml = XMLHelper.newXMLReader();
      xml.setContentHandler(new SheetCells(texts, styles, countsFrom1904(reader), sink));
      xml.parse(new InputSource(sheet));
    }
  }

  /** Workbooks of old Macintosh versions count days from 1904. */
  private static boolean countsFrom1904(XSSFReader reader) throws IOException, OpenXML4JException {
    try (InputStream workbook = reader.getWorkbookData()) {
      var properties = WorkbookDocument.Factory.parse(workbook).getWorkbook().getWorkbookPr();
      return properties != null && properties.getDate1904();
    } catch (org.apache.xmlbeans.XmlException e) {
      throw TableError.UNREADABLE.with(String.valueOf(e.getMessage()));
    }
  }
}
