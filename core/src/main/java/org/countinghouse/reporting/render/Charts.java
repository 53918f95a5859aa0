package org.countinghouse.reporting.render;

import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.reporting.spi.Chart;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;

/**
 * Pictures drawn by the spreadsheet program: a second sheet repeats the rows of each, as formulas
 * that look at the first, because a chart wants its rows side by side; the chart stands beside
 * them.
 */
final class Charts {

  private static final int HEIGHT_ROWS = 22;
  private static final int WIDTH_COLUMNS = 11;
  private static final int LABEL_WIDTH_CHARS = 36;
  private static final int AMOUNT_WIDTH_CHARS = 25;
  private static final int BAR_GAP_PERCENT = 60;

  /** Told apart in print and by those who see no red or green. */
  private static final List<PresetColor> COLOURS =
      List.of(
          PresetColor.STEEL_BLUE,
          PresetColor.LIGHT_STEEL_BLUE,
          PresetColor.DARK_ORANGE,
          PresetColor.DIM_GRAY);

  private final ReportTable table;
  private final XSSFSheet sheet;
  private final Styles styles;
  private final String source;
  private final int firstRow;

  private Charts(ReportTable table, XSSFSheet sheet, String source, int firstRow) {
    this.table = table;
    this.sheet = sheet;
    this.styles = new Styles(sheet.getWorkbook());
    this.source = source;
    this.firstRow = firstRow;
  }

  /**
   * Draws the table's charts, if it has any.
   *
   * @param source name of the sheet that has the table's rows
   * @param firstRow row of that sheet, from 0, of the table's row 0
   */
  static void draw(
      ReportTable table, XSSFWorkbook workbook, String source, int firstRow, Messages messages) {
    List<Chart> charts = table.charts().stream().filter(chart -> !chart.rows().isEmpty()).toList();
    if (charts.isEmpty()) {
      return;
    }
    XSSFSheet sheet = workbook.createSheet(messages.text("chart"));
    sheet.setColumnWidth(0, LABEL_WIDTH_CHARS * Sheets.WIDTH_UNITS_PER_CHAR);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    Charts drawing = new Charts(table, sheet, source, firstRow);
    int next = 0;
    for (Chart chart : charts) {
      next = drawing.draw(chart, next);
    }
  }

  private int draw(Chart chart, int top) {
    writeData(chart, top);
    int left = chart.series().size() + 2;
    var anchor =
        new XSSFClientAnchor(0, 0, 0, 0, left, top, left + WIDTH_COLUMNS, top + HEIGHT_ROWS);
    XSSFChart picture = sheet.createDrawingPatriarch().createChart(anchor);
    picture.setTitleText(chart.title());
    picture.setTitleOverlay(false);
    if (chart.series().size() > 1) {
      picture.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    boolean lying = chart.kind() == Chart.Kind.BAR;
    XDDFCategoryAxis names =
        picture.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    XDDFValueAxis amounts =
        picture.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    names.setTickLabelPosition(AxisTickLabelPosition.LOW); // clear of bars below zero
    if (lying) {
      names.setOrientation(AxisOrientation.MAX_MIN); // the first row on top
    }
    amounts.setCrosses(AxisCrosses.AUTO_ZERO);
    amounts.setCrossBetween(AxisCrossBetween.BETWEEN);
    amounts.setNumberFormat("#,##0");
    XDDFChartData data = picture.createData(type(chart.kind()), names, amounts);
    if (data instanceof XDDFBarChartData bars) {
      bars.setBarDirection(lying ? BarDirection.BAR : BarDirection.COL);
      bars.setBarGrouping(BarGrouping.CLUSTERED);
      bars.setGapWidth(BAR_GAP_PERCENT);
    }
    addSeries(chart, top, data);
    picture.plot(data);
    return top + Math.max(HEIGHT_ROWS, chart.rows().size() + 1) + 2;
  }

  private static ChartTypes type(Chart.Kind kind) {
    return kind == Chart.Kind.LINE ? ChartTypes.LINE : ChartTypes.BAR;
  }

  private void addSeries(Chart chart, int top, XDDFChartData data) {
    int rows = chart.rows().size();
    int names = table.column(chart.labels());
    String[] labels =
        chart.rows().stream()
            .map(row -> ReportTable.plain(table.rows().get(row).get(names)))
            .toArray(String[]::new);
    XDDFDataSource<String> categories =
        XDDFDataSourcesFactory.fromArray(labels, range(top + 1, rows, 0));
    for (int i = 0; i < chart.series().size(); i++) {
      int column = table.column(chart.series().get(i));
      Double[] values =
          chart.rows().stream().map(row -> number(row, column)).toArray(Double[]::new);
      XDDFNumericalDataSource<Double> numbers =
          XDDFDataSourcesFactory.fromArray(values, range(top + 1, rows, i + 1));
      XDDFChartData.Series series = data.addSeries(categories, numbers);
      series.setTitle(
          table.columns().get(column).heading(),
          new CellReference(sheet.getSheetName(), top, i + 1, true, true));
      paint(series, COLOURS.get(i % COLOURS.size()));
    }
  }

  private static void paint(XDDFChartData.Series series, PresetColor colour) {
    XDDFSolidFillProperties fill = new XDDFSolidFillProperties(XDDFColor.from(colour));
    if (series instanceof XDDFLineChartData.Series line) {
      line.setMarkerStyle(MarkerStyle.NONE);
      line.setSmooth(false);
      line.setLineProperties(new XDDFLineProperties(fill));
    } else {
      series.setFillProperties(fill);
    }
  }

  private void writeData(Chart chart, int top) {
    XSSFRow heading = row(top);
    for (int i = 0; i < chart.series().size(); i++) {
      var column = table.columns().get(table.column(chart.series().get(i)));
      var cell = heading.createCell(i + 1);
      cell.setCellValue(column.heading());
      cell.setCellStyle(styles.heading(column));
      sheet.setColumnWidth(i + 1, AMOUNT_WIDTH_CHARS * Sheets.WIDTH_UNITS_PER_CHAR);
    }
    for (int i = 0; i < chart.rows().size(); i++) {
      int number = chart.rows().get(i);
      XSSFRow row = row(top + 1 + i);
      row.createCell(0)
          .setCellValue(
              ReportTable.plain(table.rows().get(number).get(table.column(chart.labels()))));
      for (int s = 0; s < chart.series().size(); s++) {
        int column = table.column(chart.series().get(s));
        var cell = row.createCell(s + 1);
        var reference = new CellReference(source, firstRow + number, column, false, false);
        cell.setCellFormula(reference.formatAsString());
        cell.setCellValue(number(number, column));
        cell.setCellStyle(
            styles.of(
                table.columns().get(column).kind(),
                Row.Kind.DETAIL,
                0,
                table.rows().get(number).get(column)));
      }
    }
  }

  private double number(int row, int column) {
    return Cells.number(
        Objects.requireNonNull(
            Cells.amount(table.rows().get(row).get(column)), "a chart has no empty cell"));
  }

  private String range(int top, int rows, int column) {
    return new CellRangeAddress(top, top + rows - 1, column, column)
        .formatAsString(sheet.getSheetName(), true);
  }

  private XSSFRow row(int number) {
    XSSFRow row = sheet.getRow(number);
    return row == null ? sheet.createRow(number) : row;
  }
}
