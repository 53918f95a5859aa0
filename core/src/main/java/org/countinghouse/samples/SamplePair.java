package org.countinghouse.samples;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two accounts of two companies of the sample group that say the same from both ends.
 *
 * @param kind BALANCE (claim and debt), RESULT (income and expense) or INVESTMENT (shares and
 *     capital)
 */
public record SamplePair(
    String kind,
    String name,
    SampleCompany companyA,
    String accountA,
    SampleCompany companyB,
    String accountB) {

  /** All pairs of the sample group. */
  public static List<SamplePair> all() {
    SampleCompany uk = SampleCompany.HBUK;
    SampleCompany de = SampleCompany.HBDE;
    SampleCompany us = SampleCompany.HBUS;
    Stream<SamplePair> balances =
        Stream.of(
            new SamplePair("BALANCE", "HBUK and HBDE: deliveries", uk, "1301", de, "3401"),
            new SamplePair("BALANCE", "HBUK and HBUS: deliveries", uk, "1302", us, "23001"),
            new SamplePair("BALANCE", "HBDE and HBUK: logistics", de, "1261", uk, "2301"),
            new SamplePair("BALANCE", "HBUK and HBUS: loan", uk, "1312", us, "25050"));
    Stream<SamplePair> results = SampleDealing.all().stream().map(SamplePair::result);
    Stream<SamplePair> investments =
        Stream.of(
            new SamplePair("INVESTMENT", "Shares in HBDE", uk, "0061", de, "2900"),
            new SamplePair("INVESTMENT", "Shares in HBUS", uk, "0062", us, "30100"));
    return Stream.of(balances, results, investments).flatMap(each -> each).toList();
  }

  private static SamplePair result(SampleDealing dealing) {
    return new SamplePair(
        "RESULT",
        "%s of %s to %s".formatted(dealing.name(), dealing.seller().code(), dealing.buyer().code()),
        dealing.seller(),
        dealing.income(),
        dealing.buyer(),
        dealing.expense());
  }
}
