package org.countinghouse.ledger.imports;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.JournalDigest;
import org.countinghouse.ledger.Period;
import org.jspecify.annotations.Nullable;

/** What a file is checked against, as it stood when reading began. */
public final class References {

  private final UUID organizationId;
  private final CurrencyRef base;
  private final List<AccountRef> accounts;
  private final List<CodeRef> costCentres;
  private final List<CurrencyRef> currencies;
  private final ByteKeys<AccountRef> accountsByCode;
  private final ByteKeys<CodeRef> costCentresByCode;
  private final ByteKeys<CodeRef> projectsByCode;
  private final ByteKeys<CurrencyRef> currenciesByCode;
  private final Map<YearMonth, Period> periods = new HashMap<>();

  /** The chart, cost centres, open projects and periods of one organization. */
  public References(
      UUID organizationId,
      Currency base,
      Collection<Account> chart,
      Collection<String> costCentres,
      Collection<String> projects,
      List<Period> periods) {
    this.organizationId = organizationId;
    this.accounts =
        numbered(
            chart.stream().sorted(Comparator.comparing(Account::code)).toList(),
            (account, ordinal) -> new AccountRef(account, bytes(account.code()), ordinal));
    this.costCentres = codes(costCentres);
    this.currencies =
        numbered(
            Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList(),
            CurrencyRef::of);
    this.accountsByCode = new ByteKeys<>(accounts, ref -> ref.account().code());
    this.costCentresByCode = new ByteKeys<>(this.costCentres, CodeRef::code);
    this.projectsByCode = new ByteKeys<>(codes(projects), CodeRef::code);
    this.currenciesByCode = new ByteKeys<>(currencies, ref -> ref.currency().getCurrencyCode());
    byte[] baseCode = bytes(base.getCurrencyCode());
    this.base = Objects.requireNonNull(currenciesByCode.find(baseCode, 0, baseCode.length));
    periods.forEach(period -> this.periods.put(period.month(), period));
  }

  UUID organizationId() {
    return organizationId;
  }

  CurrencyRef base() {
    return base;
  }

  @Nullable AccountRef account(CsvRecords csv, int field) {
    return accountsByCode.find(csv.buffer(), csv.start(field), csv.length(field));
  }

  @Nullable CodeRef costCentre(CsvRecords csv, int field) {
    return costCentresByCode.find(csv.buffer(), csv.start(field), csv.length(field));
  }

  @Nullable CodeRef project(CsvRecords csv, int field) {
    return projectsByCode.find(csv.buffer(), csv.start(field), csv.length(field));
  }

  @Nullable CurrencyRef currency(CsvRecords csv, int field) {
    return currenciesByCode.find(csv.buffer(), csv.start(field), csv.length(field));
  }

  AccountRef account(int ordinal) {
    return accounts.get(ordinal);
  }

  CodeRef costCentre(int ordinal) {
    return costCentres.get(ordinal);
  }

  CurrencyRef currency(int ordinal) {
    return currencies.get(ordinal);
  }

  @Nullable Period period(YearMonth month) {
    return periods.get(month);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<CodeRef> codes(Collection<String> codes) {
    return numbered(
        codes.stream().sorted().toList(),
        (code, ordinal) -> new CodeRef(code, bytes(code), ordinal));
  }

  private static <T, R> List<R> numbered(List<T> sorted, BiFunction<T, Integer, R> ref) {
    return IntStream.range(0, sorted.size()).mapToObj(i -> ref.apply(sorted.get(i), i)).toList();
  }

  /**
   * An account and its code as bytes.
   *
   * @param ordinal its place among all, by code; so for the others
   */
  record AccountRef(Account account, byte[] code, int ordinal) {}

  /** A code as text and as bytes. */
  record CodeRef(String code, byte[] bytes, int ordinal) {}

  /**
   * A currency.
   *
   * @param step its smallest unit in units of 0.0001
   */
  record CurrencyRef(Currency currency, byte[] code, long step, int ordinal) {

    static CurrencyRef of(Currency currency, int ordinal) {
      long step = 1;
      for (int i = currency.getDefaultFractionDigits(); i < JournalDigest.SCALE; i++) {
        step *= 10;
      }
      return new CurrencyRef(currency, bytes(currency.getCurrencyCode()), step, ordinal);
    }
  }
}
