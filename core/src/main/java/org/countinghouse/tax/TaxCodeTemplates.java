package org.countinghouse.tax;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tax codes that come with the product: one file per country under {@code codes/}, each line
 * naming the law it rests on and the accounts of that country's chart. A new file is a new country.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class TaxCodeTemplates {

  private static final String FOLDER = "org/countinghouse/tax/codes/";

  private final TaxCodes codes;

  TaxCodeTemplates(TaxCodes codes) {
    this.codes = codes;
  }

  /** The countries there are codes for, sorted: lower-case ISO 3166 codes. */
  public List<String> names() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "*.csv");
      return List.of(files).stream()
          .map(Resource::getFilename)
          .filter(name -> name != null)
          .map(name -> name.substring(0, name.length() - ".csv".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives an organization with this country's chart of accounts the country's tax codes.
   *
   * @param country as in {@link #names()}, in any case
   * @throws BusinessException {@code tax.template-unknown}, {@code tax.code-taken}, {@code
   *     ledger.account-unknown}
   */
  public void install(UUID organizationId, String country, Actor by) {
    String known = country.toLowerCase(Locale.ROOT);
    if (!names().contains(known)) {
      throw TaxError.TEMPLATE_UNKNOWN.with(country, names());
    }
    var file = new ClassPathResource(FOLDER + known + ".csv");
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(file.getContentAsString(StandardCharsets.UTF_8))) {
      rows.stream().map(row -> code(organizationId, row)).forEach(code -> codes.create(code, by));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TaxCode code(UUID organizationId, NamedCsvRecord row) {
    return new TaxCode(
        organizationId,
        row.getField("code"),
        row.getField("name"),
        TaxCode.Usage.valueOf(row.getField("usage")),
        row.getField("category"),
        new BigDecimal(row.getField("rate")),
        TaxCode.Kind.valueOf(row.getField("kind")),
        new BigDecimal(row.getField("own_rate")),
        emptyToNull(row.getField("input")),
        emptyToNull(row.getField("output")),
        emptyToNull(row.getField("treatment")));
  }

  private static @Nullable String emptyToNull(String field) {
    return field.isEmpty() ? null : field;
  }
}
