package org.countinghouse.ledger.imports;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.JournalDigest;
import org.countinghouse.ledger.Period;
import org.jspecify.annotations.Nullable;

/** What a file is checked against, as it stood when reading began. */
public final class References {

  private final UUID organizationId;
  private final CurrencyRef base;
  private final ByteKeys<AccountRef> accounts;
  private final ByteKeys<CodeRef> costCentres;
  private final ByteKeys<CurrencyRef> currencies;
  private final Map<YearMonth, Period> periods = new HashMap<>();

  /** The chart, cost centres and periods of one organization. */
  public References(
      UUID organizationId,
      Currency base,
      Collection<Account> chart,
      Collection<String> costCentres,
      List<Period> periods) {
    this.organizationId = organizationId;
    this.base = CurrencyRef.of(base);
    this.accounts =
        new ByteKeys<>(
            chart.stream().map(account -> new AccountRef(account, bytes(account.code()))).toList(),
            ref -> ref.account().code());
    this.costCentres =
        new ByteKeys<>(
            costCentres.stream().map(code -> new CodeRef(code, bytes(code))).toList(),
            CodeRef::code);
    this.currencies =
        new ByteKeys<>(
            Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(CurrencyRef::of)
                .toList(),
            ref -> ref.currency().getCurrencyCode());
    periods.forEach(period -> this.periods.put(period.month(), period));
  }

  UUID organizationId() {
    return organizationId;
  }

  CurrencyRef base() {
    return base;
  }

  @Nullable AccountRef account(CsvRecords csv, int field) {
    return accounts.find(csv.buffer(), csv.start(field), csv.length(field));
  }

  @Nullable CodeRef costCentre(CsvRecords csv, int field) {
    return costCentres.find(csv.buffer(), csv.start(field), csv.length(field));
  }

  @Nullable CurrencyRef currency(CsvRecords csv, int field) {
    return currencies.find(csv.buffer(), csv.start(field), csv.length(field));
  }

  @Nullable Period period(YearMonth month) {
    return periods.get(month);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** An account and its code as bytes. */
  record AccountRef(Account account, byte[] code) {}

  /** A code as text and as bytes. */
  record CodeRef(String code, byte[] bytes) {}

  /**
   * A currency.
   *
   * @param step its smallest unit in units of 0.0001
   */
  record CurrencyRef(Currency currency, byte[] code, long step) {

    static CurrencyRef of(Currency currency) {
      long step = 1;
      for (int i = currency.getDefaultFractionDigits(); i < JournalDigest.SCALE; i++) {
        step *= 10;
      }
      return new CurrencyRef(currency, bytes(currency.getCurrencyCode()), step);
    }
  }
}
