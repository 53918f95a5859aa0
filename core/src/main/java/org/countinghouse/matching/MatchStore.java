package org.countinghouse.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countinghouse.access.Actor;
import org.countinghouse.ids.Ids;
import org.countinghouse.matching.MatchMapper.DecisionRow;
import org.countinghouse.matching.MatchMapper.LineRow;
import org.countinghouse.matching.MatchMapper.MatchRow;
import org.countinghouse.matching.MatchMapper.RemarkRow;
import org.countinghouse.matching.MatchMapper.RunRow;
import org.countinghouse.money.Money;
import org.countinghouse.payables.SupplierInvoice;
import org.springframework.stereotype.Component;

/** Matches between their rows and their values. */
@Component
class MatchStore {

  private static final Map<String, Difference> DIFFERENCES =
      Arrays.stream(Difference.values())
          .collect(Collectors.toMap(Difference::id, Function.identity()));

  private final MatchMapper mapper;
  private final ObjectMapper json;
  private final Clock clock;

  MatchStore(MatchMapper mapper, ObjectMapper json, Clock clock) {
    this.mapper = mapper;
    this.json = json;
    this.clock = clock;
  }

  Optional<Match> find(UUID invoiceId) {
    return Optional.ofNullable(mapper.find(invoiceId)).map(this::match);
  }

  /** Keeps an attempt for good, and that it is the last one. */
  void keep(SupplierInvoice invoice, MatchResult result, Actor by) {
    UUID organization = invoice.organizationId();
    int run = mapper.lastRun(organization, invoice.id()) + 1;
    var row =
        new RunRow(
            Ids.next(),
            organization,
            invoice.id(),
            run,
            result.orderId(),
            result.orderVersion(),
            result.creditedInvoiceId(),
            result.state(),
            write(result.tolerances()),
            by.username(),
            clock.instant());
    mapper.insertRun(row);
    if (!result.lines().isEmpty()) {
      mapper.insertLines(
          result.lines().stream().map(line -> lineRow(organization, row.id(), line)).toList());
    }
    if (!result.remarks().isEmpty()) {
      mapper.insertRemarks(remarkRows(organization, row.id(), result.remarks()));
    }
    mapper.upsertMatch(
        new MatchRow(
            invoice.id(),
            organization,
            result.state(),
            row.id(),
            run,
            result.orderId(),
            result.orderVersion(),
            result.creditedInvoiceId(),
            null,
            null),
        clock.instant());
  }

  void decide(Match match, List<LineDecision> decisions) {
    mapper.insertDecisions(
        decisions.stream().map(decision -> decisionRow(match, decision)).toList());
    mapper.updateState(match.invoiceId(), MatchState.ACCEPTED, clock.instant());
  }

  private Match match(MatchRow row) {
    return new Match(
        row.invoiceId(),
        row.organizationId(),
        row.state(),
        row.runId(),
        row.run(),
        row.orderId(),
        row.orderVersion(),
        row.creditedInvoiceId(),
        row.chosenOrder(),
        row.chosenBy(),
        mapper.listLines(row.runId()).stream().map(MatchStore::line).toList(),
        mapper.listRemarks(row.runId()).stream().map(MatchStore::remark).toList(),
        mapper.listDecisions(row.runId()).stream().map(MatchStore::decision).toList());
  }

  private static LineRow lineRow(UUID organization, UUID runId, MatchedLine line) {
    Money expected = line.expected();
    return new LineRow(
        organization,
        runId,
        line.position(),
        line.orderLineId(),
        line.orderedQuantity(),
        line.orderedUnit(),
        line.orderedPrice(),
        line.receivedQuantity(),
        line.invoicedBefore(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.net().amount(),
        expected == null ? null : expected.amount(),
        line.net().currency().getCurrencyCode(),
        line.counted());
  }

  private static MatchedLine line(LineRow row) {
    Currency currency = Currency.getInstance(row.currency());
    return new MatchedLine(
        row.position(),
        row.orderLineId(),
        row.orderedQuantity(),
        row.orderedUnit(),
        row.orderedPrice(),
        row.receivedQuantity(),
        row.invoicedBefore(),
        row.quantity(),
        row.unit(),
        row.unitPrice(),
        new Money(row.net(), currency),
        row.expected() == null ? null : new Money(row.expected(), currency),
        row.counted());
  }

  private static List<RemarkRow> remarkRows(UUID organization, UUID runId, List<Remark> remarks) {
    return IntStream.range(0, remarks.size())
        .mapToObj(
            index -> {
              Remark remark = remarks.get(index);
              return new RemarkRow(
                  organization,
                  runId,
                  index + 1,
                  remark.position(),
                  remark.difference().id(),
                  remark.effect(),
                  remark.text());
            })
        .toList();
  }

  private static Remark remark(RemarkRow row) {
    Difference difference = DIFFERENCES.get(row.code());
    if (difference == null) {
      throw new IllegalStateException("no difference is called " + row.code());
    }
    return new Remark(difference, row.position(), row.text());
  }

  private static DecisionRow decisionRow(Match match, LineDecision decision) {
    Money amount = decision.amount();
    return new DecisionRow(
        Ids.next(),
        match.organizationId(),
        match.runId(),
        decision.position(),
        decision.kind(),
        amount == null ? null : amount.amount(),
        amount == null ? null : amount.currency().getCurrencyCode(),
        decision.reason(),
        decision.decidedBy(),
        decision.decidedAt());
  }

  private static LineDecision decision(DecisionRow row) {
    return new LineDecision(
        row.position(),
        row.decision(),
        row.amount() == null || row.currency() == null
            ? null
            : new Money(row.amount(), Currency.getInstance(row.currency())),
        row.reason(),
        row.decidedBy(),
        row.decidedAt());
  }

  private String write(Tolerances tolerances) {
    try {
      return json.writeValueAsString(tolerances);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("tolerances are always writable as JSON", e);
    }
  }
}
