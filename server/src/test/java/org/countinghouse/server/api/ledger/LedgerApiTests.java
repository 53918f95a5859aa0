package org.countinghouse.server.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.countinghouse.access.Actor;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class LedgerApiTests {

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired ChartOfAccounts chart;
  @Autowired Periods periods;
  @Autowired Inbox inbox;
  @Autowired Ledger ledger;
  @Autowired ObjectMapper json;

  private UUID org = new UUID(0, 0);
  private List<String> accounts = List.of();
  private LocalDate day = LocalDate.EPOCH;
  private String reference = "";

  @BeforeEach
  void someAccountsAndAnOpenDay() {
    org = organizations.byCode("HBDE").id();
    accounts =
        chart.accounts(org).stream()
            .filter(account -> account.postable() && account.active())
            .filter(account -> account.controlledBy() == null && account.currency() == null)
            .filter(account -> account.requiredDimensions().isEmpty())
            .map(Account::code)
            .limit(2)
            .toList();
    day =
        periods.list(org).stream()
            .filter(period -> period.state() == PeriodState.OPEN)
            .filter(period -> period.lockedModules().isEmpty())
            .map(Period::month)
            .reduce((first, last) -> last)
            .orElseThrow()
            .atDay(7);
    reference = "API-" + UUID.randomUUID();
  }

  @Test
  void postedJournalIsReadInTheTrialBalanceAndUndoneOnce() {
    Browser accountant = Browser.of(port, "accountant");
    BigDecimal before = balance(accountant);

    HttpResponse<String> posted = accountant.post(journals(), journal("12.34", "12.34"));
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
    assertThat(balance(accountant).subtract(before)).isEqualByComparingTo("12.34");
    String path = accountant.location(posted);
    assertThat(tree(accountant.get(path)).get("lines")).hasSize(2);

    Browser controller = Browser.of(port, "controller");
    String reversal = "{\"postingDate\":\"%s\",\"reason\":\"typed twice\"}".formatted(day);
    assertThat(controller.post(path + "/reversals", reversal).statusCode()).isEqualTo(201);
    assertThat(balance(accountant)).isEqualByComparingTo(before);
    HttpResponse<String> again = controller.post(path + "/reversals", reversal);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("ledger.already-reversed");
  }

  @Test
  void whatAnotherModulePostedIsNotUndoneBehindItsBack() {
    PostedJournal posted =
        ledger.post(
            new JournalDraft(
                org,
                day,
                "Sale",
                "receivables:test",
                reference,
                List.of(
                    DraftLine.debit(accounts.get(0), Money.of("1.00", "EUR")),
                    DraftLine.credit(accounts.get(1), Money.of("1.00", "EUR")))),
            Actor.system("test"));

    HttpResponse<String> refused =
        Browser.of(port, "controller")
            .post(
                "/api/ledger/journals/" + posted.id() + "/reversals",
                "{\"reason\":\"I do not like it\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("ledger.reversal-elsewhere").contains("receivables");
    ledger.reverse(posted.id(), day, "undone where it was posted", Actor.system("test"));
  }

  @Test
  void refusalNamesItsCodeAndFindings() {
    HttpResponse<String> refused =
        Browser.of(port, "accountant").post(journals(), journal("12.34", "12.35"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("ledger.unbalanced").contains("-0.01 EUR");
  }

  @Test
  void requesterNeitherPostsNorReads() {
    Browser requester = Browser.of(port, "requester");
    assertThat(requester.post(journals(), journal("1.00", "1.00")).statusCode()).isEqualTo(403);
    assertThat(requester.get(trialBalance()).statusCode()).isEqualTo(403);
    assertThat(requester.get("/api/ledger/trial-balance?organization=NOPE").statusCode())
        .isEqualTo(404);
  }

  @Test
  void droppedFileIsImportedByItsJob() {
    String line = reference + "," + day;
    String file =
        """
        entry,date,line,account,debit,credit,currency,currency_amount,rate,cost_centre,source,text
        %1$s,1,%2$s,5.00,,EUR,,,,GL,Dropped
        %1$s,2,%3$s,,5.00,EUR,,,,GL,Dropped
        """
            .formatted(line, accounts.get(0), accounts.get(1));
    InboxDocument received =
        inbox.receive(org, "journals", "dropped.csv", file.getBytes(StandardCharsets.UTF_8));

    InboxState state = settled(received.id());
    assertThat(state).as("%s", inbox.show(received.id())).isEqualTo(InboxState.ACCEPTED);
    assertThat(Browser.of(port, "accountant").get(journals() + "&limit=5").body())
        .contains(reference);
  }

  private InboxState settled(UUID document) {
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    while (inbox.show(document).document().state().isOpen()) {
      assertThat(Instant.now()).as("%s", inbox.show(document)).isBefore(until);
      Thread.onSpinWait();
      pause();
    }
    return inbox.show(document).document().state();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String journals() {
    return "/api/ledger/journals?organization=HBDE";
  }

  private String trialBalance() {
    return "/api/ledger/trial-balance?organization=HBDE&asOf=" + day;
  }

  private String journal(String debit, String credit) {
    return """
    {"postingDate":"%s","description":"By REST","reference":"%s","lines":[
      {"account":"%s","debit":%s},{"account":"%s","credit":%s}]}
    """
        .formatted(day, reference, accounts.get(0), debit, accounts.get(1), credit);
  }

  private BigDecimal balance(Browser reader) {
    return StreamSupport.stream(tree(reader.get(trialBalance())).get("rows").spliterator(), false)
        .filter(row -> row.get("account").asText().equals(accounts.get(0)))
        .map(row -> new BigDecimal(row.get("balance").asText()))
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private JsonNode tree(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
