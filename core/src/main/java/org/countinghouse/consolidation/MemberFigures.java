package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.ledger.AccountType;

/**
 * Reads the members' books by the views the ledger publishes. The carry-forward of results is left
 * out everywhere: a group carries its results forward itself, at the rates they arose at.
 */
@Mapper
interface MemberFigures {

  /** What moved on every account in every month up to there, in the member's currency. */
  List<MonthRow> listMonths(@Param("memberId") UUID memberId, @Param("cut") Cut cut);

  /** What moved on these accounts on every day up to there, in the member's currency. */
  List<DayRow> listDays(
      @Param("memberId") UUID memberId,
      @Param("accounts") String[] accounts,
      @Param("cut") Cut cut);

  /**
   * What one account holds, by the currency of the business.
   *
   * @param from first day of the first month that counts
   * @param until first day of the last month that counts
   */
  List<CurrencyRow> listCurrencies(
      @Param("memberId") UUID memberId,
      @Param("account") String account,
      @Param("from") LocalDate from,
      @Param("until") LocalDate until);

  /** Months up to this one that are not closed, earliest first. */
  List<LocalDate> listOpen(@Param("memberId") UUID memberId, @Param("until") LocalDate until);

  /** Whether the member keeps books for this month, as far as the caller may see them. */
  boolean keepsBooks(@Param("memberId") UUID memberId, @Param("period") LocalDate period);

  /** One account and month; debit positive. */
  record MonthRow(String account, AccountType type, LocalDate period, BigDecimal amount) {}

  /** One account and day; debit positive. */
  record DayRow(String account, LocalDate day, BigDecimal amount) {}

  /** One currency; debit positive. */
  record CurrencyRow(String currency, BigDecimal amount) {}
}
