package org.countinghouse.approvals.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.countinghouse.approvals.LevelRule.Authority;
import org.countinghouse.approvals.simulation.SimulationReport.Change;
import org.countinghouse.approvals.simulation.SimulationReport.Level;
import org.countinghouse.approvals.simulation.SimulationReport.Outcome;
import org.countinghouse.approvals.simulation.SimulationReport.Problem;
import org.countinghouse.approvals.simulation.SimulationReport.Summary;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as a workbook: what it comes to, every request, every level with the people it would
 * ask, what could not be decided, the load of roles and people. Sums are formulas; hours are
 * working hours.
 */
public final class SimulationWorkbook {

  private final SimulationReport report;
  private final ZoneId zone;
  private final SimulationTexts texts;
  private final SimulationSheets sheets;

  private SimulationWorkbook(
      SimulationReport report, Locale reader, ZoneId zone, SimulationSheets sheets) {
    this.report = report;
    this.zone = zone;
    this.texts = new SimulationTexts(reader);
    this.sheets = sheets;
  }

  /**
   * The workbook, as .xlsx.
   *
   * @param reader in whose language; German or English
   * @param zone of the moments in it
   */
  public static byte[] of(SimulationReport report, Locale reader, ZoneId zone) {
    try (var sheets = new SimulationSheets();
        var bytes = new ByteArrayOutputStream()) {
      var workbook = new SimulationWorkbook(report, reader, zone, sheets);
      workbook.summary();
      workbook.requests();
      workbook.levels();
      workbook.problems();
      workbook.roles();
      workbook.people();
      sheets.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void summary() {
    Summary sums = report.summary();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    fact(rows, "table", report.table());
    fact(rows, "subject", report.subjectType());
    fact(rows, "organizations", String.join(", ", report.organizations()));
    fact(rows, "from", report.from());
    fact(rows, "to", report.to());
    fact(rows, "generatedAt", moment(report.generatedAt()));
    rows.add(List.of());
    fact(rows, "requests", sums.requests());
    fact(rows, "approved", sums.approved());
    fact(rows, "rejected", sums.rejected());
    for (Change change : Change.values()) {
      fact(rows, "change." + change, sums.changes().getOrDefault(change, 0));
    }
    sums.touchlessAmounts()
        .forEach(
            (currency, amount) ->
                rows.add(List.of(texts.of("touchlessAmount") + " " + currency, amount.amount())));
    rows.add(List.of());
    fact(rows, "asked", sums.asked());
    fact(rows, "wouldAsk", sums.wouldAsk());
    fact(rows, "took", hours(sums.took()));
    fact(rows, "wouldTake", hours(sums.wouldTake()));
    fact(rows, "difference", hours(sums.difference()));
    rows.add(List.of());
    fact(rows, "problemsBefore", sums.problemsBefore());
    fact(rows, "problems", sums.problems());
    for (Map.Entry<Problem, Integer> problem : sums.problemsByKind().entrySet()) {
      fact(rows, "problem." + problem.getKey(), problem.getValue());
    }
    fact(rows, "nobodyBinds", sums.nobodyBinds());
    fact(rows, "rejectionsLost", sums.rejectionsLost());
    if (sums.withoutInputs() > 0) {
      fact(rows, "withoutInputs", sums.withoutInputs());
    }
    rows.add(List.of());
    rows.add(List.of(texts.of("method")));
    sheets.facts(texts.of("sheet.summary"), texts.of("title"), rows);
  }

  private void fact(List<List<@Nullable Object>> rows, String key, Object value) {
    rows.add(List.of(texts.of(key), value));
  }

  private void requests() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Outcome outcome : report.requests()) {
      rows.add(
          row(
              outcome.organization(),
              outcome.reference(),
              outcome.title(),
              outcome.amount() == null ? null : outcome.amount().amount(),
              outcome.amount() == null ? null : outcome.amount().currency().getCurrencyCode(),
              outcome.costCentre(),
              inputs(outcome),
              moment(outcome.requestedAt()),
              texts.of("state." + outcome.state()),
              levels(outcome.was()),
              levels(outcome.would()),
              texts.of("change." + outcome.change()),
              problems(outcome),
              hours(outcome.took()),
              hours(outcome.wouldTake()),
              hours(outcome.difference())));
    }
    sheets.table(
        texts.of("sheet.requests"),
        texts.all(
            "organization",
            "reference",
            "what",
            "amount",
            "currency",
            "costCentre",
            "inputs",
            "requestedAt",
            "outcome",
            "was",
            "would",
            "change",
            "findings",
            "took",
            "wouldTake",
            "difference"),
        rows,
        13,
        14,
        15);
  }

  private void levels() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Outcome outcome : report.requests()) {
      for (Level level : outcome.would()) {
        rows.add(
            row(
                outcome.organization(),
                outcome.reference(),
                level.level(),
                level.role(),
                texts.of("authority." + level.authority()),
                String.join(", ", level.people()),
                level.people().size(),
                level.problem() == null ? null : texts.of("problem." + level.problem()),
                level.reached() ? hours(level.time()) : null,
                texts.of(
                    level.reached() ? (level.measured() ? "measured" : "typical") : "notReached")));
      }
    }
    sheets.table(
        texts.of("sheet.levels"),
        texts.all(
            "organization",
            "reference",
            "level",
            "role",
            "authority",
            "people",
            "howMany",
            "problem",
            "hours",
            "basis"),
        rows,
        8);
  }

  private void problems() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Outcome outcome : report.requests()) {
      for (Level level : outcome.would()) {
        if (level.problem() != null) {
          rows.add(
              row(
                  outcome.organization(),
                  outcome.reference(),
                  outcome.title(),
                  texts.of("problem." + level.problem()),
                  level.level(),
                  level.role(),
                  String.join(", ", level.people())));
        }
      }
      if (outcome.nobodyBinds()) {
        rows.add(finding(outcome, "nobodyBinds"));
      }
      if (outcome.rejectionLost()) {
        rows.add(finding(outcome, "rejectionsLost"));
      }
    }
    sheets.table(
        texts.of("sheet.problems"),
        texts.all("organization", "reference", "what", "problem", "level", "role", "people"),
        rows);
  }

  private List<@Nullable Object> finding(Outcome outcome, String key) {
    return row(
        outcome.organization(),
        outcome.reference(),
        outcome.title(),
        texts.of(key),
        null,
        null,
        null);
  }

  private void roles() {
    sheets.table(
        texts.of("sheet.roles"),
        texts.all("role", "asked", "wouldAsk", "typicalHours", "took", "wouldTake"),
        report.roles().stream()
            .map(
                role ->
                    row(
                        role.role(),
                        role.decided(),
                        role.wouldBeAsked(),
                        role.typical() == null ? null : hours(role.typical()),
                        hours(role.took()),
                        hours(role.wouldTake())))
            .toList(),
        1,
        2,
        4,
        5);
  }

  private void people() {
    sheets.table(
        texts.of("sheet.people"),
        texts.all("person", "asked", "couldBeAsked", "onlyOne"),
        report.people().stream()
            .map(
                person ->
                    row(
                        person.username(),
                        person.decided(),
                        person.couldBeAsked(),
                        person.onlyOne()))
            .toList());
  }

  private String levels(List<Level> levels) {
    return levels.stream()
        .map(
            level ->
                level.authority() == Authority.DECIDES ? level.role() : "(" + level.role() + ")")
        .collect(Collectors.joining(" → "));
  }

  private @Nullable String problems(Outcome outcome) {
    List<String> found = new ArrayList<>();
    outcome.would().stream()
        .map(Level::problem)
        .filter(problem -> problem != null)
        .distinct()
        .forEach(problem -> found.add(texts.of("problem." + problem)));
    if (outcome.nobodyBinds()) {
      found.add(texts.of("nobodyBinds"));
    }
    if (outcome.rejectionLost()) {
      found.add(texts.of("rejectionsLost"));
    }
    return found.isEmpty() ? null : String.join("; ", found);
  }

  private static @Nullable String inputs(Outcome outcome) {
    return outcome.inputs().isEmpty()
        ? null
        : outcome.inputs().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(input -> input.getKey() + "=" + input.getValue())
            .collect(Collectors.joining(", "));
  }

  private LocalDateTime moment(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }

  /** Hours with two decimals; a minute is not lost, a second is. */
  private static BigDecimal hours(Duration time) {
    return SimulationSheets.hours(time);
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell);
    }
    return row;
  }
}
