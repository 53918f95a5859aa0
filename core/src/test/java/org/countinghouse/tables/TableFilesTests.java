package org.countinghouse.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.groups.Tuple;
import org.countinghouse.errors.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTests {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsCsvByWhateverSeparatesIt(String separator) {
    String csv =
        "\uFEFFAccount|Debit|Text\r\n7100|10.50|\"a \"\"b\"\"|c\"\r\n\r\n1200||x\n"
            .replace("|", separator);

    Table table = read(csv);

    assertThat(table.header()).containsExactly("account", "debit", "text");
    assertThat(table.rows()).extracting(TableRow::number).containsExactly(2, 4);
    assertThat(table.rows().get(0).text("text")).isEqualTo("a \"b\"" + separator + "c");
    assertThat(table.rows().get(1).text("debit")).isNull();
  }

  @Test
  void aLineBreakInQuotesCountsAsALine() {
    Table table = read("sep=;\na;b\n\"x\ny\";1\nz;2\n");

    assertThat(table.rows()).extracting(TableRow::number).containsExactly(3, 5);
  }

  @Test
  void readsAWorkbookAsItsMakerSeesIt() throws IOException {
    Table table = TableFiles.read(workbook(), 10);

    assertThat(table.header()).containsExactly("date", "account", "amount", "sum", "text");
    TableRow row = table.rows().get(0);
    assertThat(row.number()).isEqualTo(4);
    assertThat(row.text("date")).isEqualTo("2026-03-31");
    assertThat(row.text("account")).isEqualTo("7100");
    assertThat(row.text("amount")).isEqualTo("0.3");
    assertThat(row.text("sum")).isEqualTo("1234567.89");
    assertThat(row.text("text")).isEqualTo("Miete März");
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThatThrownBy(() -> read("a;b\n\"open;1\n")).hasMessageContaining("quote");
    assertThatThrownBy(() -> read("a;b\n")).hasMessageContaining("no rows");
    assertThatThrownBy(() -> TableFiles.read(new byte[] {'a', '\n', (byte) 0xC3, '('}, 9))
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> TableFiles.read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}, 9))
        .hasMessageContaining("neither");
    assertThatThrownBy(() -> TableFiles.read("a\n1\n2\n".getBytes(StandardCharsets.UTF_8), 1))
        .hasMessageContaining("more than 1 rows");
    assertThatThrownBy(() -> read("a,b,b\n1,2,3\n").require(List.of("a"), List.of("b")))
        .hasMessageContaining("Named twice: b");
  }

  @Test
  void aSheetThatSkipsToAnImpossibleRowIsRefused() throws IOException {
    byte[] honest = workbook();
    byte[] skipping =
        withSheet(honest, sheet -> sheet.replace("<row r=\"4\"", "<row r=\"1900000000\""));
    byte[] back = withSheet(honest, sheet -> sheet.replace("<row r=\"4\"", "<row r=\"1\""));
    byte[] garbled = withSheet(honest, sheet -> sheet.replace("<row r=\"4\"", "<row r=\"four\""));

    assertThat(TableFiles.read(honest, 10).rows()).hasSize(1);
    for (byte[] forged : List.of(skipping, back, garbled)) {
      assertThat(forged).isNotEqualTo(honest);
      assertThatThrownBy(() -> TableFiles.read(forged, 10)).hasMessageContaining("neither");
    }
  }

  @Test
  void aNegativeNumberIsNoDateHoweverItIsFormatted() throws IOException {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
      var sheet = workbook.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("date");
      sheet.createRow(1).createCell(0).setCellValue(-5);
      sheet.getRow(1).getCell(0).setCellStyle(day);
      workbook.write(bytes);
      assertThat(TableFiles.read(bytes.toByteArray(), 10).rows().get(0).text("date"))
          .isEqualTo("-5");
    }
  }

  @Test
  void notesEveryCellThatIsNotWhatItShouldBe() {
    List<Finding> findings = new ArrayList<>();
    var row = new RowReader(read("d,n,t\n31.03.2026,1.000,\n").rows().get(0), findings);

    assertThat(row.date("d")).isNull();
    assertThat(row.number("n")).isEqualByComparingTo("1");
    assertThat(row.require("t", 10)).isNull();

    assertThat(findings)
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            Tuple.tuple("row 2", "tables.date"), Tuple.tuple("row 2", "tables.missing"));
  }

  /** The workbook with its first sheet's XML changed. */
  private static byte[] withSheet(byte[] workbook, UnaryOperator<String> change)
      throws IOException {
    try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
        var bytes = new ByteArrayOutputStream()) {
      try (var out = new ZipOutputStream(bytes)) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          byte[] content = in.readAllBytes();
          out.write(
              entry.getName().endsWith("sheet1.xml")
                  ? change
                      .apply(new String(content, StandardCharsets.UTF_8))
                      .getBytes(StandardCharsets.UTF_8)
                  : content);
        }
      }
      return bytes.toByteArray();
    }
  }

  private static Table read(String csv) {
    return TableFiles.read(csv.getBytes(StandardCharsets.UTF_8), 100);
  }

  private static byte[] workbook() throws IOException {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
      var sheet = workbook.createSheet();
      Row header = sheet.createRow(1);
      List<String> names = List.of("Date", "Account ", "Amount", "Sum", "Text");
      for (int i = 0; i < names.size(); i++) {
        header.createCell(i).setCellValue(names.get(i));
      }
      Row row = sheet.createRow(3);
      row.createCell(0).setCellValue(LocalDate.of(2026, 3, 31));
      row.getCell(0).setCellStyle(day);
      row.createCell(1).setCellValue(7100);
      row.createCell(2).setCellValue(0.1 + 0.2);
      row.createCell(3).setCellFormula("1234567+0.89");
      row.createCell(4).setCellValue("Miete März");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }
}
