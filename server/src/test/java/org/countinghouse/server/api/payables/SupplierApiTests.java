package org.countinghouse.server.api.payables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.server.testing.InvoiceDesk.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@SystemTest
@ExtendWith(OutputCaptureExtension.class)
class SupplierApiTests {

  private static final String IBAN = "DE02200505501015871393";
  private static final String OTHER_IBAN = "DE02300606010002474689";

  @LocalServerPort int port;
  @Autowired JdbcTemplate jdbc;

  private Browser clerk;
  private Browser controller;

  @BeforeEach
  void people() {
    clerk = Browser.of(port, "ap-clerk");
    controller = Browser.of(port, "controller");
  }

  @Test
  void aSupplierIsEnteredWithWhatCanBeCheckedChecked() {
    assertThat(create("Wrong IBAN GmbH", "DE02200505501015871339").body())
        .contains("bankdetails.iban-check-digits")
        .doesNotContain("2005055010158713");
    HttpResponse<String> made = create("Right GmbH " + UUID.randomUUID(), IBAN);

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(tree(made).get("state").asText()).isEqualTo("CANDIDATE");
    assertThat(tree(made).at("/accounts/0/number").asText()).isEqualTo("DE02…1393");
    String id = tree(made).get("id").asText();
    assertThat(clerk.get("/api/payables/supplier-holds?organization=HBDE").body()).contains(id);
    assertThat(tree(clerk.get("/api/payables/suppliers/" + id + "/contacts")).at("/0/email"))
        .hasToString("\"desk@right.example\"");
  }

  @Test
  void theWholeNumberIsReadByFewAndEveryReadingIsLogged() {
    JsonNode supplier = tree(create("Read GmbH " + UUID.randomUUID(), IBAN));
    String account = supplier.at("/accounts/0/id").asText();
    String readings = "/api/payables/supplier-accounts/" + account + "/readings";

    assertThat(clerk.post(readings, "{}").statusCode()).isEqualTo(403);
    assertThat(tree(controller.post(readings, "{}")).get("number").asText()).isEqualTo(IBAN);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from shared.audit_logs where action = 'revealed' and resource_id ="
                    + " ?",
                Long.class,
                account))
        .isEqualTo(1);
    assertThat(Browser.of(port, "us-accountant").post(readings, "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void theWaitingPeriodIsTheControllersToSet() {
    String policy = "/api/payables/supplier-policy?organization=HBUS";
    assertThat(tree(clerk.get(policy)).get("changeHoldDays").asInt()).isEqualTo(3);
    assertThat(
            clerk.send("PUT", policy, "{\"changeHoldDays\": 0, \"newHoldDays\": 0}").statusCode())
        .isEqualTo(403);
    HttpResponse<String> tooLong =
        controller.send("PUT", policy, "{\"changeHoldDays\": 99, \"newHoldDays\": 0}");
    assertThat(tooLong.statusCode()).isBetween(400, 422);
    assertThat(
            tree(controller.send("PUT", policy, "{\"changeHoldDays\": 3, \"newHoldDays\": 1}"))
                .get("newHoldDays")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void aStatementOfAccountIsReadAndPrinted() {
    String id =
        tree(clerk.get("/api/payables/suppliers?organization=HBUK&text=Pennine"))
            .at("/0/id")
            .asText();
    String statement = "/api/payables/suppliers/" + id + "/statement";
    String days = "?from=2026-01-01&to=2026-12-31";

    assertThat(tree(clerk.get(statement + days)).get("supplierName").asText())
        .isEqualTo("Pennine Power plc");
    JsonNode printed = tree(clerk.post(statement + "/prints" + days, ""));
    assertThat(printed.get("mediaType").asText()).isEqualTo("application/pdf");
    assertThat(clerk.get(statement + "?from=2026-02-01&to=2026-01-01").statusCode()).isEqualTo(422);
    assertThat(Browser.of(port, "warehouse").get(statement + days).statusCode()).isEqualTo(403);
  }

  /** Dump, replica, backup, history, audit: whoever reads the database learns no number. */
  @Test
  void neitherTablesNorLogsHoldANumberInClear(CapturedOutput log) {
    JsonNode supplier = tree(create("Scan GmbH " + UUID.randomUUID(), IBAN));
    String path = "/api/payables/suppliers/" + supplier.get("id").asText() + "/accounts";
    String body =
        "{\"number\": \"%s\", \"bic\": null, \"holder\": null, \"replaces\": false, \"reason\": \"letter\"}"
            .formatted(OTHER_IBAN);
    assertThat(clerk.post(path, body).statusCode()).isEqualTo(202);
    String readings =
        "/api/payables/supplier-accounts/" + supplier.at("/accounts/0/id").asText() + "/readings";
    HttpResponse<String> read =
        controller.send(
            controller
                .request(readings)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", controller.csrfToken())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(tree(read).get("number").asText()).isEqualTo(IBAN);

    assertThat(tablesThatShow(IBAN)).isEmpty();
    assertThat(tablesThatShow(OTHER_IBAN)).isEmpty();
    assertThat(log.getAll()).doesNotContain(IBAN).doesNotContain(OTHER_IBAN);
  }

  private List<String> tablesThatShow(String number) {
    String hex = HexFormat.of().formatHex(number.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    for (String table :
        jdbc.queryForList(
            """
            select format('%I.%I', n.nspname, c.relname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
               and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
            """,
            String.class)) {
      Boolean shows =
          jdbc.queryForObject(
              "select exists (select 1 from %s t where t::text like ? or t::text like ?)"
                  .formatted(table),
              Boolean.class,
              "%" + number + "%",
              "%" + hex + "%");
      if (Boolean.TRUE.equals(shows)) {
        found.add(table);
      }
    }
    return found;
  }

  private HttpResponse<String> create(String name, String iban) {
    return clerk.post(
        "/api/payables/suppliers?organization=HBDE",
        """
        {"party": {"name": "%s", "address": {"city": "Hamburg", "country": "DE"}},
         "terms": {"paymentDays": 30}, "contact": {"email": "desk@right.example"},
         "accounts": [{"number": "%s"}], "reason": "framework agreement"}
        """
            .formatted(name, iban));
  }
}
