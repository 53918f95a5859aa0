package org.countinghouse.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.jspecify.annotations.Nullable;

@Mapper
interface BankAccountMapper {

  List<Row> list(@Param("organizationId") UUID organizationId);

  @Nullable Row find(@Param("id") UUID id);

  @Nullable Row findByCode(
      @Param("organizationId") UUID organizationId, @Param("code") String code);

  /** What makes the account one that is there already, if anything does: code, number or place. */
  @Nullable String findTaken(@Param("row") Row row);

  void insert(@Param("row") Row row, @Param("by") String by, @Param("at") Instant at);

  int update(@Param("row") Row row);

  int close(@Param("id") UUID id, @Param("on") @Nullable LocalDate on);

  /** The table's columns as they are stored; aliases in one text, between line feeds. */
  record Row(
      UUID id,
      UUID organizationId,
      String code,
      String name,
      String holder,
      String number,
      @Nullable String bic,
      String currency,
      String ledgerAccount,
      String transitAccount,
      String aliases,
      @Nullable LocalDate closedOn) {

    static Row of(BankAccount account) {
      Bic bic = account.bic();
      return new Row(
          account.id(),
          account.organizationId(),
          account.code(),
          account.name(),
          account.holder(),
          account.number().value(),
          bic == null ? null : bic.value(),
          account.currency().getCurrencyCode(),
          account.ledgerAccount(),
          account.transitAccount(),
          String.join("\n", account.aliases()),
          account.closedOn());
    }

    BankAccount value() {
      return new BankAccount(
          id,
          organizationId,
          code,
          name,
          holder,
          AccountNumber.parse(number),
          bic == null ? null : new Bic(bic),
          Currency.getInstance(currency),
          ledgerAccount,
          transitAccount,
          aliases.isEmpty() ? List.of() : Arrays.asList(aliases.split("\n")),
          closedOn);
    }
  }
}
