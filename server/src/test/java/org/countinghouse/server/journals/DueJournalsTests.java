package org.countinghouse.server.journals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.JobRunFilter;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.journals.JournalContent;
import org.countinghouse.journals.ManualJournals;
import org.countinghouse.journals.ManualLine;
import org.countinghouse.journals.RecurringJournals;
import org.countinghouse.journals.Schedule;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@SystemTest
class DueJournalsTests {

  private static final Actor SETUP = Actor.system("test");
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  @Autowired Organizations organizations;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired ManualJournals journals;
  @Autowired RecurringJournals recurring;
  @Autowired Ledger ledger;
  @Autowired DueJournals dueJournals;
  @Autowired Jobs jobs;
  @Autowired Clock clock;
  @Autowired JdbcTemplate jdbc;

  @Test
  void whatIsDueTodayIsPostedByAJobThatIsRequestedOnce() {
    LocalDate today = LocalDate.now(clock.withZone(ZONE));
    UUID org = companyWithBooksOf(today.getYear());
    UUID rent = approved(org, today);
    assertThat(recurring.due(org, today)).hasSize(1);

    dueJournals.requestDue();
    dueJournals.requestDue();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !recurring.require(rent).occurrences().isEmpty());
    assertThat(jobs.list(new JobRunFilter(List.of(org), null, null, 10)))
        .extracting(JobRun::job)
        .containsExactly("ledger.post-recurring");
    assertThat(
            ledger.findByReference(
                org, "ledger:recurring", recurring.require(rent).number() + " " + today))
        .isPresent();
  }

  private UUID companyWithBooksOf(int year) {
    UUID org =
        organizations
            .create(
                new NewOrganization(
                    "DUEJRNL",
                    "Port de plaisance SARL",
                    "FR",
                    Currency.getInstance("EUR"),
                    ZONE,
                    Locale.FRANCE,
                    MonthDay.of(1, 1)),
                SETUP)
            .id();
    chart.create(
        org,
        List.of(
            NewAccount.of("512", "Banque", AccountType.ASSET),
            NewAccount.of("613", "Locations", AccountType.EXPENSE)),
        SETUP);
    years.open(org, year, SETUP);
    return org;
  }

  /** As the process leaves it when a second person agreed. */
  private UUID approved(UUID org, LocalDate firstOn) {
    UUID id =
        journals
            .create(
                org,
                JournalContent.of(
                        firstOn,
                        "Loyer {month}",
                        List.of(
                            ManualLine.of("613", Money.of("800.00", "EUR")),
                            ManualLine.of("512", Money.of("-800.00", "EUR"))))
                    .by(Schedule.monthly(firstOn)),
                Actor.of("accountant"))
            .id();
    jdbc.update(
        """
        update finance.manual_journals
           set state = 'SCHEDULED', submitted_by = 'accountant', submitted_at = now(),
               approved_by = 'controller', approved_at = now(), ended_by = 'controller', ended_at = now()
         where id = ?
        """,
        id);
    return id;
  }
}
