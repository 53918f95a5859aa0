package org.countinghouse.approvals.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have meant. Times are working time of the organization.
 *
 * @param organizations codes
 * @param from first day on which requests were made, in each organization's zone
 * @param to last day, included
 * @param requests oldest first
 * @param roles by name
 * @param people by name
 */
public record SimulationReport(
    String table,
    String subjectType,
    List<String> organizations,
    LocalDate from,
    LocalDate to,
    Instant generatedAt,
    Summary summary,
    List<Outcome> requests,
    List<RoleLoad> roles,
    List<PersonLoad> people) {

  /** How the draft's levels stand against those that were asked. */
  public enum Change {
    /** The same levels. */
    SAME,
    /** More levels. */
    MORE,
    /** Fewer levels, but some. */
    FEWER,
    /** As many levels, of other people. */
    OTHER,
    /** Nobody at all. */
    TOUCHLESS
  }

  /** Why a level could not be decided by the people there are today. */
  public enum Problem {
    /** Nobody holds the role. */
    NOBODY_HOLDS_ROLE,
    /** Nobody who holds it has a limit that covers the amount. */
    LIMIT_TOO_LOW,
    /** Everybody who could decide has prepared it. */
    ONLY_MAKERS,
    /** Whoever is left decides at another level already. */
    SAME_PERSON_TWICE
  }

  /**
   * One level.
   *
   * @param people who could decide today, by user name; makers are left out
   * @param problem null when somebody can
   * @param time it took, or would take
   * @param measured whether the time is the request's own; else it is typical for the role
   * @param reached whether it would have been asked; not after the rejection that was given
   */
  public record Level(
      int level,
      String role,
      LevelRule.Authority authority,
      List<String> people,
      @Nullable Problem problem,
      Duration time,
      boolean measured,
      boolean reached) {}

  /**
   * One past request under the draft.
   *
   * @param was levels it was asked at, judged by the same people of today
   * @param would levels the draft asks
   * @param nobodyBinds whether the draft asks somebody, but nobody whose limit counts
   * @param rejectionLost whether it was rejected by a role the draft would not ask
   * @param took working time from request to decision
   * @param wouldTake estimated
   */
  public record Outcome(
      String organization,
      String reference,
      String title,
      @Nullable Money amount,
      @Nullable String costCentre,
      Map<String, String> inputs,
      Instant requestedAt,
      ApprovalRequest.State state,
      List<Level> was,
      List<Level> would,
      Change change,
      boolean nobodyBinds,
      boolean rejectionLost,
      Duration took,
      Duration wouldTake) {

    /** How much longer it would have taken; negative when less. */
    public Duration difference() {
      return wouldTake.minus(took);
    }

    /** Levels of the draft that could not be decided. */
    public long problems() {
      return would.stream().filter(level -> level.problem() != null).count();
    }
  }

  /**
   * Everything in numbers.
   *
   * @param asked how many decisions were taken
   * @param wouldAsk how many would have been asked for
   * @param touchlessAmounts what nobody would have been asked about, by currency code
   * @param problemsBefore requests with a level that, by the levels of then, nobody of today could
   *     decide
   * @param problems the same by the draft
   * @param withoutInputs requests older than the inputs of their kind; the draft saw none of them
   */
  public record Summary(
      int requests,
      int approved,
      int rejected,
      Map<Change, Integer> changes,
      Map<String, Money> touchlessAmounts,
      int asked,
      int wouldAsk,
      Duration took,
      Duration wouldTake,
      int problemsBefore,
      int problems,
      Map<Problem, Integer> problemsByKind,
      int nobodyBinds,
      int rejectionsLost,
      int withoutInputs) {

    /** How much longer all together would have taken; negative when less. */
    public Duration difference() {
      return wouldTake.minus(took);
    }
  }

  /**
   * What a role has to do with it.
   *
   * @param typical median time of its decisions; null where it took none
   */
  public record RoleLoad(
      String role,
      int decided,
      int wouldBeAsked,
      @Nullable Duration typical,
      Duration took,
      Duration wouldTake) {}

  /**
   * What a person has to do with it.
   *
   * @param decided decisions taken
   * @param couldBeAsked levels of the draft he could decide
   * @param onlyOne of these, how many nobody else could
   */
  public record PersonLoad(String username, int decided, int couldBeAsked, int onlyOne) {}
}
