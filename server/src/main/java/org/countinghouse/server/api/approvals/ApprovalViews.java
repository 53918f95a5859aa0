package org.countinghouse.server.api.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Candidate;
import org.countinghouse.approvals.Decision;
import org.countinghouse.approvals.Fact;
import org.countinghouse.approvals.FactChange;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.approvals.Question;
import org.countinghouse.approvals.spi.ApprovalSheet;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** What the API tells of approvals. Amounts are text, so that no reader rounds them. */
final class ApprovalViews {

  private ApprovalViews() {}

  /** An amount in major units. */
  record Amount(String amount, String currency) {

    static @Nullable Amount of(@Nullable Money money) {
      return money == null
          ? null
          : new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }
  }

  /** One level of a request. */
  record Level(int level, String role, LevelRule.Authority authority) {}

  /**
   * Why the caller is asked.
   *
   * @param onBehalfOf the absent one, where the caller stands in
   */
  record Why(int level, String role, @Nullable String onBehalfOf, @Nullable Amount limit) {

    static Why of(Candidate candidate) {
      return new Why(
          candidate.level(),
          candidate.role(),
          candidate.onBehalfOf(),
          Amount.of(candidate.limit()));
    }
  }

  /** An earlier request on the same subject. */
  record Compared(ApprovalRequest.State state, Instant requestedAt) {

    static Compared of(ApprovalRequest request) {
      return new Compared(request.state(), request.requestedAt());
    }
  }

  /** What is left of a budget; see {@link ApprovalSheet.BudgetFigure}. */
  record BudgetView(
      int fiscalYear,
      @Nullable String account,
      @Nullable String accountName,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable Amount planned,
      @Nullable Amount actual,
      @Nullable Amount committed,
      @Nullable Amount requested,
      @Nullable Amount left,
      boolean overrun) {

    static BudgetView of(ApprovalSheet.BudgetFigure figure) {
      return new BudgetView(
          figure.fiscalYear(),
          figure.account(),
          figure.accountName(),
          figure.costCentre(),
          figure.project(),
          Amount.of(figure.planned()),
          Amount.of(figure.actual()),
          Amount.of(figure.committed()),
          Amount.of(figure.requested()),
          Amount.of(figure.left()),
          figure.isOverrun());
    }
  }

  /** What stands beside a subject. */
  record SheetView(
      List<BudgetView> budgets,
      List<ApprovalSheet.SheetDocument> documents,
      List<ApprovalSheet.Notice> notices,
      @Nullable String link) {

    static SheetView of(ApprovalSheet sheet) {
      return new SheetView(
          sheet.budgets().stream().map(BudgetView::of).toList(),
          sheet.documents(),
          sheet.notices(),
          sheet.link());
    }
  }

  /**
   * A request as an approver sees it.
   *
   * @param contentHash to be sent back with the decision
   * @param why null when the caller may not decide now
   * @param difference to what was asked or approved about the subject before
   * @param comparedWith the request the difference is to; null for the first one
   * @param sheet live figures beside what is approved; null once it is decided
   * @param names display names of everybody mentioned, by user name
   */
  record ApprovalView(
      UUID id,
      String organization,
      String subjectType,
      UUID subjectId,
      String reference,
      String title,
      @Nullable Amount amount,
      @Nullable String costCentre,
      List<String> makers,
      @Nullable String evidence,
      String contentHash,
      ApprovalRequest.State state,
      int level,
      List<Level> levels,
      Instant requestedAt,
      @Nullable Why why,
      List<String> asked,
      List<Fact> facts,
      List<FactChange> difference,
      @Nullable Compared comparedWith,
      @Nullable SheetView sheet,
      List<Decision> decisions,
      List<Question> questions,
      Map<String, String> names) {

    static ApprovalView of(
        ApprovalRequest request,
        String organization,
        String caller,
        ApprovalHistory history,
        @Nullable ApprovalSheet sheet,
        UnaryOperator<String> displayName) {
      ApprovalHistory.Course course =
          history.of(request.organizationId(), request.subjectType(), request.subjectId());
      boolean open = request.state() == ApprovalRequest.State.OPEN;
      return new ApprovalView(
          request.id(),
          organization,
          request.subjectType(),
          request.subjectId(),
          request.reference(),
          request.title(),
          Amount.of(request.amount()),
          request.costCentre(),
          request.makers().stream().sorted().toList(),
          request.evidence(),
          request.contentHash(),
          request.state(),
          request.level(),
          levels(request),
          request.requestedAt(),
          open ? history.why(request, caller).map(Why::of).orElse(null) : null,
          history.asked(request),
          request.facts(),
          history.difference(request),
          history.baseline(request).map(Compared::of).orElse(null),
          sheet == null ? null : SheetView.of(sheet),
          course.decisions(),
          course.questions(),
          names(request, course, history, displayName));
    }

    private static Map<String, String> names(
        ApprovalRequest request,
        ApprovalHistory.Course course,
        ApprovalHistory history,
        UnaryOperator<String> displayName) {
      return Stream.of(
              request.makers().stream(),
              history.asked(request).stream(),
              history.candidates(request).stream().map(Candidate::onBehalfOf),
              course.decisions().stream().map(Decision::decidedBy),
              course.decisions().stream().map(Decision::onBehalfOf),
              course.questions().stream().map(Question::askedBy),
              course.questions().stream().map(Question::answeredBy))
          .flatMap(usernames -> usernames)
          .filter(Objects::nonNull)
          .distinct()
          .collect(Collectors.toMap(username -> username, displayName));
    }

    private static List<Level> levels(ApprovalRequest request) {
      return IntStream.range(0, request.levels().size())
          .mapToObj(
              index ->
                  new Level(
                      index + 1,
                      request.levels().get(index).role(),
                      request.levels().get(index).authority()))
          .toList();
    }
  }
}
