package org.countinghouse.journals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.ledger.Account;
import org.countinghouse.organizations.Organization;

/**
 * The workbook that people fill in and upload: a sheet with the columns of a journal, cells
 * formatted as what they take, and the accounts to choose from on a second sheet.
 */
public final class JournalWorkbook {

  private static final List<String> COLUMNS =
      List.of(
          "account",
          "debit",
          "credit",
          "currency",
          "currency_amount",
          "cost_centre",
          "project",
          "tax_code",
          "text");
  private static final List<String> AMOUNTS = List.of("debit", "credit", "currency_amount");
  private static final int ROWS_PREPARED = 500;
  private static final int CHARACTER_WIDTH = 256;
  private static final int COLUMN_WIDTH = 14 * CHARACTER_WIDTH;
  private static final int WIDE_COLUMN_WIDTH = 44 * CHARACTER_WIDTH;

  private JournalWorkbook() {}

  /**
   * An empty one, as .xlsx.
   *
   * @param accounts that may be chosen
   */
  public static byte[] empty(Organization organization, List<Account> accounts) {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      CellStyle heading = heading(workbook);
      Sheet journal = workbook.createSheet("Journal");
      fillJournal(workbook, journal, heading);
      Sheet chart = workbook.createSheet("Accounts");
      fillAccounts(workbook, chart, heading, accounts);
      offerAccounts(journal, accounts.size());
      workbook.getProperties().getCoreProperties().setTitle("Journal of " + organization.name());
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
  }

  private static void fillJournal(XSSFWorkbook workbook, Sheet sheet, CellStyle heading) {
    CellStyle text = style(workbook, "@");
    CellStyle amount = style(workbook, "#,##0.00##");
    Row header = sheet.createRow(0);
    for (int column = 0; column < COLUMNS.size(); column++) {
      String name = COLUMNS.get(column);
      header.createCell(column).setCellValue(name);
      header.getCell(column).setCellStyle(heading);
      // account codes are text: a leading zero belongs to them
      sheet.setDefaultColumnStyle(column, AMOUNTS.contains(name) ? amount : text);
      sheet.setColumnWidth(column, name.equals("text") ? WIDE_COLUMN_WIDTH : COLUMN_WIDTH);
    }
    sheet.createFreezePane(0, 1);
  }

  private static void fillAccounts(
      XSSFWorkbook workbook, Sheet sheet, CellStyle heading, List<Account> accounts) {
    CellStyle text = style(workbook, "@");
    Row header = sheet.createRow(0);
    List<String> names = List.of("account", "name", "type", "needs");
    for (int column = 0; column < names.size(); column++) {
      header.createCell(column).setCellValue(names.get(column));
      header.getCell(column).setCellStyle(heading);
    }
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      Row row = sheet.createRow(i + 1);
      row.createCell(0).setCellValue(account.code());
      row.getCell(0).setCellStyle(text);
      row.createCell(1).setCellValue(account.name());
      row.createCell(2).setCellValue(account.type().name().toLowerCase(Locale.ROOT));
      row.createCell(3).setCellValue(needs(account));
    }
    sheet.setColumnWidth(0, COLUMN_WIDTH);
    sheet.setColumnWidth(1, WIDE_COLUMN_WIDTH);
    sheet.setColumnWidth(3, WIDE_COLUMN_WIDTH);
    sheet.createFreezePane(0, 1);
  }

  private static String needs(Account account) {
    List<String> needs = new ArrayList<>(account.requiredDimensions());
    needs.sort(String::compareTo);
    if (account.currency() != null) {
      needs.add(account.currency().getCurrencyCode() + " only");
    }
    return String.join(", ", needs);
  }

  private static void offerAccounts(Sheet journal, int accounts) {
    if (accounts == 0) {
      return;
    }
    DataValidationHelper helper = journal.getDataValidationHelper();
    DataValidation offer =
        helper.createValidation(
            helper.createFormulaListConstraint("Accounts!$A$2:$A$" + (accounts + 1)),
            new CellRangeAddressList(1, ROWS_PREPARED, 0, 0));
    // an offer, no lock: what is wrong is said row by row when the file is uploaded
    offer.setShowErrorBox(false);
    journal.addValidationData(offer);
  }

  private static CellStyle heading(XSSFWorkbook workbook) {
    Font bold = workbook.createFont();
    bold.setBold(true);
    CellStyle style = style(workbook, "@");
    style.setFont(bold);
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  private static CellStyle style(XSSFWorkbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }
}
