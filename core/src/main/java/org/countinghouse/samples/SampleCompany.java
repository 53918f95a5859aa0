package org.countinghouse.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.NewAccount;

/**
 * One of the three companies of the sample group.
 *
 * @param code of the organization
 * @param country ISO 3166-1 alpha-2; its chart of accounts comes from {@code ledger/charts}
 * @param currency of its books
 * @param taxRate percent of value added tax on what it sells and buys; zero where there is none
 * @param weight how large it is beside the others, in percent
 * @param accounts account codes by what they are for
 */
public record SampleCompany(
    String code,
    String country,
    Currency currency,
    BigDecimal taxRate,
    int weight,
    Map<SampleRole, String> accounts) {

  /** The parent, in Britain. */
  public static final SampleCompany HBUK = of("HBUK", "GB", "GBP", "20", 100);

  /** The German subsidiary. */
  public static final SampleCompany HBDE = of("HBDE", "DE", "EUR", "19", 120);

  /** The American subsidiary. */
  public static final SampleCompany HBUS = of("HBUS", "US", "USD", "0", 90);

  public SampleCompany {
    accounts = Map.copyOf(accounts);
  }

  /** All of them, the parent first. */
  public static List<SampleCompany> all() {
    return List.of(HBUK, HBDE, HBUS);
  }

  /** The accounts it has besides those of its country's chart: partners, external systems. */
  public List<NewAccount> ownAccounts() {
    return SampleTables.accounts(code);
  }

  /** Accounts that hold foreign money owed or owing, and are valued anew at each month's end. */
  public List<String> monetaryAccounts() {
    List<String> codes = new ArrayList<>(List.of(account(SampleRole.SUPPLIERS)));
    for (SamplePair pair : SamplePair.all()) {
      if (pair.kind().equals("BALANCE") && pair.companyA().equals(this)) {
        codes.add(pair.accountA());
      }
      if (pair.kind().equals("BALANCE") && pair.companyB().equals(this)) {
        codes.add(pair.accountB());
      }
    }
    return codes;
  }

  String account(SampleRole role) {
    String account = accounts.get(role);
    if (account == null) {
      throw new IllegalArgumentException(code + " has no account for " + role);
    }
    return account;
  }

  private static SampleCompany of(
      String code, String country, String currency, String taxRate, int weight) {
    return new SampleCompany(
        code,
        country,
        Currency.getInstance(currency),
        new BigDecimal(taxRate),
        weight,
        SampleTables.roles(country));
  }
}
