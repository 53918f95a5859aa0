package org.countinghouse.server.api.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.access.Roles;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Coding;
import org.countinghouse.payables.InvoiceCoding;
import org.countinghouse.payables.InvoicePosting;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesAccounts;
import org.countinghouse.payables.PayablesSetup;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.ReceivedTax;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A dollar invoice of a British company: rate, month end, payment and tax, as its users see it. */
@SystemTest
class ForeignBusinessScenarios {

  private static final Actor SETUP = Actor.system("test");
  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate BOOKED = LocalDate.of(2025, 1, 15);
  private static int count;

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired ChartTemplates charts;
  @Autowired FiscalYears years;
  @Autowired Roles roles;
  @Autowired PayablesSetup payablesSetup;
  @Autowired Suppliers suppliers;
  @Autowired Payables payables;
  @Autowired InvoiceCoding coding;
  @Autowired InvoicePosting posting;
  @Autowired Approvals approvals;
  @Autowired ObjectMapper json;

  private Organization company;
  private Browser controller;
  private Browser treasurer;

  @BeforeEach
  void aBritishCompany() {
    company =
        organizations.create(
            new NewOrganization(
                "FX" + ++count,
                "Foreign Business Ltd",
                "GB",
                Currency.getInstance("GBP"),
                ZoneId.of("Europe/London"),
                Locale.UK,
                MonthDay.of(1, 1)),
            SETUP);
    List.of("controller", "treasurer", "accountant")
        .forEach(role -> roles.grant(role, role, company.id(), SETUP));
    charts.install(company.id(), "gb", SETUP);
    organizations.createCostCentre(company.id(), "CC100", "Administration", SETUP);
    years.open(company.id(), 2025, SETUP);
    payablesSetup.setAccounts(company.id(), new PayablesAccounts("2100", "1103", "7920"), SETUP);
    controller = Browser.of(port, "controller");
    treasurer = Browser.of(port, "treasurer");
  }

  @Test
  void rateInvoiceMonthEndPaymentAndTax() {
    rates();
    assertThat(controller.post(of("/api/tax/templates"), "{\"country\":\"gb\"}").statusCode())
        .isEqualTo(201);
    postedInvoice("100.00");

    // month end: 120 dollars owed at 0.80, worth 0.75
    JsonNode before = tree(controller.get(of("/api/currency/revaluations/2025-01")));
    assertAmount(before.at("/gain/amount"), "6.00");
    assertAmount(before.at("/due/amount"), "6.00");
    revalue();
    JsonNode after = tree(controller.get(of("/api/currency/revaluations/2025-01")));
    assertAmount(after.at("/due/amount"), "0.00");
    assertThat(after.get("posted")).hasSize(1);

    // paid in February at what the bank took
    JsonNode item = tree(treasurer.get(of("/api/payables/items"))).get(0);
    assertAmount(item.at("/openBaseAmount/amount"), "96.00");
    String settlements = "/api/payables/items/" + item.get("id").asText() + "/settlements";
    String body =
        "{\"settledOn\":\"2025-02-10\",\"amount\":120.00,\"bankAmount\":91.20,\"reference\":\"E2E-1\"}";
    assertThat(Browser.of(port, "accountant").post(settlements, body).statusCode()).isEqualTo(403);
    HttpResponse<String> settled = treasurer.post(settlements, body);
    assertThat(settled.statusCode()).as(settled.body()).isEqualTo(201);
    assertAmount(tree(settled).at("/difference/amount"), "4.80");
    assertThat(treasurer.post(settlements, body).body()).contains("payables.settlement-amount");

    // the return: 20 dollars of input tax at 0.80
    JsonNode summary =
        tree(
            controller.get(
                of("/api/reporting/reports/tax-summary") + "&from=2025-01-01&to=2025-01-31"));
    assertThat(summary.toString()).contains("\"16.00\"").contains("tax-accounts-tie");
  }

  @Test
  void ratesAreEnteredCorrectedAndAveraged() {
    rates();
    String effective = of("/api/currency/rates/effective") + "&from=USD&to=GBP&on=2025-02-02";
    assertThat(tree(treasurer.get(effective)).get("publishedOn").asText()).isEqualTo("2025-01-31");
    String average = of("/api/currency/rates/average") + "&from=USD&to=GBP&month=2025-01";
    assertThat(new BigDecimal(tree(treasurer.get(average)).get("rate").asText()))
        .isEqualByComparingTo("0.775");

    JsonNode known = tree(treasurer.get(of("/api/currency/rates")));
    assertThat(known).hasSize(3);
    String corrections = "/api/currency/rates/" + known.get(0).get("id").asText() + "/corrections";
    String right = "{\"rate\":0.76,\"reason\":\"wrong column\"}";
    assertThat(treasurer.post(corrections, right).statusCode()).isEqualTo(201);
    assertThat(treasurer.post(corrections, right).statusCode()).isEqualTo(404);
    assertThat(Browser.of(port, "accountant").post(corrections, right).statusCode()).isIn(403, 404);
    HttpResponse<String> missing =
        treasurer.get(of("/api/currency/rates/effective") + "&from=EUR&to=GBP&on=2025-02-02");
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(missing.body()).contains("currency.rate-missing", "fx-rates");
  }

  @Test
  void theControllerSaysWhichAccountsAreMonetary() {
    String deposits = of("/api/currency/accounts/1210");
    String monetary = "{\"treatment\":\"MONETARY\"}";
    assertThat(treasurer.send("PUT", deposits, monetary).statusCode()).isEqualTo(403);
    assertThat(controller.send("PUT", deposits, monetary).statusCode()).isEqualTo(204);
    assertThat(controller.get(of("/api/currency/accounts")).body())
        .isEqualTo("{\"1210\":\"MONETARY\"}");
    assertThat(controller.send("PUT", of("/api/currency/accounts/3001"), monetary).body())
        .contains("revaluation.treatment-useless");
  }

  private void rates() {
    HttpResponse<String> entered =
        treasurer.post(
            of("/api/currency/rates"),
            """
            {"source": "Treasury", "rates": [
              {"base": "USD", "quote": "GBP", "publishedOn": "2025-01-15", "rate": 0.80},
              {"base": "USD", "quote": "GBP", "publishedOn": "2025-01-31", "rate": 0.75},
              {"base": "USD", "quote": "GBP", "publishedOn": "2025-02-10", "rate": 0.77}]}
            """);
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    assertThat(tree(entered).get("added").asInt()).isEqualTo(3);
  }

  private void revalue() {
    HttpResponse<String> started =
        controller.post(
            of("/api/jobs/ledger.revalue-currency/runs"),
            "{\"parameters\":{\"period\":\"2025-01\"}}");
    assertThat(started.statusCode()).as(started.body()).isLessThan(300);
    String run = controller.location(started);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> tree(controller.get(run)).get("state").asText().equals("completed"));
  }

  private void postedInvoice(String net) {
    Money amount = Money.of(net, "USD");
    Money tax = Money.of("20.00", "USD");
    var seller = new Party("Hudson Parts Inc", "GB123456789", null, null, null, null);
    suppliers.adopt(
        company.id(),
        new NewSupplier(
            seller,
            SupplierTerms.DEFAULT,
            List.of(new PayeeAccount("GB77BARC20201530093459", null, "Hudson"))),
        Actor.of("ap-clerk"),
        Actor.of("controller"));
    var document =
        new ReceivedInvoice(
            "H-1",
            BOOKED,
            null,
            InvoiceType.INVOICE,
            USD,
            seller,
            Party.named("Foreign Business Ltd"),
            List.of(
                new ReceivedLine(
                    ReceivedLine.Kind.ITEM,
                    "1",
                    "Parts",
                    null,
                    null,
                    null,
                    null,
                    amount,
                    "S",
                    new BigDecimal("20"),
                    null)),
            List.of(new ReceivedTax("S", new BigDecimal("20"), amount, tax, null)),
            new ReceivedInvoice.Totals(
                amount, tax, amount.plus(tax), Money.zero(USD), amount.plus(tax)),
            List.of(PayeeAccount.of("GB77BARC20201530093459")),
            null,
            null,
            null,
            null);
    UUID id = payables.receive(company.id(), document, null, null, SETUP).invoiceId();
    coding.code(
        id,
        new Coding(Map.of(1, new LineCoding("7504", "CC100", "S20")), BOOKED, null, null),
        Actor.of("ap-clerk"));
    posting.post(
        id,
        ContentHash.of(approvals.subject("supplier-invoice", id).facts()),
        Actor.of("controller"));
  }

  private static void assertAmount(JsonNode node, String expected) {
    assertThat(new BigDecimal(node.asText())).isEqualByComparingTo(expected);
  }

  private String of(String path) {
    return path + "?organization=" + company.code();
  }

  private JsonNode tree(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    try {
      return json.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(answer.body(), e);
    }
  }
}
