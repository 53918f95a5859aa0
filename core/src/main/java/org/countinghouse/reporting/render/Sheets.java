package org.countinghouse.reporting.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Header;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.ReportTable;

/** What every sheet of a report has around its rows: provenance above, and how it prints. */
final class Sheets {

  static final int WIDTH_UNITS_PER_CHAR = 256;

  /** Notes shown above the table; the others are counted. */
  private static final int NOTES_SHOWN_MAX = 6;

  private static final int LABEL_WIDTH_CHARS = 20;

  /** A sheet with more columns than this is printed across the paper. */
  private static final int PORTRAIT_COLUMNS_MAX = 7;

  private static final int HASH_SHOWN_CHARS = 16;

  private final ReportTable frame;
  private final Messages messages;
  private final Styles styles;
  private final Sheet sheet;
  private int nextRow;

  Sheets(ReportTable frame, Messages messages, Styles styles, Sheet sheet) {
    this.frame = frame;
    this.messages = messages;
    this.styles = styles;
    this.sheet = sheet;
  }

  /**
   * Writes everything above the rows.
   *
   * @param contentHash empty where it is not known yet and stands at the end of the file
   * @return row of the sheet, from 0, of the heading
   */
  int begin(String contentHash) {
    Cell title = row().createCell(0);
    title.setCellValue(frame.title());
    title.setCellStyle(styles.title());
    ReportScope scope = frame.scope();
    fact(
        messages.text(scope instanceof ReportScope.OfGroup ? "group" : "organization"),
        scope.code() + " · " + scope.name() + " · " + scope.currency().getCurrencyCode());
    for (Map.Entry<String, Object> parameter : frame.parameters().entrySet()) {
      String key = "parameter." + parameter.getKey();
      fact(messages.knows(key) ? messages.text(key) : parameter.getKey(), parameter.getValue());
    }
    fact(messages.text("generatedAt"), frame.generatedAt());
    if (!contentHash.isEmpty()) {
      fact(messages.text("contentHash"), contentHash);
    }
    writeNotes();
    nextRow++;
    int heading = writeHeading();
    sheet.createFreezePane(0, heading + 1);
    setUpPrinting(heading, contentHash);
    return heading;
  }

  private void writeNotes() {
    List<Note> findingsFirst = new ArrayList<>(frame.findings());
    frame.notes().stream()
        .filter(note -> !findingsFirst.contains(note))
        .forEach(findingsFirst::add);
    for (Note note : findingsFirst.subList(0, Math.min(NOTES_SHOWN_MAX, findingsFirst.size()))) {
      boolean finding = note.severity() == Note.Severity.FINDING;
      note(messages.text(finding ? "finding" : "note"), note.text(), finding);
    }
    int hidden = findingsFirst.size() - NOTES_SHOWN_MAX;
    if (hidden > 0) {
      note("", messages.text("moreNotes").formatted(hidden), true);
    }
  }

  private void note(String label, String text, boolean finding) {
    Row row = row();
    Cell name = row.createCell(0);
    name.setCellValue(label);
    name.setCellStyle(finding ? styles.finding() : styles.label());
    Cell cell = row.createCell(1);
    cell.setCellValue(text);
    if (finding) {
      cell.setCellStyle(styles.finding());
    }
  }

  private void fact(String label, Object value) {
    Row row = row();
    Cell name = row.createCell(0);
    name.setCellValue(label);
    name.setCellStyle(styles.label());
    Cell cell = row.createCell(1);
    if (value instanceof Instant instant) {
      cell.setCellValue(LocalDateTime.ofInstant(instant, frame.scope().zone()));
      cell.setCellStyle(styles.factTime());
      row.createCell(2).setCellValue(frame.scope().zone().getId());
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      cell.setCellStyle(styles.factDay());
    } else {
      cell.setCellValue(value.toString());
    }
  }

  private int writeHeading() {
    Row row = row();
    for (int i = 0; i < frame.columns().size(); i++) {
      Column column = frame.columns().get(i);
      Cell cell = row.createCell(i);
      cell.setCellValue(column.heading());
      cell.setCellStyle(styles.heading(column));
    }
    return row.getRowNum();
  }

  /** Sets how wide the columns are, in characters; the first holds the labels above the table. */
  void setWidths(int[] chars) {
    for (int i = 0; i < chars.length; i++) {
      int width = i == 0 ? Math.max(chars[0], LABEL_WIDTH_CHARS) : chars[i];
      sheet.setColumnWidth(i, width * WIDTH_UNITS_PER_CHAR);
    }
  }

  private void setUpPrinting(int heading, String contentHash) {
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(frame.columns().size() > PORTRAIT_COLUMNS_MAX);
    sheet.setFitToPage(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0); // as many pages as it takes
    sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
    Header header = sheet.getHeader();
    header.setLeft(escaped(frame.scope().code() + " " + frame.scope().name()));
    header.setRight(escaped(frame.title() + shownDays()));
    Footer footer = sheet.getFooter();
    if (!contentHash.isEmpty()) {
      footer.setLeft(contentHash.substring(0, HASH_SHOWN_CHARS));
    }
    footer.setRight("&P / &N");
  }

  private String shownDays() {
    List<String> days = new ArrayList<>();
    for (Object value : frame.parameters().values()) {
      if (value instanceof LocalDate) {
        days.add(value.toString());
      }
    }
    return days.isEmpty() ? "" : " " + String.join(" – ", days);
  }

  /** An ampersand starts a code in page headers. */
  private static String escaped(String text) {
    return text.replace("&", "&&");
  }

  /** Says in the file's own properties what it is. */
  static void describe(CoreProperties properties, ReportTable frame, String contentHash) {
    properties.setTitle(frame.title() + " " + frame.scope().code());
    properties.setCreator("Countinghouse");
    if (!contentHash.isEmpty()) {
      properties.setIdentifier(contentHash);
    }
  }

  private Row row() {
    return sheet.createRow(nextRow++);
  }
}
