package org.countinghouse.access;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

@Mapper
interface ApprovalLimitMapper {

  List<Amount> listMostSpecific(
      @Param("usernames") Collection<String> usernames,
      @Param("role") String role,
      @Param("organizationId") UUID organizationId,
      @Param("subject") String subject,
      @Param("costCentre") @Nullable String costCentre);

  List<Row> list(@Param("organizationId") UUID organizationId);

  @Nullable UUID findCostCentreId(
      @Param("organizationId") UUID organizationId, @Param("code") String code);

  void upsert(
      @Param("id") UUID id,
      @Param("limit") ApprovalLimit limit,
      @Param("userId") @Nullable UUID userId,
      @Param("costCentreId") @Nullable UUID costCentreId,
      @Param("by") String by,
      @Param("at") Instant at);

  /** As stored: four decimals whatever the currency has. */
  record Amount(String username, BigDecimal amount, String currency) {}

  /** The table's columns, names in place of ids. */
  record Row(
      UUID organizationId,
      String role,
      @Nullable String username,
      String subject,
      @Nullable String costCentre,
      BigDecimal amount,
      String currency) {

    ApprovalLimit limit() {
      return new ApprovalLimit(
          organizationId,
          role,
          username,
          subject,
          costCentre,
          Money.of(amount.toPlainString(), currency));
    }
  }
}
