package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

@Mapper
interface InvoiceMapper {

  void insert(@Param("row") Row row, @Param("keys") Keys keys);

  void insertLines(@Param("rows") List<LineRow> rows);

  void insertTaxes(@Param("rows") List<TaxRow> rows);

  void insertPayeeAccounts(@Param("rows") List<PayeeRow> rows);

  @Nullable Row find(@Param("id") UUID id);

  @Nullable Row findByDocumentNumber(
      @Param("organization") String organization, @Param("documentNumber") String documentNumber);

  @Nullable Row lockById(@Param("id") UUID id);

  List<Summary> list(@Param("filter") InvoiceFilter filter);

  List<LineRow> listLines(@Param("invoiceId") UUID invoiceId);

  List<TaxRow> listTaxes(@Param("invoiceId") UUID invoiceId);

  List<PayeeRow> listPayeeAccounts(@Param("invoiceId") UUID invoiceId);

  List<InvoiceDetails.Note> listNotes(@Param("invoiceId") UUID invoiceId);

  void insertNote(
      @Param("id") UUID id,
      @Param("organizationId") UUID organizationId,
      @Param("invoiceId") UUID invoiceId,
      @Param("note") InvoiceDetails.Note note);

  /** The claim that stands under this number. */
  @Nullable UUID findSame(
      @Param("organizationId") UUID organizationId,
      @Param("supplierId") UUID supplierId,
      @Param("keys") Keys keys);

  /** The latest claim that stands under this number in any year. */
  @Nullable UUID findByNumber(
      @Param("organizationId") UUID organizationId,
      @Param("supplierId") UUID supplierId,
      @Param("normalizedNumber") String normalizedNumber);

  int highestSequence(
      @Param("organizationId") UUID organizationId,
      @Param("supplierId") UUID supplierId,
      @Param("keys") Keys keys);

  List<Near> listNear(
      @Param("id") UUID id, @Param("from") LocalDate from, @Param("to") LocalDate to);

  @Nullable Keys findKeys(@Param("id") UUID id);

  int deleteCodings(@Param("invoiceId") UUID invoiceId);

  void insertCodings(@Param("rows") List<CodingRow> rows);

  int code(
      @Param("id") UUID id,
      @Param("coding") Coding coding,
      @Param("by") String by,
      @Param("at") Instant at);

  int updatePostingDate(@Param("id") UUID id, @Param("postingDate") LocalDate postingDate);

  int post(
      @Param("id") UUID id,
      @Param("journalId") UUID journalId,
      @Param("hash") String hash,
      @Param("by") @Nullable String by,
      @Param("basis") @Nullable String basis,
      @Param("at") Instant at);

  int reject(
      @Param("id") UUID id,
      @Param("reason") String reason,
      @Param("by") String by,
      @Param("at") Instant at);

  int override(
      @Param("id") UUID id,
      @Param("sequence") int sequence,
      @Param("reason") String reason,
      @Param("by") String by);

  void insertItem(@Param("row") ItemRow row);

  BigDecimal openBaseAmount(
      @Param("organizationId") UUID organizationId, @Param("asOf") LocalDate asOf);

  List<String> listUnfinished(
      @Param("organizationId") UUID organizationId, @Param("until") LocalDate until);

  long nextNumber(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("fiscalYear") int fiscalYear);

  /** What two documents are told apart by. */
  record Keys(String normalizedNumber, int fiscalYear) {}

  /** A claim as stored; parties are JSON text. */
  record Row(
      UUID id,
      UUID organizationId,
      String documentNumber,
      UUID supplierId,
      InvoiceType type,
      String number,
      LocalDate issuedOn,
      LocalDate dueOn,
      String currency,
      BigDecimal net,
      BigDecimal tax,
      BigDecimal gross,
      BigDecimal prepaid,
      BigDecimal payable,
      String seller,
      String buyer,
      @Nullable String orderReference,
      @Nullable String buyerReference,
      @Nullable String precedingInvoice,
      @Nullable String note,
      @Nullable UUID inboxDocumentId,
      @Nullable UUID documentId,
      InvoiceState state,
      LocalDate postingDate,
      @Nullable BigDecimal baseRate,
      String receivedBy,
      Instant receivedAt,
      @Nullable String codedBy,
      @Nullable String approvedBy,
      @Nullable UUID journalId,
      @Nullable String endReason,
      @Nullable UUID duplicateOf,
      @Nullable String overrideReason,
      @Nullable String overriddenBy,
      boolean prepayment,
      @Nullable String approvalBasis) {}

  /** A line as stored, with its coding where there is one. */
  record LineRow(
      UUID organizationId,
      UUID invoiceId,
      int position,
      ReceivedLine.Kind kind,
      String reference,
      String name,
      @Nullable String description,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      BigDecimal net,
      String currency,
      String taxCategory,
      @Nullable BigDecimal taxRate,
      @Nullable String orderLine,
      @Nullable String sellerItem,
      @Nullable String account,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode) {}

  /** A tax as stored. */
  record TaxRow(
      UUID organizationId,
      UUID invoiceId,
      int position,
      String category,
      @Nullable BigDecimal rate,
      BigDecimal taxable,
      BigDecimal tax,
      String currency,
      @Nullable String exemptionReason) {}

  /** A payee account as stored. */
  record PayeeRow(
      UUID organizationId,
      UUID invoiceId,
      int position,
      String numberCipher,
      String numberPrint,
      @Nullable String bic,
      @Nullable String holder) {}

  /** A line's coding as stored. */
  record CodingRow(UUID organizationId, UUID invoiceId, int position, LineCoding coding) {}

  /** A claim that looks like another. */
  record Near(UUID id, String documentNumber, String number) {}

  /** One row of a list. */
  record Summary(
      UUID id,
      String documentNumber,
      String number,
      InvoiceType type,
      UUID supplierId,
      String supplierName,
      LocalDate issuedOn,
      LocalDate dueOn,
      BigDecimal payable,
      String currency,
      InvoiceState state) {}

  /** A due item as stored. */
  record ItemRow(
      UUID id,
      UUID organizationId,
      UUID invoiceId,
      UUID supplierId,
      Money amount,
      Money baseAmount,
      LocalDate postedOn,
      LocalDate dueOn,
      UUID journalId,
      Instant createdAt) {}
}
