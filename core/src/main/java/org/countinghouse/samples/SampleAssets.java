package org.countinghouse.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.money.Money;

/**
 * The fixed assets behind the entries of a sample year: what the opening balances hold, and what is
 * bought every quarter. Entered in the register (as a file of its import), its accounts tie out and
 * the year's depreciation can be run.
 */
public final class SampleAssets {

  private static final int EQUIPMENT_LIFE = 48;
  private static final int VEHICLES_LIFE = 72;
  private static final String HEADER =
      "tag,name,category,cost,acquired_on,in_service_on,accumulated,cost_centre,life_months";

  private SampleAssets() {}

  /**
   * A kind of asset.
   *
   * @param expenseAccount takes its depreciation; each line names a cost centre
   */
  public record Category(
      String code,
      String name,
      String costAccount,
      String depreciationAccount,
      String expenseAccount,
      int lifeMonths) {}

  /** The categories the file names: straight line by full months. */
  public static List<Category> categories(SampleCompany company) {
    String expense =
        switch (company.country()) {
          case "GB" -> "8000";
          case "DE" -> "6220";
          default -> "69000";
        };
    return List.of(
        new Category(
            "EQUIPMENT",
            "Office equipment",
            company.account(SampleRole.EQUIPMENT),
            company.account(SampleRole.EQUIPMENT_DEPRECIATION),
            expense,
            EQUIPMENT_LIFE),
        new Category(
            "VEHICLES",
            "Vehicles",
            company.account(SampleRole.VEHICLES),
            company.account(SampleRole.VEHICLES_DEPRECIATION),
            expense,
            VEHICLES_LIFE));
  }

  /**
   * The assets as a CSV file for the register's import. None is posted: the year's entries did.
   *
   * @param year and size as of the {@link SampleYear} that was posted
   */
  public static String csv(SampleCompany company, int year, int size) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    List<String> rows = new ArrayList<>();
    rows.add(HEADER);
    // eighteen of 48 months, and 24 of 72, are over
    rows.add(
        row(
            company,
            "E0",
            "Office equipment",
            "EQUIPMENT",
            24_000L * size,
            newYear,
            newYear.minusMonths(18),
            9_000L * size));
    rows.add(
        row(
            company,
            "V0",
            "Delivery vans",
            "VEHICLES",
            36_000L * size,
            newYear,
            newYear.minusMonths(24),
            12_000L * size));
    for (int month = 2; month <= 12; month += 3) {
      LocalDate bought = LocalDate.of(year, month, 10);
      rows.add(
          row(
              company,
              "E" + month,
              "Office equipment bought in " + YearMonth.from(bought),
              "EQUIPMENT",
              2_400L * size,
              bought,
              bought,
              -1));
    }
    return String.join("\n", rows) + "\n";
  }

  /**
   * @param written negative: it is new
   */
  private static String row(
      SampleCompany company,
      String tag,
      String name,
      String category,
      long cost,
      LocalDate acquired,
      LocalDate inService,
      long written) {
    return String.join(
        ",",
        company.code() + "-" + acquired.getYear() + "-" + tag,
        name,
        category,
        amount(company, cost),
        acquired.toString(),
        inService.toString(),
        written < 0 ? "" : amount(company, written),
        "CC300",
        Integer.toString(category.equals("VEHICLES") ? VEHICLES_LIFE : EQUIPMENT_LIFE));
  }

  private static String amount(SampleCompany company, long units) {
    Money money = SampleDesk.weighted(company, units);
    return money.amount().toPlainString();
  }
}
