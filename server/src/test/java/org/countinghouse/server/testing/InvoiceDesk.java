package org.countinghouse.server.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.ReceivedTax;

/** Invoices of a supplier the British demo company knows, brought to where a test begins. */
public final class InvoiceDesk {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Payables payables;
  private final Organizations organizations;
  private final Periods periods;

  public InvoiceDesk(Payables payables, Organizations organizations, Periods periods) {
    this.payables = payables;
    this.organizations = organizations;
    this.periods = periods;
  }

  /** A day in an open month. */
  public LocalDate day() {
    return periods.list(organizations.byCode("HBUK").id()).stream()
        .filter(period -> period.state() == PeriodState.OPEN)
        .filter(period -> period.lockedModules().isEmpty())
        .map(Period::month)
        .reduce((first, last) -> last)
        .orElseThrow()
        .atDay(7);
  }

  /** One line of this net amount at 20 percent, brought in by this person or system. */
  public UUID receive(String net, Actor by) {
    Money amount = Money.of(net, "GBP");
    Money tax = amount.times(new BigDecimal("0.20"), RoundingMode.HALF_UP);
    Money gross = amount.plus(tax);
    var line =
        new ReceivedLine(
            ReceivedLine.Kind.ITEM,
            "1",
            "Copy paper",
            null,
            BigDecimal.ONE,
            "C62",
            amount.amount(),
            amount,
            "S",
            new BigDecimal("20"),
            null);
    var received =
        new ReceivedInvoice(
            "R-" + UUID.randomUUID(),
            day(),
            null,
            InvoiceType.INVOICE,
            Currency.getInstance("GBP"),
            new Party("Thames Stationery Ltd", "GB912645378", null, null, null, null),
            Party.named("Harbour"),
            List.of(line),
            List.of(new ReceivedTax("S", new BigDecimal("20"), amount, tax, null)),
            new ReceivedInvoice.Totals(amount, tax, gross, Money.zero(amount.currency()), gross),
            List.of(PayeeAccount.of("GB77BARC20201530093459")),
            null,
            null,
            null,
            null);
    return payables
        .receive(organizations.byCode("HBUK").id(), received, null, null, by)
        .invoiceId();
  }

  /** Has the clerk code it to this account. */
  public HttpResponse<String> code(Browser clerk, UUID invoice, String account) {
    return clerk.send(
        "PUT",
        "/api/payables/invoices/" + invoice + "/coding",
        """
        {"lines": {"1": {"account": "%s", "costCentre": "CC100", "taxCode": "S20"}},
         "postingDate": "%s"}
        """
            .formatted(account, day()));
  }

  /** Has the clerk code it and send it on; what the approver is asked then. */
  public JsonNode submit(Browser clerk, UUID invoice, Browser approver) {
    require(code(clerk, invoice, "7504"));
    String number =
        tree(clerk.get("/api/payables/invoices/" + invoice)).get("documentNumber").asText();
    String query =
        "/task?taskDefinitionKey=Task_CodeInvoice&tenantIdIn=HBUK&processInstanceBusinessKey=";
    JsonNode task =
        await()
            .atMost(PATIENCE)
            .until(() -> tree(clerk.get(ENGINE + query + number)), found -> found.size() == 1)
            .get(0);
    String path = ENGINE + "/task/" + task.get("id").asText();
    require(clerk.post(path + "/claim", "{\"userId\": null}"));
    require(
        clerk.post(
            path + "/submit-form",
            "{\"variables\": {\"codingOutcome\": {\"type\": \"String\", \"value\": \"CODED\"}}}"));
    return await()
        .atMost(PATIENCE)
        .until(() -> waiting(approver, invoice), Optional::isPresent)
        .orElseThrow();
  }

  /** Has it coded, approved and posted. */
  public void post(Browser clerk, UUID invoice, Browser approver) {
    JsonNode asked = submit(clerk, invoice, approver);
    require(
        approver.post(
            "/api/approvals/decisions",
            """
            {"decisions": [{"requestId": "%s", "decision": "APPROVE", "contentHash": "%s"}]}
            """
                .formatted(asked.get("id").asText(), asked.get("contentHash").asText())));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                tree(clerk.get("/api/payables/invoices/" + invoice))
                    .get("state")
                    .asText()
                    .equals("POSTED"));
  }

  /** What this person is asked about the invoice. */
  public static Optional<JsonNode> waiting(Browser approver, UUID invoice) {
    return StreamSupport.stream(tree(approver.get("/api/approvals/waiting")).spliterator(), false)
        .filter(asked -> asked.get("subjectId").asText().equals(invoice.toString()))
        .findFirst();
  }

  /** The body of an answer. */
  public static JsonNode tree(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body(), e);
    }
  }

  private static void require(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body());
    }
  }
}
