package org.countinghouse.server.api.payables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Payables;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.InvoiceDesk;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class InvoiceApiTests {

  @LocalServerPort int port;
  @Autowired Payables payables;
  @Autowired Organizations organizations;
  @Autowired Periods periods;

  private InvoiceDesk desk;
  private Browser clerk;
  private UUID invoice;
  private String path;

  @BeforeEach
  void oneInvoice() {
    desk = new InvoiceDesk(payables, organizations, periods);
    clerk = Browser.of(port, "ap-clerk");
    invoice = desk.receive("200.00", Actor.system("inbox"));
    path = "/api/payables/invoices/" + invoice;
  }

  @Test
  void clerkFindsAnInvoiceInTheList() {
    String list = "/api/payables/invoices?organization=HBUK";
    assertThat(clerk.get(list).body()).contains(invoice.toString());
    assertThat(clerk.get(list + "&state=RECEIVED&text=thames").body()).contains(invoice.toString());
    assertThat(clerk.get(list + "&state=POSTED").body()).doesNotContain(invoice.toString());
    assertThat(InvoiceDesk.tree(clerk.get(list + "&limit=1"))).hasSize(1);
    assertThat(clerk.get(list + "&state=LOST").statusCode()).isEqualTo(400);
    assertThat(clerk.get("/api/payables/invoices").statusCode()).isEqualTo(400);
  }

  @Test
  void detailStatesAmountsExactlyAndProposesACoding() {
    JsonNode view = InvoiceDesk.tree(clerk.get(path));

    assertThat(view.at("/totals/gross/amount").asText()).isEqualTo("240.00");
    assertThat(view.at("/totals/gross/amount").isTextual()).isTrue();
    assertThat(view.at("/supplier/party/name").asText()).isEqualTo("Thames Stationery Ltd");
    assertThat(view.at("/lines/0/coding").isNull()).isTrue();
    assertThat(view.at("/lines/0/proposal/account").asText()).isEqualTo("7504");
    assertThat(view.at("/lines/0/proposal/taxCode").asText()).isEqualTo("S20");
    assertThat(view.toString()).doesNotContain("GB77BARC20201530093459");
  }

  @Test
  void clerkCodesAnInvoice() {
    JsonNode options =
        InvoiceDesk.tree(clerk.get("/api/payables/coding-options?organization=HBUK"));
    assertThat(options.get("accounts").findValuesAsText("code"))
        .contains("7504")
        .doesNotContain("2100");

    HttpResponse<String> refused = desk.code(clerk, invoice, "2100");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(InvoiceDesk.tree(refused).at("/findings/0/code").asText())
        .isEqualTo("payables.account-unusable");
    assertThat(desk.code(clerk, invoice, "nowhere").statusCode()).isEqualTo(422);

    JsonNode coded = InvoiceDesk.tree(desk.code(clerk, invoice, "7504"));
    assertThat(coded.get("state").asText()).isEqualTo("CODED");
    assertThat(coded.get("codedBy").asText()).isEqualTo("ap-clerk");
    assertThat(coded.at("/lines/0/coding/costCentre").asText()).isEqualTo("CC100");
  }

  @Test
  void malformedCodingIsTheCallersMistake() {
    String coding = path + "/coding";
    assertThat(clerk.send("PUT", coding, "{}").statusCode()).isEqualTo(400);
    assertThat(
            clerk
                .send("PUT", coding, "{\"lines\": {\"1\": null}, \"postingDate\": \"2026-01-31\"}")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            clerk
                .send("PUT", coding, "{\"lines\": {\"1\": {}}, \"postingDate\": \"2026-01-31\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void rolesDecideWhoMayDoWhat() {
    Browser warehouse = Browser.of(port, "warehouse");
    assertThat(warehouse.get(path).statusCode()).isEqualTo(403);
    assertThat(warehouse.get("/api/payables/invoices?organization=HBUK").statusCode())
        .isEqualTo(403);
    Browser cfo = Browser.of(port, "cfo");
    assertThat(cfo.get(path).statusCode()).isEqualTo(200);
    assertThat(desk.code(cfo, invoice, "7504").statusCode()).isEqualTo(403);
    assertThat(new Browser(port).get(path).statusCode()).isEqualTo(401);
  }

  @Test
  void nothingIsKnownInAnotherOrganization() {
    Browser american = Browser.of(port, "us-accountant");
    assertThat(american.get("/api/payables/invoices?organization=HBUK").statusCode())
        .isEqualTo(404);
    assertThat(american.get("/api/payables/invoices?organization=HBUS").body())
        .doesNotContain(invoice.toString());
    assertThat(american.get("/api/payables/coding-options?organization=HBUK").statusCode())
        .isEqualTo(404);

    UUID none = UUID.randomUUID();
    HttpResponse<String> detail = american.get(path);
    assertThat(detail.statusCode()).isEqualTo(404);
    assertThat(detail.body().replace(invoice.toString(), none.toString()))
        .isEqualTo(american.get("/api/payables/invoices/" + none).body());
    HttpResponse<String> coding = desk.code(american, invoice, "7504");
    assertThat(coding.statusCode()).isEqualTo(404);
    assertThat(coding.body().replace(invoice.toString(), none.toString()))
        .isEqualTo(desk.code(american, none, "7504").body());

    String supplier = InvoiceDesk.tree(clerk.get(path)).at("/supplier/id").asText();
    assertThat(american.get("/api/payables/suppliers/" + supplier).statusCode()).isEqualTo(404);
  }
}
