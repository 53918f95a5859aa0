package org.countinghouse.journals;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.journals.JournalTemplate.Line;
import org.countinghouse.journals.JournalTemplate.Side;
import org.countinghouse.journals.TemplateMapper.LineRow;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps templates and fills them in. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class JournalTemplates {

  private static final String RESOURCE = "ledger.journal-template";

  private final TemplateMapper mapper;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  JournalTemplates(TemplateMapper mapper, Organizations organizations, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** The templates in use, by code. */
  @Transactional(readOnly = true)
  public List<JournalTemplate> list(UUID organizationId) {
    Map<UUID, List<LineRow>> lines =
        mapper.listLines(organizationId).stream()
            .collect(Collectors.groupingBy(LineRow::templateId));
    return mapper.list(organizationId).stream()
        .map(row -> value(row, lines.getOrDefault(row.id(), List.of())))
        .toList();
  }

  /**
   * The template of this id.
   *
   * @throws BusinessException {@code journals.template-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public JournalTemplate require(UUID id) {
    TemplateMapper.Row row = mapper.find(id);
    if (row == null) {
      throw JournalsError.TEMPLATE_UNKNOWN.with(id);
    }
    return list(row.organizationId()).stream()
        .filter(template -> template.id().equals(id))
        .findFirst()
        .orElseThrow(() -> JournalsError.TEMPLATE_UNKNOWN.with(id));
  }

  /**
   * Adds a template.
   *
   * @param wanted its id does not matter
   * @throws BusinessException {@code journals.template-invalid}, {@code journals.template-taken}
   */
  public JournalTemplate create(JournalTemplate wanted, Actor by) {
    requireValid(wanted);
    JournalTemplate created =
        new JournalTemplate(
            Ids.next(),
            wanted.organizationId(),
            wanted.code(),
            wanted.name(),
            wanted.description(),
            wanted.lines());
    if (mapper.insert(row(created), by.username(), clock.instant()) == 0) {
      throw JournalsError.TEMPLATE_TAKEN.with(wanted.code());
    }
    writeLines(created);
    record(created, "created", null, created, by);
    return created;
  }

  /**
   * Replaces what a template says; its code stays.
   *
   * @throws BusinessException {@code journals.template-unknown}, {@code journals.template-invalid}
   */
  public JournalTemplate change(UUID id, JournalTemplate wanted, Actor by) {
    JournalTemplate before = require(id);
    var after =
        new JournalTemplate(
            id,
            before.organizationId(),
            before.code(),
            wanted.name(),
            wanted.description(),
            wanted.lines());
    requireValid(after);
    mapper.update(row(after), by.username(), clock.instant());
    mapper.deleteLines(id);
    writeLines(after);
    record(after, "changed", before, after, by);
    return after;
  }

  /**
   * Takes a template out of use; its code can be given again.
   *
   * @throws BusinessException {@code journals.template-unknown}
   */
  public void remove(UUID id, Actor by) {
    JournalTemplate before = require(id);
    mapper.remove(id, by.username(), clock.instant());
    record(before, "removed", before, null, by);
  }

  /**
   * The template's lines filled in. A total is distributed over the shares of each side; what the
   * division leaves over goes one minor unit each to the largest remainders, the earlier line
   * first, so both sides sum to exactly the total.
   *
   * @param total in base currency; null where the template has no shares
   * @return lines with a null amount where the user fills it in
   * @throws BusinessException {@code journals.template-total}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<EnteredLine> fill(JournalTemplate template, @Nullable BigDecimal total) {
    Currency base = organizations.byId(template.organizationId()).baseCurrency();
    if (template.hasShares() && (total == null || total.signum() <= 0)) {
      throw JournalsError.TEMPLATE_TOTAL.with(template.code(), base);
    }
    Iterator<Money> debits = parts(template, Side.DEBIT, total, base);
    Iterator<Money> credits = parts(template, Side.CREDIT, total, base);
    List<EnteredLine> filled = new ArrayList<>();
    for (Line line : template.lines()) {
      boolean debit = line.side() == Side.DEBIT;
      BigDecimal amount =
          line.share() == null ? line.amount() : (debit ? debits : credits).next().amount();
      filled.add(
          new EnteredLine(
              "line " + (filled.size() + 1),
              line.account(),
              debit ? amount : null,
              debit ? null : amount,
              null,
              null,
              line.costCentre(),
              line.project(),
              line.taxCode(),
              line.text()));
    }
    return filled;
  }

  private static Iterator<Money> parts(
      JournalTemplate template, Side side, @Nullable BigDecimal total, Currency base) {
    List<BigDecimal> shares = new ArrayList<>();
    for (Line line : template.lines()) {
      BigDecimal share = line.share();
      if (line.side() == side && share != null) {
        shares.add(share);
      }
    }
    return total == null || shares.isEmpty()
        ? List.<Money>of().iterator()
        : new Money(total, base).split(shares).iterator();
  }

  private static void requireValid(JournalTemplate wanted) {
    if (!wanted.isValid()) {
      throw JournalsError.TEMPLATE_INVALID.with();
    }
  }

  private void writeLines(JournalTemplate template) {
    List<Line> lines = template.lines();
    mapper.insertLines(
        template.organizationId(),
        IntStream.range(0, lines.size())
            .mapToObj(i -> LineRow.of(template.id(), i + 1, lines.get(i)))
            .toList());
  }

  private void record(
      JournalTemplate template,
      String action,
      @Nullable Object before,
      @Nullable Object after,
      Actor by) {
    audit.record(
        new AuditEntry(
            template.organizationId(), by, action, RESOURCE, template.code(), before, after));
  }

  private static TemplateMapper.Row row(JournalTemplate template) {
    return new TemplateMapper.Row(
        template.id(),
        template.organizationId(),
        template.code(),
        template.name(),
        template.description());
  }

  private static JournalTemplate value(TemplateMapper.Row row, List<LineRow> lines) {
    return new JournalTemplate(
        row.id(),
        row.organizationId(),
        row.code(),
        row.name(),
        row.description(),
        lines.stream().map(LineRow::line).toList());
  }
}
