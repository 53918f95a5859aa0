package org.countinghouse.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTests {

  @ParameterizedTest
  @CsvSource({
    "2, DZN, C62, 24",
    "5, H87, EA, 5",
    "1.5, TNE, KGM, 1500",
    "1, LBR, KGM, 0.453592",
    "90, MIN, HUR, 1.5",
    "1, MTQ, LTR, 1000",
    "7, XBX, XBX, 7"
  })
  void whatIsOfOneKindConverts(BigDecimal quantity, String from, String to, BigDecimal expected) {
    assertThat(Units.convert(quantity, from, to))
        .hasValueSatisfying(converted -> assertThat(converted).isEqualByComparingTo(expected));
  }

  @ParameterizedTest
  @CsvSource({"XBX, C62", "KGM, LTR", "DAY, HUR", "ZZ, C62"})
  void whatIsNotConvertsIntoNothing(String from, String to) {
    assertThat(Units.convert(BigDecimal.ONE, from, to)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "C62, H87, true",
    "H87, EA, true",
    "XBX, XBX, true",
    "LTR, DMQ, true",
    "DZN, C62, false",
    "XBX, C62, false"
  })
  void codesOfTheSameQuantityAreTheSame(String one, String other, boolean same) {
    assertThat(Units.areSame(one, other)).isEqualTo(same);
  }
}
