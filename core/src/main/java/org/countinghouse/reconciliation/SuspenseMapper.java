package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface SuspenseMapper {

  /** What is not explained, the oldest first. */
  List<SuspenseEntry> list(
      @Param("organizationId") UUID organizationId,
      @Param("bankAccountId") @Nullable UUID bankAccountId,
      @Param("limit") int limit);

  @Nullable SuspenseEntry find(@Param("entryId") UUID entryId);

  /** Keeps others from explaining the entry until this transaction ends. */
  @Nullable UUID lock(@Param("entryId") UUID entryId);

  int count(
      @Param("organizationId") UUID organizationId,
      @Param("bankAccountId") @Nullable UUID bankAccountId,
      @Param("until") LocalDate until);

  /** What an entry could be, the likeliest first. */
  List<Candidate> listCandidates(@Param("entryId") UUID entryId, @Param("limit") int limit);

  /** What was ever said to explain an entry, in order. */
  List<Explanation> listExplanations(@Param("entryId") UUID entryId);

  /** Open items of a supplier that a part can take. */
  @Nullable OpenItem findItem(
      @Param("organizationId") UUID organizationId, @Param("itemId") UUID itemId);

  /** What stands in suspense and what the bank says, per account, at the end of a day. */
  List<AccountState> listStates(
      @Param("organizationId") UUID organizationId, @Param("until") LocalDate until);

  /** A due item as far as it is open. */
  record OpenItem(UUID itemId, String documentNumber, BigDecimal openAmount, String currency) {}

  /**
   * A bank account at the end of a day, in its currency.
   *
   * @param bank by the statements
   * @param ledger by the books
   * @param suspended entries that are not explained
   */
  record AccountState(
      UUID bankAccountId,
      String code,
      String ledgerAccount,
      String currency,
      LocalDate lastDay,
      BigDecimal bank,
      BigDecimal ledger,
      int suspended) {}
}
