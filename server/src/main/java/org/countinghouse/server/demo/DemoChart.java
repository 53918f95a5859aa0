package org.countinghouse.server.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.NewAccount;
import org.springframework.core.io.ClassPathResource;

/** The charts of accounts that come with the demo, one file per country. */
final class DemoChart {

  private DemoChart() {}

  /** The accounts for a company of this country, headings first. */
  static List<NewAccount> of(String country) {
    var file =
        new ClassPathResource("demo/charts/%s.csv".formatted(country.toLowerCase(Locale.ROOT)));
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(file.getContentAsString(StandardCharsets.UTF_8))) {
      return rows.stream().map(DemoChart::account).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NewAccount account(NamedCsvRecord row) {
    AccountType type = AccountType.valueOf(row.getField("type").toUpperCase(Locale.ROOT));
    String code = row.getField("code");
    String name = row.getField("name");
    NewAccount account =
        row.getField("postable").equals("1")
            ? NewAccount.of(code, name, type)
            : NewAccount.heading(code, name, type);
    if (!row.getField("parent").isEmpty()) {
      account = account.under(row.getField("parent"));
    }
    if (!row.getField("control").isEmpty()) {
      account = account.controlledBy(row.getField("control"));
    }
    return row.getField("cost_centre").equals("1") ? account.perCostCentre() : account;
  }
}
