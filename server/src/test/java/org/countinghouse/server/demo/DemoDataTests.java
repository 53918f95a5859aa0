package org.countinghouse.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SystemTest
class DemoDataTests {

  @Autowired Organizations organizations;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Access access;

  @Test
  void threeCompaniesHaveTheirBooksOpen() {
    assertThat(organizations.list())
        .extracting(Organization::code)
        .contains("HBDE", "HBUK", "HBUS");
    for (String code : new String[] {"HBDE", "HBUK", "HBUS"}) {
      Organization company = organizations.byCode(code);
      assertThat(chart.accounts(company.id())).hasSizeGreaterThan(50);
      assertThat(years.list(company.id())).hasSizeGreaterThanOrEqualTo(2);
      assertThat(chart.accounts(company.id()).stream().map(Account::controlledBy))
          .contains("payables", "receivables");
    }
  }

  @Test
  void peopleMayDoWhatTheirRoleSays() {
    Organization german = organizations.byCode("HBDE");
    assertThat(access.isPermitted(Actor.of("cfo"), "ledger.period:reopen", german.id())).isTrue();
    assertThat(access.isPermitted(Actor.of("ap-clerk"), "ledger.period:reopen", german.id()))
        .isFalse();
    assertThat(access.isPermitted(Actor.of("us-accountant"), "ledger.journal:read", german.id()))
        .isFalse();
  }
}
