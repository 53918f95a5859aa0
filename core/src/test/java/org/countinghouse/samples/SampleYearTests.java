package org.countinghouse.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
import org.junit.jupiter.api.Test;

class SampleYearTests {

  private final SampleYear year = new SampleYear(2025, 1);

  @Test
  void isTheSameEveryTimeAndAnyMonthCanBeMadeByItself() {
    YearMonth may = YearMonth.of(2025, 5);
    assertThat(new SampleYear(2025, 1).entries(SampleCompany.HBDE, may))
        .isEqualTo(year.entries(SampleCompany.HBDE, may));
    assertThat(new SampleYear(2026, 1).entries(SampleCompany.HBDE, may.plusYears(1)))
        .isNotEqualTo(year.entries(SampleCompany.HBDE, may));
  }

  @Test
  void growsWithItsSize() {
    YearMonth may = YearMonth.of(2025, 5);
    int one = year.entries(SampleCompany.HBUK, may).size();
    int ten = new SampleYear(2025, 10).entries(SampleCompany.HBUK, may).size();
    assertThat(one).isBetween(60, 120);
    assertThat(ten).isBetween(8 * one, 10 * one);
  }

  @Test
  void everyEntryBalancesAndIsNamedOnce() {
    for (SampleCompany company : SampleCompany.all()) {
      Set<String> names = new HashSet<>();
      everything(company)
          .forEach(
              entry -> {
                assertThat(names.add(entry.source() + entry.reference())).isTrue();
                assertThat(entry.lines()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(sum(entry.lines().stream(), company)).as(entry.toString()).isZero();
              });
    }
  }

  @Test
  void bothEndsOfEveryPairSayTheSameAfterEveryMonth() {
    for (SamplePair pair : SamplePair.all()) {
      if (pair.kind().equals("INVESTMENT")) {
        continue;
      }
      Map<String, BigDecimal> open = new TreeMap<>();
      collect(year.opening(pair.companyA()), pair.accountA(), open);
      collect(year.opening(pair.companyB()), pair.accountB(), open);
      for (YearMonth month : year.months()) {
        year.entries(pair.companyA(), month).forEach(e -> collect(e, pair.accountA(), open));
        year.entries(pair.companyB(), month).forEach(e -> collect(e, pair.accountB(), open));
        assertThat(open.values())
            .as("%s after %s", pair.name(), month)
            .allMatch(amount -> amount.signum() == 0);
      }
    }
  }

  @Test
  void companyStaysSolventAndEarnsMoney() {
    for (SampleCompany company : SampleCompany.all()) {
      BigDecimal bank = BigDecimal.ZERO;
      for (SampleEntry entry : everything(company).toList()) {
        bank =
            bank.add(
                entry.lines().stream()
                    .filter(line -> line.account().equals(company.account(SampleRole.BANK)))
                    .map(line -> line.baseAmount().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
      }
      assertThat(bank).as(company.code()).isPositive();
    }
  }

  private Stream<SampleEntry> everything(SampleCompany company) {
    return Stream.concat(
        Stream.of(year.opening(company)),
        year.months().stream().flatMap(month -> year.entries(company, month).stream()));
  }

  private static void collect(SampleEntry entry, String account, Map<String, BigDecimal> open) {
    for (DraftLine line : entry.lines()) {
      if (line.account().equals(account)) {
        open.merge(
            line.amount().currency().getCurrencyCode(), line.amount().amount(), BigDecimal::add);
      }
    }
  }

  private static BigDecimal sum(Stream<DraftLine> lines, SampleCompany company) {
    return lines
        .map(DraftLine::baseAmount)
        .reduce(Money.zero(company.currency()), Money::plus)
        .amount();
  }
}
