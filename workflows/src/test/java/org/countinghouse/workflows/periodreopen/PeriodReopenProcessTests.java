package org.countinghouse.workflows.periodreopen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.Reopenings;
import org.countinghouse.close.certificate.CertificateVerifier;
import org.countinghouse.close.certificate.CloseCertificate;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.workflows.periodclose.CloseDesk;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class PeriodReopenProcessTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired CloseDesk desk;
  @Autowired MonthBooks books;
  @Autowired Closings closings;
  @Autowired Reopenings reopenings;
  @Autowired CloseCertificates certificates;
  @Autowired Periods periods;
  @Autowired Clock clock;

  private Company company;

  @BeforeEach
  void closedJanuary() {
    company = books.company();
    books.sell(company, JANUARY.atDay(15), "S1", "1190.00");
    desk.closeMonth(company, desk.start(company, company.accountant(), JANUARY));
    assertThat(periodState()).isEqualTo(PeriodState.CLOSED);
  }

  @Test
  void nextCloseYieldsASecondCertificateAndTheDifference() {
    ProcessInstance reopening = reopened(request());
    assertThat(periodState()).isEqualTo(PeriodState.OPEN);
    books.payRent(company, JANUARY.atDay(31), "R1", "400.00");

    desk.closeMonth(company, desk.start(company, company.accountant(), JANUARY));
    assertThat(reopening).isEnded().hasPassed("EndEvent_MonthClosedAgain");

    var issued = certificates.list(company.id(), JANUARY);
    assertThat(issued).hasSize(2);
    CloseCertificate second = CertificateVerifier.read(certificates.file(issued.get(0).id()));
    assertThat(second.previous().id()).isEqualTo(issued.get(1).id());
    assertThat(second.differences()).extracting(d -> d.account()).containsExactly("1200", "4200");
    assertThat(second.journalsSince()).hasSize(1);
  }

  @Test
  void monthIsLockedWhenTheTimeIsUpAndAnUntouchedOneKeepsItsCertificate() {
    ProcessInstance instance = reopened(request());
    timeIsUp(instance);

    assertThat(instance).isEnded().hasPassed("EndEvent_MonthLockedAgain");
    assertThat(periodState()).isEqualTo(PeriodState.CLOSED);
    assertThat(certificates.isCurrent(company.id(), JANUARY)).isTrue();
  }

  @Test
  void monthThatChangedIsLockedAndGetsANewClosing() {
    ProcessInstance instance = reopened(request());
    books.payRent(company, JANUARY.atDay(31), "R1", "400.00");
    timeIsUp(instance);

    assertThat(instance).isEnded().hasPassed("EndEvent_NewClosingStarted");
    assertThat(periodState()).as("locked all the same").isEqualTo(PeriodState.CLOSED);
    Closing again = closings.underWay(company.id(), JANUARY).orElseThrow();
    ProcessInstance closing = instanceOf(again.number());
    desk.settle(closing);
    desk.closeMonth(company, closing);
    assertThat(closing).isEnded().hasPassed("EndEvent_MonthClosed");
    assertThat(certificates.list(company.id(), JANUARY)).hasSize(2);
    assertThat(certificates.isCurrent(company.id(), JANUARY)).isTrue();
  }

  @Test
  void rejectedReopeningLeavesTheMonthClosed() {
    ProcessInstance instance = request();
    desk.decide(company, instance, company.cfo(), "REJECT");

    assertThat(instance).isEnded().hasPassed("EndEvent_MonthStaysClosed");
    assertThat(periodState()).isEqualTo(PeriodState.CLOSED);
    assertThat(reopenings.list(company.id(), JANUARY).get(0))
        .satisfies(
            reopening -> {
              assertThat(reopening.state()).isEqualTo(Reopening.State.REJECTED);
              assertThat(reopening.remark()).contains("as reviewed today");
            });
  }

  @Test
  void whoAskedCannotAgree() {
    ProcessInstance instance = request();
    assertThatThrownBy(() -> desk.decide(company, instance, company.accountant(), "APPROVE"))
        .isInstanceOf(RuntimeException.class);
    assertThat(periodState()).isEqualTo(PeriodState.CLOSED);
  }

  @Test
  void startFormAsksForAReasonAndAnEnd() {
    assertThatThrownBy(() -> startForm("too short")).hasMessageContaining("say why");
    ProcessInstance instance = startForm("the landlord's invoice came late");
    desk.settle(instance);
    reopened(instance);
    assertThat(periodState()).isEqualTo(PeriodState.OPEN);
  }

  private ProcessInstance startForm(String reason) {
    String until =
        LocalDate.now(clock.withZone(company.organization().zone())).plusDays(3).toString();
    return desk.as(
        company,
        company.accountant(),
        () ->
            runtimeService()
                .startProcessInstanceByKey(
                    "period-reopen",
                    Map.of(
                        "organization",
                        company.organization().code(),
                        "period",
                        JANUARY.toString(),
                        "reason",
                        reason,
                        "openUntil",
                        until)));
  }

  private ProcessInstance request() {
    Reopening reopening =
        reopenings.request(
            company.id(),
            JANUARY,
            "the landlord's invoice came late",
            clock.instant().plus(Duration.ofDays(2)),
            company.accountant());
    ProcessInstance instance = instanceOf(reopening.number());
    desk.settle(instance);
    return instance;
  }

  private ProcessInstance reopened(ProcessInstance instance) {
    desk.decide(company, instance, company.cfo(), "APPROVE");
    assertThat(instance).isWaitingAt("Gateway_WhatComesFirst");
    return instance;
  }

  private void timeIsUp(ProcessInstance instance) {
    managementService()
        .executeJob(
            managementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult()
                .getId());
    desk.settle(instance);
  }

  private PeriodState periodState() {
    return periods.find(company.id(), JANUARY).orElseThrow().state();
  }

  private ProcessInstance instanceOf(String businessKey) {
    return runtimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .tenantIdIn(company.organization().code())
        .singleResult();
  }
}
