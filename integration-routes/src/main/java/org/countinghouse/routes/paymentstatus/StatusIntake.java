package org.countinghouse.routes.paymentstatus;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.bankfiles.StatusReport;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.payments.AnswerOutcome;
import org.countinghouse.payments.BankAnswers;
import org.springframework.stereotype.Component;

/** Tells payments what a bank said; all reports of a file or none. */
@Component
public class StatusIntake {

  /** The channel of status reports: also the drop folder's name. */
  public static final String CHANNEL = "payment-status";

  private static final String RUN = "payments.run";

  private final BankAnswers answers;

  StatusIntake(BankAnswers answers) {
    this.answers = answers;
  }

  /**
   * Takes the reports in.
   *
   * @throws org.countinghouse.errors.BusinessException as {@link BankAnswers#take}: an answer to a
   *     file that was never sent, or one that contradicts what is known, changes nothing
   */
  public Outcome take(IncomingDocument document, List<StatusReport> reports) {
    List<AnswerOutcome> outcomes = new ArrayList<>();
    for (StatusReport report : reports) {
      outcomes.addAll(
          answers.take(
              document.organizationId(), report, document.documentId(), Actor.system("inbox")));
    }
    Link[] runs =
        outcomes.stream()
            .map(AnswerOutcome::runId)
            .distinct()
            .map(run -> new Link(RUN, run, "payment run"))
            .toArray(Link[]::new);
    String summary = summary(reports, outcomes);
    boolean known = outcomes.stream().allMatch(AnswerOutcome::known);
    return (known
            ? Outcome.duplicate(
                new Finding(
                    "payments.answer-known", "", "This answer was taken in before: no change."),
                runs)
            : Outcome.accepted(runs))
        .describedAs(summary);
  }

  /** The reports in one line. */
  static String summary(List<StatusReport> reports) {
    StatusReport first = reports.get(0);
    String about =
        first.originalFileId().isEmpty()
            ? first.transactions().size() + " payments"
            : "file " + first.originalFileId();
    String status = first.status() == null ? "" : ", " + first.status();
    return "%s about %s%s".formatted(first.format(), about, status);
  }

  private static String summary(List<StatusReport> reports, List<AnswerOutcome> outcomes) {
    int accepted = outcomes.stream().mapToInt(AnswerOutcome::accepted).sum();
    int rejected = outcomes.stream().mapToInt(AnswerOutcome::rejected).sum();
    int returned = outcomes.stream().mapToInt(AnswerOutcome::returned).sum();
    int corrected = outcomes.stream().mapToInt(AnswerOutcome::corrected).sum();
    return "%s: %d accepted, %d rejected, %d returned, %d to correct"
        .formatted(summary(reports), accepted, rejected, returned, corrected);
  }
}
