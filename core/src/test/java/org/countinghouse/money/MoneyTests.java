package org.countinghouse.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyTests {

  @Test
  void takesTheScaleOfItsCurrency() {
    assertThat(Money.of("10", "EUR")).isEqualTo(Money.of("10.0000", "EUR"));
    assertThat(Money.of("10", "JPY").amount()).isEqualTo(new BigDecimal("10"));
    assertThat(Money.of("10", "BHD")).hasToString("10.000 BHD");
  }

  @Test
  void refusesMoreDecimalsThanTheCurrencyHas() {
    assertThatThrownBy(() -> Money.of("0.005", "EUR")).hasMessageContaining("round it");
  }

  @Test
  void refusesToAddTwoCurrencies() {
    assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
        .hasMessageContaining("convert one");
  }

  @Test
  void roundsOnlyByName() {
    assertThat(Money.of("10.01", "EUR").times(new BigDecimal("0.5"), RoundingMode.HALF_EVEN))
        .isEqualTo(Money.of("5.00", "EUR"));
  }

  @Test
  void givesTheLeftOverCentToTheLargestRemainder() {
    assertThat(
            Money.of("-1.00", "EUR").split(List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)))
        .containsExactly(
            Money.of("-0.34", "EUR"), Money.of("-0.33", "EUR"), Money.of("-0.33", "EUR"));
  }

  static LongStream seeds() {
    return new Random(20261122).longs(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void partsAlwaysSumToTheWhole(long seed) {
    var random = new Random(seed);
    var whole = new Money(BigDecimal.valueOf(random.nextInt(), 2), Money.of("0", "EUR").currency());
    var shares =
        IntStream.range(0, 1 + random.nextInt(9))
            .mapToObj(i -> BigDecimal.valueOf(1 + random.nextInt(1000), random.nextInt(4)))
            .toList();
    assertThat(whole.split(shares).stream().reduce(Money::plus)).contains(whole);
  }
}
