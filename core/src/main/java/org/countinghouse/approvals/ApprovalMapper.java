package org.countinghouse.approvals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ApprovalMapper {

  void insertRequest(@Param("row") RequestRow row);

  @Nullable RequestRow findById(@Param("id") UUID id);

  @Nullable RequestRow lockById(@Param("id") UUID id);

  @Nullable RequestRow findLatestByCorrelation(@Param("correlation") String correlation);

  @Nullable RequestRow lockLatestByCorrelation(@Param("correlation") String correlation);

  List<RequestRow> listBySubject(
      @Param("organizationId") UUID organizationId,
      @Param("subjectType") String subjectType,
      @Param("subjectId") UUID subjectId);

  /** Without their facts. */
  List<RequestRow> listPast(
      @Param("organizationId") UUID organizationId,
      @Param("subjectType") String subjectType,
      @Param("from") Instant from,
      @Param("until") Instant until);

  List<Decision> listPastDecisions(
      @Param("organizationId") UUID organizationId,
      @Param("subjectType") String subjectType,
      @Param("from") Instant from,
      @Param("until") Instant until);

  int updateLevel(
      @Param("id") UUID id, @Param("level") int level, @Param("offeredUpTo") int offeredUpTo);

  int close(@Param("id") UUID id, @Param("state") String state, @Param("at") Instant at);

  int closeOpen(
      @Param("organizationId") UUID organizationId,
      @Param("subjectType") String subjectType,
      @Param("subjectId") UUID subjectId,
      @Param("state") String state,
      @Param("at") Instant at);

  void insertOffers(@Param("rows") List<OfferRow> rows);

  List<OfferRow> listOffers(@Param("requestId") UUID requestId, @Param("level") int level);

  void insertDecision(@Param("row") DecisionRow row);

  List<Decision> listDecisions(@Param("requestIds") List<UUID> requestIds);

  void insertQuestion(@Param("organizationId") UUID organizationId, @Param("row") Question row);

  int answer(
      @Param("requestId") UUID requestId,
      @Param("by") String by,
      @Param("answer") String answer,
      @Param("at") Instant at);

  List<Question> listQuestions(@Param("requestIds") List<UUID> requestIds);

  /** A request as stored; arrays and lists are JSON text. */
  record RequestRow(
      UUID id,
      UUID organizationId,
      String correlation,
      String subjectType,
      UUID subjectId,
      String reference,
      String title,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable String costCentre,
      String makers,
      @Nullable String evidence,
      String contentHash,
      String facts,
      String levels,
      String state,
      int level,
      int offeredUpTo,
      Instant requestedAt,
      @Nullable UUID previousId,
      String inputs) {}

  /** Somebody who was asked. */
  record OfferRow(
      UUID organizationId,
      UUID requestId,
      int level,
      String username,
      @Nullable String onBehalfOf,
      String role,
      @Nullable BigDecimal limitAmount,
      @Nullable String limitCurrency,
      Instant offeredAt) {}

  /** A decision with what its constraints need. */
  record DecisionRow(UUID organizationId, Decision decision, String makers) {}
}
