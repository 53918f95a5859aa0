package org.countinghouse.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.countinghouse.access.Actor;
import org.countinghouse.consolidation.SampleGroup.World;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.Periods;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.samples.SampleCompany;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolidationTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired SampleGroup samples;
  @Autowired TestOrganizations organizations;
  @Autowired Groups groups;
  @Autowired GroupChart chart;
  @Autowired GroupOverview overview;
  @Autowired Consolidations consolidations;
  @Autowired ConsolidationSteps steps;
  @Autowired ConsolidationFigures figures;
  @Autowired ConsolidationWork work;
  @Autowired GroupCertificates certificates;
  @Autowired Ledger ledger;
  @Autowired Periods periods;
  @Autowired JdbcTemplate jdbc;

  private World world;
  private Consolidation closed;

  @BeforeAll
  void groupWithOneMonthClosed() {
    world = samples.open("EUR");
    samples.post(world, JANUARY);
    assertThat(codes(overview.findings(world.group(), JANUARY, world.accountant())))
        .containsOnly("consolidation.member-open");
    samples.close(world, JANUARY);
    assertThat(overview.findings(world.group(), JANUARY, world.accountant())).isEmpty();
    closed = closed(JANUARY);
  }

  @Test
  void businessBetweenMembersIsGoneAndTheRestBalances() {
    List<ConsolidatedRow> rows = figures.trialBalance(closed.id());
    assertThat(sum(rows.stream().map(ConsolidatedRow::balance).toList())).isZero();
    assertThat(sum(rows.stream().map(ConsolidatedRow::eliminations).toList())).isZero();
    assertThat(balance(rows, "1210")).as("claims on members are gone").isZero();
    assertThat(balance(rows, "3010")).as("debts to members are gone").isZero();
    assertThat(balance(rows, "4010")).as("revenue with members is gone").isZero();
    assertThat(balance(rows, "1030")).as("shares in members are gone").isZero();
    assertThat(balance(rows, "2050").signum()).as("translation leaves a reserve").isNotZero();
    assertThat(certificates.of(closed.id())).isPresent();
    assertThat(new String(certificates.file(certificates.of(closed.id()).orElseThrow().id())))
        .contains("countinghouse.group-certificate/1", closed.figuresHash(), "CLOSE-2025-01-1");
  }

  @Test
  void reserveIsExplainedByEquityAndResult() {
    Map<UUID, BigDecimal> reserves =
        figures.lines(closed.id()).stream()
            .filter(line -> line.kind() == ConsolidationLine.Kind.RESERVE)
            .collect(Collectors.toMap(ConsolidationLine::memberId, ConsolidationLine::amount));
    assertThat(reserves).hasSize(2).doesNotContainKey(world.of(SampleCompany.HBDE).id());
    for (ConsolidationMember member : figures.members(closed.id())) {
      BigDecimal explained =
          member.reserveOnEquity().add(member.reserveOnResult()).add(member.reserveRounding());
      assertThat(explained)
          .isEqualByComparingTo(reserves.getOrDefault(member.memberId(), BigDecimal.ZERO));
      assertThat(member.reserveRounding().abs()).isLessThan(new BigDecimal("0.50"));
    }
  }

  /** Worked by hand from the figures of the members and the rates, knowing nothing of our code. */
  @Test
  void figuresAreThoseOfPlainSql() {
    UUID british = world.of(SampleCompany.HBUK).id();

    BigDecimal closing = rate("published_on = '2025-01-31'");
    BigDecimal average =
        jdbc.queryForObject(
            "select avg(1 / rate) from finance.fx_rate_v where organization_id = ? and quote ="
                + " 'GBP' and published_on between '2025-01-01' and '2025-01-31'",
            BigDecimal.class,
            british);
    assertThat(line(closed, british, "1200").amount())
        .isCloseTo(base(british, "1200").multiply(closing), within());
    assertThat(line(closed, british, "4001").amount())
        .isCloseTo(base(british, "4001").multiply(average), within());
    BigDecimal opening = rate("published_on = '2025-01-01'");
    assertThat(line(closed, british, "3001").amount())
        .isCloseTo(base(british, "3001").multiply(opening), within());
  }

  @Test
  void differenceBetweenMembersIsShownAndStandsOnlyWithAReason() {
    World world = samples.open("GBP");
    samples.post(world, JANUARY);
    Organization german = world.of(SampleCompany.HBDE);
    ledger.post(
        new JournalDraft(
            german.id(),
            JANUARY.atDay(30),
            "Goods that HBUK has not charged yet",
            "journals:IC",
            "IC-EXTRA",
            List.of(
                DraftLine.debit("5451", Money.of("250.00", "EUR")),
                DraftLine.credit("3401", Money.of("250.00", "EUR")))),
        Actor.system("test"));
    samples.close(world, JANUARY);
    List<PairMatch> differing =
        overview.matching(world.group(), JANUARY, world.accountant()).stream()
            .filter(match -> !match.matches())
            .toList();
    assertThat(differing).hasSize(2);
    assertThat(differing)
        .extracting(match -> match.groupDifference().abs().toPlainString())
        .allMatch(amount -> new BigDecimal(amount).compareTo(new BigDecimal("190")) > 0);

    unmappedAccountIsFoundAndNotHidden(world);
    Consolidation started = consolidations.register(world.group(), JANUARY, world.accountant());
    assertThat(codes(work.findings(started))).containsOnly("consolidation.pair-differs");
    assertThatThrownBy(() -> steps.translate(started.id()))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("consolidation.not-ready");
    assertThatThrownBy(
            () -> steps.acceptDifferences(started.id(), "it is late, go on", world.accountant()))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("consolidation.not-entitled");
    steps.acceptDifferences(started.id(), "HBUK charges it in February", world.controller());
    review(started, world);
    steps.approve(started.id(), world.cfo());
    Consolidation closed = steps.close(started.id(), Actor.system("test"));

    assertThat(closed.acceptedBy()).isEqualTo(world.controller().username());
    List<ConsolidatedRow> rows = figures.trialBalance(closed.id());
    assertThat(balance(rows, "1210")).isZero();
    assertThat(sum(rows.stream().map(ConsolidatedRow::balance).toList())).isZero();
  }

  @Test
  void whoMayNotSeeEveryMemberSeesNothing() {
    Actor britishOnly =
        organizations.user("accountant", world.of(SampleCompany.HBUK), "accountant");
    assertThat(groups.visibleTo(britishOnly, "consolidation.group:read")).isEmpty();
    assertThatThrownBy(() -> overview.matching(world.group(), JANUARY, britishOnly))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("consolidation.not-entitled");
    assertThatThrownBy(() -> consolidations.start(world.group(), JANUARY, britishOnly))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("consolidation.not-entitled");
  }

  @Test
  void closedFiguresNeverChangeAndAReopenedMemberMakesThemOutdated() {
    assertThatThrownBy(
            () ->
                jdbc.update(
                    "update finance.consolidation_lines set amount = 0 where consolidation_id = ?",
                    closed.id()))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(
            () ->
                jdbc.update(
                    "update finance.consolidations set state = 'CHECKING' where id = ?",
                    closed.id()))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> consolidations.register(world.group(), JANUARY, world.accountant()))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("consolidation.closed-already");

    Organization american = world.of(SampleCompany.HBUS);
    periods.reopen(american.id(), JANUARY, Actor.system("test"));
    ledger.post(
        new JournalDraft(
            american.id(),
            JANUARY.atDay(31),
            "Freight that came late",
            "journals:GL",
            "LATE-1",
            List.of(
                DraftLine.debit("50200", Money.of("900.00", "USD")).at("CC300"),
                DraftLine.credit("10100", Money.of("900.00", "USD")))),
        Actor.system("test"));
    assertThat(work.staleMember(closed)).contains(american.code());
    samples.close(world, american, JANUARY);

    Consolidation reviewed = reviewed(JANUARY);
    assertThat(reviewed.number()).endsWith("-2");
    assertThatThrownBy(() -> steps.approve(reviewed.id(), world.accountant()))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("consolidation.not-entitled");
    steps.approve(reviewed.id(), world.cfo());
    periods.reopen(american.id(), JANUARY, Actor.system("test"));
    assertThatThrownBy(() -> steps.close(reviewed.id(), Actor.system("test")))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("consolidation.figures-changed");
    samples.close(world, american, JANUARY);
    steps.sendBack(reviewed.id(), "HBUS opened January again", Actor.system("test"));
    review(reviewed, world);
    steps.approve(reviewed.id(), world.cfo());
    Consolidation again = steps.close(reviewed.id(), Actor.system("test"));
    assertThat(again.figuresHash()).isNotEqualTo(closed.figuresHash());
    assertThat(certificates.of(again.id()).orElseThrow().previousId())
        .isEqualTo(certificates.of(closed.id()).orElseThrow().id());
  }

  private void unmappedAccountIsFoundAndNotHidden(World world) {
    UUID german = world.of(SampleCompany.HBDE).id();
    List<AccountRange> ranges = chart.mapping(world.group(), german);
    List<AccountRange> holed = ranges.stream().filter(range -> !range.contains("4400")).toList();
    chart.map(world.group(), german, holed, Actor.system("test"));
    assertThat(overview.findings(world.group(), JANUARY, world.accountant()))
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo("consolidation.account-unmapped");
              assertThat(finding.message()).contains("4400");
            });
    chart.map(world.group(), german, ranges, Actor.system("test"));
  }

  private Consolidation closed(YearMonth month) {
    Consolidation reviewed = reviewed(month);
    steps.approve(reviewed.id(), world.cfo());
    return steps.close(reviewed.id(), Actor.system("test"));
  }

  private Consolidation reviewed(YearMonth month) {
    return review(consolidations.register(world.group(), month, world.accountant()), world);
  }

  private Consolidation review(Consolidation started, World world) {
    steps.translate(started.id());
    steps.eliminate(started.id(), Actor.system("test"));
    return steps.review(started.id(), world.accountant());
  }

  private ConsolidationLine line(Consolidation closed, UUID member, String account) {
    return figures.lines(closed.id()).stream()
        .filter(each -> each.kind() == ConsolidationLine.Kind.MEMBER)
        .filter(each -> member.equals(each.memberId()) && account.equals(each.account()))
        .findFirst()
        .orElseThrow();
  }

  private BigDecimal rate(String day) {
    return jdbc.queryForObject(
        "select 1 / rate from finance.fx_rate_v where organization_id = ? and quote = 'GBP' and "
            + day,
        BigDecimal.class,
        world.of(SampleCompany.HBUK).id());
  }

  private BigDecimal base(UUID member, String account) {
    return jdbc.queryForObject(
        "select sum(base_amount) from finance.journal_lines where organization_id = ? and account ="
            + " ?",
        BigDecimal.class,
        member,
        account);
  }

  private static Offset<BigDecimal> within() {
    return Offset.offset(new BigDecimal("0.0051"));
  }

  private static BigDecimal balance(List<ConsolidatedRow> rows, String account) {
    return rows.stream()
        .filter(row -> row.account().equals(account))
        .map(ConsolidatedRow::balance)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<String> codes(List<GroupFinding> findings) {
    return findings.stream().map(GroupFinding::code).toList();
  }
}
