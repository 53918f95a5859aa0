package org.countinghouse.procurement;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * Units of quantity (UN/ECE Recommendation 20) and what they are in each other. Only units of one
 * kind convert; packages (Recommendation 21, an X before the code) convert into nothing, because
 * what is in a box only its supplier knows.
 */
public final class Units {

  private static final int DECIMALS = 6;

  /** What one of the unit is in the first of its kind. */
  private static final Map<String, Measure> MEASURES =
      Map.ofEntries(
          entry("C62", piece("1")),
          entry("H87", piece("1")),
          entry("EA", piece("1")),
          entry("NAR", piece("1")),
          entry("PR", piece("2")),
          entry("DZN", piece("12")),
          entry("CEN", piece("100")),
          entry("GRO", piece("144")),
          entry("MIL", piece("1000")),
          entry("KGM", new Measure("mass", "1")),
          entry("GRM", new Measure("mass", "0.001")),
          entry("MGM", new Measure("mass", "0.000001")),
          entry("TNE", new Measure("mass", "1000")),
          entry("LBR", new Measure("mass", "0.45359237")),
          entry("ONZ", new Measure("mass", "0.028349523125")),
          entry("LTR", new Measure("volume", "1")),
          entry("MLT", new Measure("volume", "0.001")),
          entry("CLT", new Measure("volume", "0.01")),
          entry("HLT", new Measure("volume", "100")),
          entry("MTQ", new Measure("volume", "1000")),
          entry("DMQ", new Measure("volume", "1")),
          entry("GLL", new Measure("volume", "3.785411784")),
          entry("GLI", new Measure("volume", "4.54609")),
          entry("MTR", new Measure("length", "1")),
          entry("CMT", new Measure("length", "0.01")),
          entry("MMT", new Measure("length", "0.001")),
          entry("KMT", new Measure("length", "1000")),
          entry("INH", new Measure("length", "0.0254")),
          entry("FOT", new Measure("length", "0.3048")),
          entry("YRD", new Measure("length", "0.9144")),
          entry("MTK", new Measure("area", "1")),
          entry("CMK", new Measure("area", "0.0001")),
          entry("FTK", new Measure("area", "0.09290304")),
          entry("SEC", new Measure("time", "1")),
          entry("MIN", new Measure("time", "60")),
          entry("HUR", new Measure("time", "3600")));

  private Units() {}

  /**
   * The quantity in another unit, rounded half up to six decimals; empty when nobody can say. A day
   * of work is no number of hours: it converts into itself only.
   *
   * @param from code of the unit it is in
   * @param to code of the unit wanted
   */
  public static Optional<BigDecimal> convert(BigDecimal quantity, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(quantity);
    }
    Measure source = MEASURES.get(from);
    Measure target = MEASURES.get(to);
    if (source == null || target == null || !source.kind().equals(target.kind())) {
      return Optional.empty();
    }
    return Optional.of(
        quantity.multiply(source.size()).divide(target.size(), DECIMALS, RoundingMode.HALF_UP));
  }

  /** Whether two codes name the same quantity, as suppliers write C62, H87 or EA for a piece. */
  public static boolean areSame(String one, String other) {
    return convert(BigDecimal.ONE, one, other)
        .filter(quantity -> quantity.compareTo(BigDecimal.ONE) == 0)
        .isPresent();
  }

  private static Measure piece(String pieces) {
    return new Measure("count", pieces);
  }

  private record Measure(String kind, BigDecimal size) {

    Measure(String kind, String size) {
      this(kind, new BigDecimal(size));
    }
  }
}
