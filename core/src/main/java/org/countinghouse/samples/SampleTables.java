package org.countinghouse.samples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.NewAccount;

/** The data files beside this package. */
final class SampleTables {

  private SampleTables() {}

  /** The account codes of a country's chart by what they are for. */
  static Map<SampleRole, String> roles(String country) {
    Map<SampleRole, String> codes = new EnumMap<>(SampleRole.class);
    for (NamedCsvRecord row : read("roles.csv")) {
      String code = row.getField(country);
      if (!code.isEmpty()) {
        codes.put(SampleRole.valueOf(row.getField("role")), code);
      }
    }
    return codes;
  }

  /** What an organization adds to its country's chart. */
  static List<NewAccount> accounts(String organization) {
    return read("accounts.csv").stream()
        .filter(row -> row.getField("organization").equals(organization))
        .map(SampleTables::account)
        .toList();
  }

  private static NewAccount account(NamedCsvRecord row) {
    NewAccount account =
        NewAccount.of(
                row.getField("code"),
                row.getField("name"),
                AccountType.valueOf(row.getField("type").toUpperCase(Locale.ROOT)))
            .under(row.getField("parent"));
    return row.getField("cost_centre").equals("1") ? account.perCostCentre() : account;
  }

  private static List<NamedCsvRecord> read(String file) {
    try (var in = Objects.requireNonNull(SampleTables.class.getResourceAsStream(file), file);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
