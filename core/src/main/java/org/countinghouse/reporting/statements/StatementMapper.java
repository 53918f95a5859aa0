package org.countinghouse.reporting.statements;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.countinghouse.reporting.StatementAssignment;

/** Assignments of accounts to statement lines. */
@Mapper
public interface StatementMapper {

  /** Every account of the chart, by code. */
  @Select(
      """
      select account as code, name, type, postable
        from finance.ledger_account_v
       where organization_id = #{organizationId}
       order by account
      """)
  List<StatementMapping.Entry> listAccounts(@Param("organizationId") UUID organizationId);

  /** Every assignment, by statement and account. */
  @Select(
      """
      select statement, account, line, assigned_by, assigned_at
        from finance.statement_assignments
       where organization_id = #{organizationId}
       order by statement, account
      """)
  List<StatementAssignment> listAssignments(@Param("organizationId") UUID organizationId);

  /** Assigns, or assigns anew. */
  @Insert(
      """
      insert into finance.statement_assignments (
          organization_id, statement, account, line, assigned_by, assigned_at)
      values (#{organizationId}, #{statement}, #{account}, #{line}, #{by}, #{at})
      on conflict (organization_id, statement, account)
      do update set line = excluded.line, assigned_by = excluded.assigned_by,
                    assigned_at = excluded.assigned_at
      """)
  void assign(
      @Param("organizationId") UUID organizationId,
      @Param("statement") String statement,
      @Param("account") String account,
      @Param("line") String line,
      @Param("by") String by,
      @Param("at") Instant at);

  /** Takes an assignment back. */
  @Delete(
      """
      delete from finance.statement_assignments
       where organization_id = #{organizationId} and statement = #{statement}
         and account = #{account}
      """)
  int withdraw(
      @Param("organizationId") UUID organizationId,
      @Param("statement") String statement,
      @Param("account") String account);
}
