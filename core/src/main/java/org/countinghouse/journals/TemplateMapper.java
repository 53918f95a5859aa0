package org.countinghouse.journals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface TemplateMapper {

  /** The number of rows inserted: none where the code is taken. */
  int insert(@Param("row") Row row, @Param("by") String by, @Param("at") Instant at);

  int update(@Param("row") Row row, @Param("by") String by, @Param("at") Instant at);

  int remove(@Param("id") UUID id, @Param("by") String by, @Param("at") Instant at);

  @Nullable Row find(@Param("id") UUID id);

  List<Row> list(@Param("organizationId") UUID organizationId);

  void deleteLines(@Param("id") UUID id);

  void insertLines(@Param("organizationId") UUID organizationId, @Param("rows") List<LineRow> rows);

  List<LineRow> listLines(@Param("organizationId") UUID organizationId);

  /** A template as stored. */
  record Row(UUID id, UUID organizationId, String code, String name, String description) {}

  /** A line as stored. */
  record LineRow(
      UUID templateId,
      int lineNo,
      JournalTemplate.Side side,
      String account,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal share,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode,
      @Nullable String text) {

    static LineRow of(UUID templateId, int lineNo, JournalTemplate.Line line) {
      return new LineRow(
          templateId,
          lineNo,
          line.side(),
          line.account(),
          line.amount(),
          line.share(),
          line.costCentre(),
          line.project(),
          line.taxCode(),
          line.text());
    }

    JournalTemplate.Line line() {
      return new JournalTemplate.Line(
          side, account, amount, share, costCentre, project, taxCode, text);
    }
  }
}
