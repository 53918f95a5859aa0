package org.countinghouse.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankTextTests {

  @ParameterizedTest
  @CsvSource({
    "Müller & Söhne KG, Muller + Sohne KG",
    "Żółw Sp. z o.o., Zolw Sp. z o.o.",
    "Weiß;Søn, 'Weis,Son'",
    "a_b@c, a-b(at)c",
    "日本, ..",
    "'  Tab\tand\u00a0blank ', Tab and blank"
  })
  void lettersBanksDoNotCarryAreReplaced(String text, String plain) {
    assertThat(BankText.plain(text)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "A-1/2, true",
    "/A, false",
    "A/, false",
    "A//B, false",
    "Ä, false",
    "'', false",
    "' A', false"
  })
  void anIdKeepsTheRulesOfReferences(String id, boolean valid) {
    assertThat(BankText.isId(id, 35)).isEqualTo(valid);
  }

  @Test
  void anIdIsNoLongerThanItsField() {
    assertThat(BankText.isId("x".repeat(35), 35)).isTrue();
    assertThat(BankText.isId("x".repeat(36), 35)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SEPA, 2026-04-03, 2026-04-07",
    "SEPA, 2026-05-01, 2026-05-04",
    "SEPA, 2026-12-25, 2026-12-28",
    "SEPA, 2026-10-03, 2026-10-05",
    "SEPA, 2026-11-01, 2026-11-02",
    "GB_DOMESTIC, 2026-05-01, 2026-05-01",
    "GB_DOMESTIC, 2026-05-04, 2026-05-05",
    "GB_DOMESTIC, 2026-08-31, 2026-09-01",
    "GB_DOMESTIC, 2026-12-25, 2026-12-29",
    "GB_DOMESTIC, 2022-12-26, 2022-12-28",
    "GB_DOMESTIC, 2028-01-01, 2028-01-04",
    "ACH_CCD, 2026-11-26, 2026-11-27",
    "ACH_CCD, 2027-07-05, 2027-07-06",
    "ACH_CCD, 2026-07-03, 2026-07-03",
    "ACH_PPD, 2026-01-19, 2026-01-20",
    "CROSS_BORDER, 2026-12-25, 2026-12-25"
  })
  void banksSettleOnTheDaysOfTheScheme(PaymentScheme scheme, LocalDate day, LocalDate settled) {
    assertThat(BankingDays.from(scheme, day)).isEqualTo(settled);
  }
}
