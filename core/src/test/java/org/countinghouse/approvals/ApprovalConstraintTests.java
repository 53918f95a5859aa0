package org.countinghouse.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.Decision.Verdict;
import org.countinghouse.approvals.LevelRule.Authority;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database refuses even where the code were wrong. */
@DatabaseTest
class ApprovalConstraintTests {

  @Autowired TestOrganizations people;
  @Autowired Approvals approvals;
  @Autowired ApprovalDecisions decisions;
  @Autowired Leaflet leaflet;
  @Autowired JdbcTemplate jdbc;

  private Organization company;
  private Actor maker;
  private Actor head;
  private Actor second;

  @BeforeEach
  void people() {
    company = people.german();
    maker = people.user("maker", company, "department-head");
    head = people.user("head", company, "department-head");
    second = people.user("second", company, "department-head", "controller");
    leaflet.is(state("100 copies"));
  }

  @Test
  void aDecisionOfAMakerCannotBeStored() {
    ApprovalRequest request = open();
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> approve(request, maker))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ApprovalError.MAKER));
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> insert(request, maker.username(), null, 1))
        .withMessageContaining("ck_approval_decisions__maker");
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> insert(request, head.username(), maker.username(), 1))
        .withMessageContaining("ck_approval_decisions__maker");
  }

  @Test
  void nobodyDecidesTwiceNeitherHimselfNorThroughASubstitute() {
    ApprovalRequest request = open();
    approve(request, second);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> approve(request, second))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ApprovalError.DECIDED_BEFORE));
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> insert(request, second.username(), null, 2))
        .withMessageContaining("uq_approval_decisions__person");
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> insert(request, head.username(), second.username(), 2))
        .withMessageContaining("uq_approval_decisions__principal");
  }

  @Test
  void aDecisionIsNeverRewritten() {
    ApprovalRequest request = open();
    approve(request, head);
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                jdbc.update(
                    "update shared.approval_decisions set verdict = 'REJECTED' where request_id = ?",
                    request.id()))
        .withMessageContaining("stands");
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                jdbc.update(
                    "update shared.approval_requests set content_hash = ? where id = ?",
                    "0".repeat(64),
                    request.id()))
        .withMessageContaining("stands");
  }

  @Test
  void whatWasDecidedOnMustBeWhatThereIs() {
    ApprovalRequest request = open();
    leaflet.is(state("200 copies"));
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> approve(request, head))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ApprovalError.CHANGED));
  }

  @Test
  void nobodyDecidesWhileAQuestionIsOpen() {
    ApprovalRequest request = open();
    decisions.ask(request.id(), "Which printer?", head);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> approve(request, head))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ApprovalError.QUESTION_OPEN));
    decisions.answer(request.id(), "The one next door", maker);
    assertThat(approve(request, head).level()).isEqualTo(2);
  }

  private ApprovalRequest open() {
    LevelRule first =
        new LevelRule(
            "department-head", Authority.ENDORSES, Duration.ofHours(8), Duration.ofHours(16));
    LevelRule last =
        new LevelRule("controller", Authority.DECIDES, Duration.ofHours(8), Duration.ofHours(16));
    return approvals.open(Ids.next().toString(), "leaflet", Ids.next(), List.of(first, last));
  }

  private SubjectState state(String copies) {
    return new SubjectState(
        company.id(),
        "L-1",
        "Leaflet",
        null,
        null,
        Set.of(maker.username()),
        List.of(Fact.of("leaflet.copies", copies)),
        null);
  }

  private ApprovalRequest approve(ApprovalRequest request, Actor by) {
    return decisions.decide(request.id(), Verdict.APPROVED, null, null, by);
  }

  private void insert(ApprovalRequest request, String by, String onBehalfOf, int level) {
    jdbc.update(
        """
        insert into shared.approval_decisions
          (id, organization_id, request_id, level, role, verdict, decided_by, on_behalf_of,
           content_hash, makers, decided_at)
        select ?, r.organization_id, r.id, ?, 'controller', 'APPROVED', ?, ?, r.content_hash,
               r.makers, now()
          from shared.approval_requests r
         where r.id = ?
        """,
        Ids.next(),
        level,
        by,
        onBehalfOf,
        request.id());
  }
}
