package org.countinghouse.bankdetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.countinghouse.errors.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNumberTests {

  /** Examples of the SWIFT IBAN registry and of the banks' own pages. */
  @ParameterizedTest
  @CsvSource({
    "DE89 3704 0044 0532 0130 00, DE89370400440532013000, DE",
    "gb29nwbk60161331926819, GB29NWBK60161331926819, GB",
    "NO93 8601 1117 947, NO9386011117947, NO",
    "MT84MALT011000012345MTLCAST001S, MT84MALT011000012345MTLCAST001S, MT",
    "021000021/123456789, 021000021/123456789, US",
    "20-00-00 55779911, 200000/55779911, GB",
    "20-00-00/1234567, 200000/01234567, GB",
    "AU/062-000 12345678, AU/06200012345678, AU"
  })
  void readsWhatPeopleWrite(String written, String value, String country) {
    AccountNumber number = AccountNumber.parse(written);

    assertThat(number.value()).isEqualTo(value);
    assertThat(number.country()).isEqualTo(country);
    assertThat(AccountNumber.parse(number.value())).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "DE88370400440532013000, bankdetails.iban-check-digits",
    "DE89370400440532031000, bankdetails.iban-check-digits",
    "DE8937040044053201300, bankdetails.iban-check-digits",
    "XX0012345678901234, bankdetails.iban-check-digits",
    "DE12, bankdetails.iban-form",
    "021000022/123456789, bankdetails.routing-number",
    "55779911, bankdetails.account-unknown",
    "'', bankdetails.account-unknown"
  })
  void saysWhatIsWrongWithANumber(String written, String code) {
    assertThatThrownBy(() -> AccountNumber.parse(written))
        .isInstanceOfSatisfying(
            BusinessException.class, e -> assertThat(e.code().id()).isEqualTo(code));
  }

  @Test
  void refusesAnIbanNotBuiltAsItsCountryBuildsThem() {
    // check digits right, but German ones have 22 characters
    assertThatThrownBy(() -> new Iban("DE43370400440532013000000"))
        .isInstanceOfSatisfying(
            BusinessException.class,
            e ->
                assertThat(e.code())
                    .isIn(BankDetailsError.IBAN_COUNTRY, BankDetailsError.IBAN_CHECK_DIGITS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013000",
        "021000021/123456789",
        "200000/55779911",
        "AU/06200012345678"
      })
  void neverShowsTheWholeNumberUnasked(String value) {
    AccountNumber number = AccountNumber.parse(value);

    String account = value.substring(value.indexOf('/') + 1);
    assertThat(number.toString()).doesNotContain(account).isEqualTo(number.masked());
    assertThat(number.masked()).contains("…");
    assertThatThrownBy(() -> AccountNumber.parse("DE88370400440532013000"))
        .hasMessageNotContaining("370400440532013000");
  }

  @Test
  void theSameBritishAccountIsTheSameHoweverWritten() {
    assertThat(new Iban("GB29NWBK60161331926819").identity())
        .isEqualTo(new UkAccount("60-16-13", "31926819").identity());
  }

  @Test
  void aNumberBesideItsBankIsReadWithIt() {
    assertThat(AccountNumber.parse("55779911", "20-00-00"))
        .isEqualTo(new UkAccount("200000", "55779911"));
    assertThat(AccountNumber.parse("123456789", "021000021"))
        .isEqualTo(new UsAccount("021000021", "123456789"));
    assertThat(AccountNumber.parse("06200012345678", "CTBAAU2S"))
        .isEqualTo(new OtherAccount("AU", "06200012345678"));
    assertThat(AccountNumber.parse("DE89370400440532013000", "COBADEFF"))
        .isEqualTo(new Iban("DE89370400440532013000"));
  }

  @Test
  void whatABankWroteIsNeverRefused() {
    assertThat(AccountNumber.lenient("Kto. 12 345").value()).isEqualTo("ZZ/KTO12345");
    assertThat(AccountNumber.lenient("").value()).isEqualTo("ZZ/0");
    assertThat(AccountNumber.lenient("DE89370400440532013000").isIban()).isTrue();
  }

  @Test
  void aBankIsWhereTheAccountIs() {
    var german = new Iban("DE89370400440532013000");
    assertThat(new Bic("cobadeffxxx").requireBankOf(german).value()).isEqualTo("COBADEFF");
    assertThat(new Bic("COBADEFF").ofEleven()).isEqualTo("COBADEFFXXX");
    assertThatThrownBy(() -> new Bic("BARCGB22").requireBankOf(german))
        .hasMessageContaining("BARCGB22 is of a bank in GB")
        .hasMessageNotContaining("0532013000");
    assertThatThrownBy(() -> new Bic("COBA1EFF")).isInstanceOf(BusinessException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "021000021, true",
    "011000015, true",
    "121042882, true",
    "021000022, false",
    "000000000, false",
    "02100002, false"
  })
  void routingNumbersCheckThemselves(String number, boolean valid) {
    assertThat(UsAccount.isRoutingNumber(number)).isEqualTo(valid);
  }
}
