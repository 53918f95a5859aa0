package org.countinghouse.reporting.statements;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The definitions that come with the product: a file per country in {@code statements/}, found by
 * its ISO 3166 code. A country without a file of its own is shown as {@value #FALLBACK}.
 */
@Component
public class StatementDefinitions {

  /** The definition of a group's statements; its lines take the lines of its members. */
  public static final String GROUP = "group";

  private static final String FALLBACK = "gb";
  private static final String FOLDER = "org/countinghouse/reporting/statements/";

  private final Map<String, StatementDefinition> read = new ConcurrentHashMap<>();

  /** The definition for organizations of this country. */
  public StatementDefinition ofCountry(String country) {
    String name = country.toLowerCase(Locale.ROOT);
    return named(new ClassPathResource(FOLDER + name + ".csv").exists() ? name : FALLBACK);
  }

  /** The definition of this name. */
  public StatementDefinition named(String name) {
    return read.computeIfAbsent(name, StatementDefinitions::read);
  }

  private static StatementDefinition read(String name) {
    var file = new ClassPathResource(FOLDER + name + ".csv");
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(file.getContentAsString(StandardCharsets.UTF_8))) {
      List<StatementLine> lines = rows.stream().map(StatementDefinitions::line).toList();
      return new StatementDefinition(name, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("statement definition " + name + " cannot be read", e);
    }
  }

  private static StatementLine line(NamedCsvRecord row) {
    String group = row.getField("group");
    return new StatementLine(
        Statement.of(row.getField("statement")),
        row.getField("line"),
        StatementLine.Kind.of(row.getField("kind")),
        Integer.parseInt(row.getField("level")),
        row.getField("sign").equals("credit"),
        row.getField("label_en"),
        row.getField("label_de"),
        StatementLine.words(row.getField("members")),
        group.isBlank() ? null : group);
  }
}
