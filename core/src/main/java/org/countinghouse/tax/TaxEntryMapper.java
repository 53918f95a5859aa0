package org.countinghouse.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface TaxEntryMapper {

  void insert(@Param("rows") List<RecordedTax> rows);

  List<RecordedTax> listOf(
      @Param("organizationId") UUID organizationId, @Param("journalId") UUID journalId);

  /**
   * Per tax account: what entries say, and what journals whose tax is kept in entries moved there.
   * Debit positive, in base currency.
   */
  List<TieRow> listTies(
      @Param("organizationId") UUID organizationId,
      @Param("accounts") String[] accounts,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to);

  /**
   * A tax account.
   *
   * @param entries by tax code
   * @param coded posted by payables, manual journals or with an entry
   * @param movement all that was posted
   */
  record TieRow(String account, BigDecimal entries, BigDecimal coded, BigDecimal movement) {}
}
