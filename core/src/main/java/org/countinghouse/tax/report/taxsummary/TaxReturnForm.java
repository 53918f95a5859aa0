package org.countinghouse.tax.report.taxsummary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The boxes of one country's return, a data file under {@code returns/}: which treatments each box
 * sums, or which boxes before it.
 */
record TaxReturnForm(List<Box> boxes) {

  private static final String FOLDER = "org/countinghouse/tax/returns/";
  private static final Pattern TERM = Pattern.compile("([+-]?)([^+-]+)");

  TaxReturnForm {
    boxes = List.copyOf(boxes);
  }

  /** What a box sums. */
  enum Measure {
    TAXABLE,
    INPUT,
    OUTPUT,
    /** Boxes before it. */
    SUM
  }

  /**
   * A box.
   *
   * @param treatments of the tax codes it sums; empty where it sums boxes
   * @param terms the boxes it sums
   * @param whole whether the form leaves out what is below the major unit
   * @param law where it is laid down
   */
  record Box(
      String number,
      String english,
      String german,
      Measure measure,
      Set<String> treatments,
      List<Term> terms,
      boolean whole,
      String law) {

    String title(Locale locale) {
      return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german : english;
    }
  }

  /** A box that is added or subtracted. */
  record Term(String box, boolean negative) {}

  /** The form of a country; empty where there is none. */
  static Optional<TaxReturnForm> of(String country) {
    var file = new ClassPathResource(FOLDER + country.toLowerCase(Locale.ROOT) + ".csv");
    if (!file.exists()) {
      return Optional.empty();
    }
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(file.getContentAsString(StandardCharsets.UTF_8))) {
      return Optional.of(new TaxReturnForm(rows.stream().map(TaxReturnForm::box).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Box box(NamedCsvRecord row) {
    Measure measure = Measure.valueOf(row.getField("measure").toUpperCase(Locale.ROOT));
    String of = row.getField("of");
    return new Box(
        row.getField("box"),
        row.getField("en"),
        row.getField("de"),
        measure,
        measure == Measure.SUM ? Set.of() : Set.of(of.split(" ")),
        measure == Measure.SUM ? terms(of) : List.of(),
        row.getField("whole").equals("yes"),
        row.getField("law"));
  }

  private static List<Term> terms(String formula) {
    List<Term> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(formula);
    while (matcher.find()) {
      terms.add(new Term(matcher.group(2).strip(), matcher.group(1).equals("-")));
    }
    return terms;
  }
}
