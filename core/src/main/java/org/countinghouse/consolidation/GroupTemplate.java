package org.countinghouse.consolidation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.organizations.Organization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The group chart that comes with the product, and how the countries' charts map to it: one file
 * per country beside this package. A company that added accounts of its own outside their ranges
 * hears of it before it is consolidated.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class GroupTemplate {

  private static final String FOLDER = "org/countinghouse/consolidation/";

  private final Groups groups;
  private final GroupChart chart;

  GroupTemplate(Groups groups, GroupChart chart) {
    this.groups = groups;
    this.chart = chart;
  }

  /** The accounts of the chart. */
  public List<GroupAccount> accounts() {
    return read("chart").stream()
        .map(
            row ->
                new GroupAccount(
                    row.getField("code"),
                    row.getField("name"),
                    AccountType.valueOf(row.getField("type")),
                    Translation.valueOf(row.getField("translation")),
                    row.getField("purpose").isEmpty()
                        ? null
                        : GroupPurpose.valueOf(row.getField("purpose"))))
        .toList();
  }

  /**
   * Where a country's chart goes; empty when the product has no chart for it.
   *
   * @param country ISO 3166-1 alpha-2, in any case
   */
  public List<AccountRange> mapping(String country) {
    String file = "mapping-" + country.toLowerCase(Locale.ROOT);
    return !new ClassPathResource(FOLDER + file + ".csv").exists()
        ? List.of()
        : read(file).stream()
            .map(
                row ->
                    new AccountRange(
                        row.getField("from"), row.getField("to"), row.getField("group_account")))
            .toList();
  }

  /** Gives the group this chart, and every member the mapping of its country. */
  public void install(Group group, Actor by) {
    chart.defineAccounts(group, accounts(), by);
    for (Organization member : groups.members(group)) {
      List<AccountRange> mapping = mapping(member.country());
      if (!mapping.isEmpty()) {
        chart.map(group, member.id(), mapping, by);
      }
    }
  }

  private static List<NamedCsvRecord> read(String name) {
    var file = new ClassPathResource(FOLDER + name + ".csv");
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(file.getContentAsString(StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
