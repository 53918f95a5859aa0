package org.countinghouse.consolidation.report.consolidatedtrialbalance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.countinghouse.consolidation.ConsolidatedRow;
import org.countinghouse.consolidation.Consolidation;
import org.countinghouse.consolidation.ConsolidationError;
import org.countinghouse.consolidation.ConsolidationFigures;
import org.countinghouse.consolidation.ConsolidationLine;
import org.countinghouse.consolidation.ConsolidationMember;
import org.countinghouse.consolidation.ConsolidationRate;
import org.countinghouse.consolidation.Group;
import org.countinghouse.consolidation.Groups;
import org.countinghouse.consolidation.Translation;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.TableBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A group's month account by account: each member translated, what was eliminated, what is left.
 * Every column sums to zero. Of the consolidation named by its number ({@code consolidation}), or
 * of the newest closed one of a month ({@code period}), or of the newest of all.
 */
@Component
class ConsolidatedTrialBalanceReport implements Report {

  private static final String NAME = "consolidated-trial-balance";
  private static final String CONSOLIDATION = "consolidation";
  private static final String PERIOD = "period";

  private final Groups groups;
  private final ConsolidationFigures figures;

  ConsolidatedTrialBalanceReport(Groups groups, ConsolidationFigures figures) {
    this.groups = groups;
    this.figures = figures;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(CONSOLIDATION, PERIOD));
  }

  @Override
  public boolean supportsGroups() {
    return true;
  }

  @Override
  public boolean supportsOrganizations() {
    return false;
  }

  @Override
  public ReportTable run(ReportRequest request) {
    Consolidation consolidation = wanted(request);
    Currency currency = Currency.getInstance(consolidation.currency());
    List<ConsolidationMember> members = figures.members(consolidation.id());
    Messages messages = Messages.beside(ConsolidatedTrialBalanceReport.class, request.locale());
    var table =
        new TableBuilder(NAME, messages.text("title"), request, columns(members, messages))
            .parameter(PERIOD, consolidation.period().atEndOfMonth())
            .parameter(CONSOLIDATION, consolidation.number());
    notes(consolidation, members, messages).forEach(table::note);
    Map<String, Map<UUID, BigDecimal>> byMember = byMember(consolidation.id());
    List<Integer> all = new ArrayList<>();
    AccountType section = null;
    for (ConsolidatedRow row : figures.trialBalance(consolidation.id())) {
      if (row.type() != section) {
        section = row.type();
        table.heading(0, Label.of("type." + section, messages));
      }
      all.add(
          table.detail(
              1, cells(row, members, byMember.getOrDefault(row.account(), Map.of()), currency)));
    }
    table.total(0, all, Label.of("total", messages));
    return table.build();
  }

  private Consolidation wanted(ReportRequest request) {
    if (!(request.scope() instanceof ReportScope.OfGroup scope)) {
      throw new IllegalStateException("asked for one organization");
    }
    Group group = groups.byId(scope.id());
    String number = request.text(CONSOLIDATION).orElse(null);
    if (number != null) {
      return figures.byNumber(group, number);
    }
    YearMonth period = request.month(PERIOD).orElse(null);
    return figures
        .newestClosed(group, period)
        .orElseThrow(
            () ->
                ConsolidationError.CONSOLIDATION_UNKNOWN.with(
                    period == null ? group.code() : period));
  }

  private static List<Column> columns(List<ConsolidationMember> members, Messages messages) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("account", messages));
    columns.add(Column.text("name", messages));
    Column member = Column.money("member", messages);
    for (ConsolidationMember each : members) {
      String key =
          "member" + each.code().charAt(0) + each.code().substring(1).toLowerCase(Locale.ROOT);
      columns.add(new Column(key, each.code(), member.kind(), false));
    }
    columns.add(Column.money("eliminations", messages));
    columns.add(Column.money("balance", messages));
    return columns;
  }

  private static @Nullable Object[] cells(
      ConsolidatedRow row,
      List<ConsolidationMember> members,
      Map<UUID, BigDecimal> amounts,
      Currency currency) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.account());
    cells.add(row.name());
    for (ConsolidationMember member : members) {
      BigDecimal amount = amounts.get(member.memberId());
      cells.add(amount == null ? null : money(amount, currency));
    }
    cells.add(row.eliminations().signum() == 0 ? null : money(row.eliminations(), currency));
    cells.add(money(row.balance(), currency));
    return cells.toArray();
  }

  /** What each member adds to each account of the group. */
  private Map<String, Map<UUID, BigDecimal>> byMember(UUID consolidationId) {
    Map<String, Map<UUID, BigDecimal>> amounts = new TreeMap<>();
    for (ConsolidationLine line : figures.lines(consolidationId)) {
      UUID member = line.memberId();
      if (line.kind() != ConsolidationLine.Kind.ELIMINATION && member != null) {
        amounts
            .computeIfAbsent(line.groupAccount(), account -> new TreeMap<>())
            .merge(member, line.amount(), BigDecimal::add);
      }
    }
    return amounts;
  }

  private List<Note> notes(
      Consolidation consolidation, List<ConsolidationMember> members, Messages messages) {
    List<Note> notes = new ArrayList<>();
    if (consolidation.state() == Consolidation.State.CLOSED) {
      figures
          .outdatedMembers(consolidation.id())
          .forEach(
              member ->
                  notes.add(Note.finding("outdated", messages.text("outdated").formatted(member))));
    }
    if (consolidation.acceptedReason() != null) {
      notes.add(
          Note.information(
              "accepted",
              messages
                  .text("accepted")
                  .formatted(consolidation.acceptedBy(), consolidation.acceptedReason())));
    }
    for (ConsolidationMember member : members) {
      notes.add(
          Note.information(
              "certificate-" + member.code(),
              messages.text("certificate").formatted(member.code(), member.certificateNumber())));
    }
    for (ConsolidationRate rate : figures.rates(consolidation.id())) {
      if (rate.kind() == Translation.CLOSING) {
        notes.add(
            Note.information(
                "closing-rate-" + rate.currency(),
                messages
                    .text("closingRate")
                    .formatted(
                        rate.currency(),
                        rate.rate().stripTrailingZeros().toPlainString(),
                        consolidation.currency(),
                        rate.source(),
                        rate.publishedOn())));
      }
    }
    return notes;
  }

  private static Money money(BigDecimal amount, Currency currency) {
    return Money.rounded(amount, currency, RoundingMode.UNNECESSARY);
  }
}
