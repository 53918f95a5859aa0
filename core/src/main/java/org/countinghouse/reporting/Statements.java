package org.countinghouse.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reporting.statements.Statement;
import org.countinghouse.reporting.statements.StatementDefinition;
import org.countinghouse.reporting.statements.StatementDefinitions;
import org.countinghouse.reporting.statements.StatementLine;
import org.countinghouse.reporting.statements.StatementMapper;
import org.countinghouse.reporting.statements.StatementMapping;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account stands on which line of an organization's statements. The definition of its country
 * says; an organization with a chart of its own assigns what the definition cannot know. Every
 * account must stand on exactly one line: {@link #findings} says where it does not.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Statements {

  private final StatementDefinitions definitions;
  private final StatementMapper mapper;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  Statements(
      StatementDefinitions definitions,
      StatementMapper mapper,
      Organizations organizations,
      Audit audit,
      Clock clock) {
    this.definitions = definitions;
    this.mapper = mapper;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** A line accounts can be assigned to. */
  public record Line(String statement, String key, String label) {}

  /** The mapping of an organization as it is now. */
  @Transactional(readOnly = true)
  public StatementMapping mapping(Organization organization) {
    Map<String, Map<Statement, String>> assigned = new HashMap<>();
    for (StatementAssignment assignment : mapper.listAssignments(organization.id())) {
      assigned
          .computeIfAbsent(assignment.account(), account -> new HashMap<>())
          .put(statement(assignment.statement()), assignment.line());
    }
    return new StatementMapping(
        definitions.ofCountry(organization.country()),
        mapper.listAccounts(organization.id()),
        assigned);
  }

  /**
   * Accounts that do not stand on exactly one line of each statement they belong into; empty when
   * profit and loss account and balance sheet use every account exactly once.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  @Transactional(readOnly = true)
  public List<StatementFinding> findings(UUID organizationId) {
    return mapping(organizations.byId(organizationId)).findings();
  }

  /** The lines an organization's accounts can be assigned to. */
  @Transactional(readOnly = true)
  public List<Line> lines(Organization organization) {
    return definitions.ofCountry(organization.country()).lines().stream()
        .filter(line -> line.kind() == StatementLine.Kind.LINE)
        .map(
            line ->
                new Line(line.statement().text(), line.key(), line.label(organization.locale())))
        .toList();
  }

  /** What was assigned, by statement and account. */
  @Transactional(readOnly = true)
  public List<StatementAssignment> assignments(UUID organizationId) {
    return mapper.listAssignments(organizationId);
  }

  /**
   * Puts an account on this line, whatever the definition says.
   *
   * @param statement {@code profit-and-loss}, {@code balance-sheet}, {@code cash-flow}
   * @throws BusinessException {@code reporting.line-unknown}, {@code reporting.account-misplaced}
   */
  public void assign(UUID organizationId, String statement, String account, String line, Actor by) {
    Organization organization = organizations.byId(organizationId);
    StatementDefinition definition = definitions.ofCountry(organization.country());
    Statement which = statement(statement);
    if (!definition.hasLine(which, line)) {
      throw ReportingError.LINE_UNKNOWN.with(statement, line);
    }
    boolean fits =
        mapper.listAccounts(organizationId).stream()
            .anyMatch(entry -> entry.code().equals(account) && which.needs(entry.type()));
    if (!fits) {
      throw ReportingError.ACCOUNT_MISPLACED.with(account, statement);
    }
    mapper.assign(organizationId, statement, account, line, by.username(), now());
    audit(organizationId, "assigned", statement, account, line, by);
  }

  /** Lets the definition decide again where the account stands. */
  public void withdraw(UUID organizationId, String statement, String account, Actor by) {
    if (mapper.withdraw(organizationId, statement, account) > 0) {
      audit(organizationId, "withdrawn", statement, account, "", by);
    }
  }

  private static Statement statement(String text) {
    return Arrays.stream(Statement.values())
        .filter(statement -> statement.text().equals(text))
        .findFirst()
        .orElseThrow(() -> ReportingError.STATEMENT_UNKNOWN.with(text));
  }

  private void audit(
      UUID organizationId, String action, String statement, String account, String line, Actor by) {
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            action,
            "reporting.statement-assignment",
            statement + "/" + account,
            null,
            Map.of("line", line)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
