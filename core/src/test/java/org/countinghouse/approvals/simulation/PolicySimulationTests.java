package org.countinghouse.approvals.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.access.Access;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.ApprovalRequest.State;
import org.countinghouse.approvals.Decision;
import org.countinghouse.approvals.Decision.Verdict;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.approvals.LevelRule.Authority;
import org.countinghouse.approvals.PastApproval;
import org.countinghouse.approvals.simulation.SimulationReport.Change;
import org.countinghouse.approvals.simulation.SimulationReport.Level;
import org.countinghouse.approvals.simulation.SimulationReport.Outcome;
import org.countinghouse.approvals.simulation.SimulationReport.PersonLoad;
import org.countinghouse.approvals.simulation.SimulationReport.Problem;
import org.countinghouse.calendar.BusinessCalendar;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicySimulationTests {

  private static final UUID ORG = UUID.randomUUID();
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LevelRule HEAD = level("head", Authority.DECIDES);
  private static final LevelRule HEAD_SAYS = level("head", Authority.ENDORSES);
  private static final LevelRule CFO = level("cfo", Authority.DECIDES);

  private final Access access = mock(Access.class);
  private final ApprovalLimits limits = mock(ApprovalLimits.class);
  private final ApprovalHistory history = mock(ApprovalHistory.class);
  private final Organizations organizations = mock(Organizations.class);
  private final List<PastApproval> past = new ArrayList<>();
  private final Map<String, Map<String, Money>> upTo = new HashMap<>();

  @BeforeEach
  void company() {
    when(organizations.calendar(ORG)).thenReturn(BusinessCalendar.of("DE", ZONE));
    when(history.past(eq(ORG), anyString(), any(), any())).thenAnswer(call -> List.copyOf(past));
    when(limits.upTo(anyCollection(), anyString(), eq(ORG), anyString(), any()))
        .thenAnswer(call -> upTo.getOrDefault(call.<String>getArgument(1), Map.of()));
    people("head", "5000", "hanna", "henry");
    people("cfo", "1000000", "carla");
  }

  @Test
  void aLevelLessSavesItsOwnTimeAndOneMoreTakesWhatItsRoleTypicallyDoes() {
    asked("100", List.of(HEAD_SAYS, CFO), decided("head", "hanna", 2), decided("cfo", "carla", 4));
    asked("200", List.of(HEAD_SAYS, CFO), decided("head", "henry", 1), decided("cfo", "carla", 6));
    asked("300", List.of(HEAD), decided("head", "hanna", 3));

    SimulationReport less = run(question -> List.of(HEAD));
    assertThat(less.summary().changes())
        .containsEntry(Change.FEWER, 2)
        .containsEntry(Change.SAME, 1);
    assertThat(less.summary().took()).isEqualTo(Duration.ofHours(16));
    assertThat(less.summary().difference()).isEqualTo(Duration.ofHours(-10));

    SimulationReport more = run(question -> List.of(HEAD_SAYS, CFO));
    assertThat(more.summary().asked()).isEqualTo(5);
    assertThat(more.summary().wouldAsk()).isEqualTo(6);
    assertThat(more.summary().difference())
        .as("the cfo's median of four and six")
        .isEqualTo(Duration.ofHours(5));
    Level added = more.requests().get(2).would().get(1);
    assertThat(added.measured()).isFalse();
    assertThat(more.requests().get(2).would().get(0).measured()).isTrue();
  }

  @Test
  void whatNoRuleMatchesIsAskedOfNobodyAndItsAmountsAreSummed() {
    asked("100", List.of(HEAD), decided("head", "hanna", 2));
    asked("250.50", List.of(HEAD), decided("head", "hanna", 2));
    asked("3000", List.of(HEAD), decided("head", "hanna", 2));
    SimulationReport report =
        run(
            question ->
                question.amount().compareTo(Money.of("1000", "EUR")) < 0
                    ? List.of()
                    : List.of(HEAD));
    assertThat(report.summary().changes()).containsEntry(Change.TOUCHLESS, 2);
    assertThat(report.summary().touchlessAmounts()).containsEntry("EUR", Money.of("350.50", "EUR"));
  }

  @Test
  void everyReasonWhyNobodyCouldDecideIsNamed() {
    people("lonely", "5000", "hanna");
    asked("100", Set.of("hanna"), List.of(HEAD), decided("head", "henry", 1));
    asked("9000", List.of(CFO), decided("cfo", "carla", 1));
    assertThat(problemsOf(run(question -> List.of(level("nobody", Authority.DECIDES)))))
        .containsOnly(Problem.NOBODY_HOLDS_ROLE);
    assertThat(problemsOf(run(question -> List.of(HEAD))))
        .as("9,000 is above what heads decide")
        .containsExactly(Problem.LIMIT_TOO_LOW);
    assertThat(problemsOf(run(question -> List.of(level("lonely", Authority.ENDORSES)))))
        .as("hanna prepared the first one")
        .containsExactly(Problem.ONLY_MAKERS);
  }

  @Test
  void nobodyDecidesTwiceWhereASecondPersonIsNeeded() {
    people("deputy", "5000", "hanna");
    asked("100", List.of(HEAD), decided("head", "henry", 1));
    LevelRule deputy = level("deputy", Authority.DECIDES);
    assertThat(problemsOf(run(question -> List.of(HEAD_SAYS, deputy))))
        .as("henry for the one, hanna for the other")
        .isEmpty();
    assertThat(problemsOf(run(question -> List.of(HEAD_SAYS, HEAD_SAYS, deputy))))
        .containsExactly(Problem.SAME_PERSON_TWICE);
  }

  @Test
  void aRejectionStopsTheLevelsBehindItAndIsLostWithItsRole() {
    asked("100", List.of(HEAD_SAYS, CFO), rejected("head", "hanna", 2));
    Outcome stays = run(question -> List.of(HEAD_SAYS, CFO)).requests().get(0);
    assertThat(stays.would()).extracting(Level::reached).containsExactly(true, false);
    assertThat(stays.difference()).isZero();
    assertThat(stays.rejectionLost()).isFalse();

    SimulationReport without = run(question -> List.of(CFO));
    assertThat(without.summary().rejectionsLost()).isEqualTo(1);
  }

  @Test
  void aTableThatOnlyEndorsesBindsNobody() {
    asked("100", List.of(HEAD), decided("head", "hanna", 2));
    assertThat(run(question -> List.of(HEAD_SAYS)).summary().nobodyBinds()).isEqualTo(1);
  }

  @Test
  void peopleShowWhoIsAloneInWhatHeCouldDecide() {
    asked("100", List.of(HEAD), decided("head", "hanna", 2));
    assertThat(run(question -> List.of(HEAD_SAYS, CFO)).people())
        .containsExactly(
            new PersonLoad("carla", 0, 1, 1),
            new PersonLoad("hanna", 1, 1, 0),
            new PersonLoad("henry", 0, 1, 0));
  }

  @Test
  void aPeriodIsWithinFiveYears() {
    assertThatThrownBy(
            () ->
                simulation()
                    .run(draft(question -> List.of()), company(ORG), MONDAY, MONDAY.minusDays(1)))
        .hasMessageContaining("no period");
    assertThatThrownBy(
            () ->
                simulation()
                    .run(draft(question -> List.of()), company(ORG), MONDAY, MONDAY.plusYears(6)))
        .hasMessageContaining("no period");
  }

  @Test
  void theWorkbookSumsTheHoursByFormulasInBothLanguages() throws IOException {
    asked("100", List.of(HEAD_SAYS, CFO), decided("head", "hanna", 2), decided("cfo", "carla", 4));
    asked("=1+1", "300", List.of(HEAD), decided("head", "hanna", 3));
    SimulationReport report = run(question -> List.of(HEAD));
    try (var workbook =
        new XSSFWorkbook(
            new ByteArrayInputStream(SimulationWorkbook.of(report, Locale.GERMANY, ZONE)))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
      Sheet requests = workbook.getSheet("Anfragen");
      assertThat(requests.getRow(3).getCell(13).getCellFormula()).isEqualTo("SUM(N2:N3)");
      assertThat(requests.getRow(3).getCell(13).getNumericCellValue()).isEqualTo(9);
      assertThat(requests.getRow(2).getCell(2).getStringCellValue()).isEqualTo("=1+1");
      assertThat(requests.getRow(1).getCell(9).getStringCellValue()).isEqualTo("(head) → cfo");
    }
    assertThat(SimulationWorkbook.of(report, Locale.UK, ZONE)).isNotEmpty();
  }

  private SimulationReport run(Function<DraftPolicy.Question, List<LevelRule>> levels) {
    return simulation().run(draft(levels), company(ORG), MONDAY, MONDAY.plusDays(30));
  }

  private PolicySimulation simulation() {
    return new PolicySimulation(
        history,
        access,
        limits,
        organizations,
        Clock.fixed(Instant.parse("2026-04-01T10:00:00Z"), ZoneOffset.UTC));
  }

  private static DraftPolicy draft(Function<DraftPolicy.Question, List<LevelRule>> levels) {
    return new DraftPolicy() {
      @Override
      public String name() {
        return "draft.dmn";
      }

      @Override
      public String subjectType() {
        return "leaflet";
      }

      @Override
      public List<LevelRule> levels(Question question) {
        return levels.apply(question);
      }
    };
  }

  private static List<Organization> company(UUID id) {
    return List.of(
        new Organization(
            id,
            "HBDE",
            "Harbour",
            "DE",
            Currency.getInstance("EUR"),
            ZONE,
            Locale.GERMANY,
            MonthDay.of(1, 1)));
  }

  private static List<Problem> problemsOf(SimulationReport report) {
    return report.requests().stream()
        .flatMap(outcome -> outcome.would().stream())
        .map(Level::problem)
        .filter(problem -> problem != null)
        .toList();
  }

  private void people(String role, String limit, String... names) {
    when(access.usersWithRole(role, ORG)).thenReturn(List.of(names));
    Map<String, Money> all = new HashMap<>();
    for (String name : names) {
      all.put(name, Money.of(limit, "EUR"));
    }
    upTo.put(role, all);
  }

  /** Somebody's word, so many working hours after the one before. */
  private record Word(String role, String by, Verdict verdict, int hours) {}

  private static Word decided(String role, String by, int hours) {
    return new Word(role, by, Verdict.APPROVED, hours);
  }

  private static Word rejected(String role, String by, int hours) {
    return new Word(role, by, Verdict.REJECTED, hours);
  }

  private void asked(String amount, List<LevelRule> levels, Word... words) {
    asked("something", amount, Set.of("maker"), levels, words);
  }

  private void asked(String title, String amount, List<LevelRule> levels, Word... words) {
    asked(title, amount, Set.of("maker"), levels, words);
  }

  private void asked(String amount, Set<String> makers, List<LevelRule> levels, Word... words) {
    asked("something", amount, makers, levels, words);
  }

  private void asked(
      String title, String amount, Set<String> makers, List<LevelRule> levels, Word... words) {
    UUID id = UUID.randomUUID();
    Instant at = MONDAY.atTime(9, 0).atZone(ZONE).toInstant();
    Instant requestedAt = at;
    List<Decision> decisions = new ArrayList<>();
    for (Word word : words) {
      at = BusinessCalendar.of("DE", ZONE).plus(at, Duration.ofHours(word.hours()));
      decisions.add(
          new Decision(
              UUID.randomUUID(),
              id,
              decisions.size() + 1,
              word.role(),
              word.verdict(),
              word.by(),
              null,
              null,
              "0".repeat(64),
              at));
    }
    boolean rejected = words[words.length - 1].verdict() == Verdict.REJECTED;
    past.add(
        new PastApproval(
            new ApprovalRequest(
                id,
                ORG,
                id.toString(),
                "leaflet",
                UUID.randomUUID(),
                "L-" + past.size(),
                title,
                Money.of(amount, "EUR"),
                null,
                makers,
                null,
                "0".repeat(64),
                List.of(),
                rejected ? State.REJECTED : State.APPROVED,
                1,
                1,
                levels,
                requestedAt,
                null,
                Map.of()),
            decisions));
  }

  private static LevelRule level(String role, Authority authority) {
    return new LevelRule(role, authority, Duration.ofHours(8), Duration.ofHours(16));
  }
}
