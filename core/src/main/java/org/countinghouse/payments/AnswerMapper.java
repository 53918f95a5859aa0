package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface AnswerMapper {

  /** The file of this message id, one answer at a time until this transaction ends. */
  @Nullable FileRow lockFile(
      @Param("organizationId") UUID organizationId, @Param("messageId") String messageId);

  @Nullable FileRow lockFileById(@Param("id") UUID id);

  /** The ids of files that hold payments of these end-to-end ids. */
  List<UUID> listFilesOf(
      @Param("organizationId") UUID organizationId, @Param("endToEndIds") String[] endToEndIds);

  @Nullable UUID findKnown(
      @Param("organizationId") UUID organizationId,
      @Param("fileId") UUID fileId,
      @Param("answerId") String answerId,
      @Param("contentHash") String contentHash);

  void insert(@Param("row") Row row);

  int updateCounts(
      @Param("id") UUID id,
      @Param("accepted") int accepted,
      @Param("rejected") int rejected,
      @Param("returned") int returned);

  @Nullable Row find(@Param("id") UUID id);

  /** The payments of a file, of one method or all; in the order of their end-to-end ids. */
  List<PaymentRow> listPayments(@Param("fileId") UUID fileId);

  int accept(@Param("ids") UUID[] ids, @Param("at") Instant at);

  int refuse(
      @Param("verdicts") Verdicts verdicts,
      @Param("answerId") UUID answerId,
      @Param("at") Instant at);

  int correct(@Param("verdicts") Verdicts verdicts);

  List<UUID> listSettlements(@Param("paymentIds") UUID[] paymentIds);

  int updateFile(
      @Param("id") UUID id,
      @Param("state") PaymentFile.State state,
      @Nullable @Param("answer") String answer,
      @Param("at") Instant at);

  int resolve(
      @Param("organizationId") UUID organizationId,
      @Param("answerId") UUID answerId,
      @Param("by") String by,
      @Param("at") Instant at);

  List<UUID> listItems(
      @Param("organizationId") UUID organizationId, @Param("answerId") UUID answerId);

  String findRunNumber(@Param("answerId") UUID answerId);

  /** A file answered. */
  record FileRow(
      UUID id,
      UUID organizationId,
      UUID runId,
      String runNumber,
      String messageId,
      PaymentFile.State state) {}

  /** A payment answered. */
  record PaymentRow(
      UUID id,
      String endToEndId,
      BigDecimal amount,
      String currency,
      PaymentMethod method,
      Payment.State state) {}

  /** What became of payments, a column each. */
  record Verdicts(
      UUID[] ids, String[] states, @Nullable String[] codes, @Nullable String[] texts) {}

  /** An answer as stored. */
  record Row(
      UUID id,
      UUID organizationId,
      String answerId,
      UUID fileId,
      String contentHash,
      int accepted,
      int rejected,
      int returned,
      @Nullable UUID documentId,
      String takenBy,
      Instant takenAt) {}
}
