package org.countinghouse.bankdetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatIdsTests {

  /** Numbers printed in public imprints or given as examples by the authorities. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATU12345675",
        "BE0403019261",
        "BG175074752",
        "CHE100155212MWST",
        "CY10259033P",
        "CZ25123891",
        "DE136695976",
        "DK13585628",
        "EE100931558",
        "EL094259216",
        "ESB58378431",
        "ES54362315K",
        "ESX2482300W",
        "FI20774740",
        "FR40303265045",
        "FRK7399859412",
        "GB980780684",
        "GB912645378",
        "GBGD001",
        "HR33392005961",
        "HU12892312",
        "IE6433435F",
        "IE6433435OA",
        "IT00743110157",
        "LT119511515",
        "LT100001919017",
        "LU15027442",
        "LV40003521600",
        "MT11679112",
        "NL004495445B01",
        "NO995525828MVA",
        "PL8567346215",
        "PT501964843",
        "RO18547290",
        "SE556188840401",
        "SI50223054",
        "SK2022749619",
        "XI980780684"
      })
  void acceptsNumbersAsTheirCountriesBuildThem(String number) {
    assertThat(VatIds.problem("", number)).isEmpty();
    assertThat(VatIds.required("", number)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATU12345676",
        "BE0403019262",
        "CHE100155213MWST",
        "CY10259033Q",
        "CZ25123892",
        "DE136695967",
        "DK13585629",
        "EE100931559",
        "EL094259217",
        "ESB58378432",
        "FI20774741",
        "FR41303265045",
        "GB980780685",
        "HR33392005962",
        "HU12892313",
        "IE6433435G",
        "IT00743110158",
        "LT119511516",
        "LU15027443",
        "MT11679113",
        "NL004495446B01",
        "NO995525829MVA",
        "PL8567346216",
        "PT501964844",
        "RO18547291",
        "SE556188840501",
        "SI50223055",
        "SK2022749618"
      })
  void findsAWrongDigit(String number) {
    assertThat(VatIds.problem("", number))
        .hasValueSatisfying(
            finding -> assertThat(finding.code()).isEqualTo("bankdetails.vat-id-check-digits"));
  }

  @Test
  void saysHowTheCountryBuildsThem() {
    assertThatThrownBy(() -> VatIds.required("DE", "DE12345"))
        .hasMessage(
            "VAT id DE12345 is not built as DE builds its own: give one such as DE136695976.");
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 136 695 976, DE136695976",
    "DE, de 136.695.976, DE136695976",
    "GR, 094259216, EL094259216",
    "GR, GR094259216, EL094259216",
    "CH, CHE-100.155.212 MWST, CHE100155212MWST",
    "GB, DE136695976, DE136695976",
    "US, 13-4567890, 134567890"
  })
  void bringsNumbersIntoOneForm(String country, String written, String kept) {
    assertThat(VatIds.required(country, written)).isEqualTo(kept);
  }
}
