package org.countinghouse.routes.bankstatements;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.banking.StatementOutcome;
import org.countinghouse.banking.StatementOutcome.Kind;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;

/**
 * One outcome for a file of many statements: accepted as soon as any was booked or is held (held
 * ones are kept and wait for a person, so the file did its work), duplicate when all were known.
 */
final class StatementReport {

  private static final int LINKS_MAX = 100;

  private StatementReport() {}

  static Outcome of(StatementFormat format, List<StatementOutcome> outcomes, String kind) {
    List<Link> links = new ArrayList<>();
    List<Finding> held = new ArrayList<>();
    for (StatementOutcome outcome : outcomes) {
      UUID id = outcome.statementId();
      if (id != null && links.size() < LINKS_MAX) {
        links.add(new Link(kind, id, label(outcome)));
      }
      outcome.findings().stream().map(finding -> at(outcome, finding)).forEach(held::add);
    }
    boolean known =
        !outcomes.isEmpty()
            && outcomes.stream().allMatch(each -> each.kind() == Kind.ALREADY_THERE);
    Link[] all = links.toArray(Link[]::new);
    Outcome outcome =
        known
            ? Outcome.duplicate(
                new Finding(
                    "banking.statement-known",
                    "",
                    "Every entry of the file was known before: nothing was booked again."),
                all)
            : Outcome.accepted(all);
    return outcome.describedAs(summary(format, outcomes)).warning(held);
  }

  /** {@code CAMT: 22 statements, 84 entries, 84 new; 21 booked, 1 held}. */
  private static String summary(StatementFormat format, List<StatementOutcome> outcomes) {
    int entries = outcomes.stream().mapToInt(StatementOutcome::entries).sum();
    int fresh = outcomes.stream().mapToInt(StatementOutcome::newEntries).sum();
    String kinds =
        Stream.of(Kind.values())
            .map(kind -> count(outcomes, kind))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return "%s: %d statements, %d entries, %d new; %s"
        .formatted(format, outcomes.size(), entries, fresh, kinds);
  }

  private static String count(List<StatementOutcome> outcomes, Kind kind) {
    long count = outcomes.stream().filter(each -> each.kind() == kind).count();
    return count == 0 ? "" : count + " " + words(kind);
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case BOOKED -> "booked";
      case ALREADY_THERE -> "known";
      case HELD -> "held";
      case FOR_INFORMATION -> "for information only";
    };
  }

  private static String label(StatementOutcome outcome) {
    String account = outcome.accountCode() == null ? "" : " of " + outcome.accountCode();
    return "statement " + outcome.name() + account + ": " + words(outcome.kind());
  }

  private static Finding at(StatementOutcome outcome, Finding finding) {
    String place = finding.place().isEmpty() ? "" : ", " + finding.place();
    return new Finding(finding.code(), "statement " + outcome.name() + place, finding.message());
  }
}
