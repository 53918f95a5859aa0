package org.countinghouse.server.procuretopay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.countinghouse.server.browser.Browser;
import org.countinghouse.server.procuretopay.TreasuryDesk.Transfer;
import org.countinghouse.server.testing.Desk;
import org.countinghouse.server.testing.ServerProcess;
import org.countinghouse.server.testing.ServerProcess.Finished;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * One order, walked by people in real browsers from the wish to the matched bank line on the demo's
 * German company, some in English and some in German, each step photographed; then an auditor finds
 * every document at its place. {@code ops/one-order.sh} runs it.
 */
class OneOrder {

  private static final String ORGANIZATION = "HBDE";
  private static final String HERE = "organization=" + ORGANIZATION;
  private static final String WHAT = "Archive boxes, recycled board";
  private static final String INVOICE = "EP-2026-0815";
  private static final BigDecimal QUANTITY = new BigDecimal("120");
  private static final BigDecimal PRICE = new BigDecimal("2.30");
  private static final BigDecimal OPENING = new BigDecimal("900000.00");
  private static final By COMPANY = By.xpath("//option[starts-with(., '" + ORGANIZATION + "')]");
  private static final By START = By.xpath("//button[normalize-space(.)='Start']");

  private final Path folder = Path.of(System.getProperty("one-order.folder")).toAbsolutePath();
  private final Path sent = folder.resolve("data/exchange").resolve(ORGANIZATION).resolve("out");

  @Test
  void anOrderIsWalkedFromTheWishToTheBankLine() throws IOException {
    try (ServerProcess server = ServerProcess.start(folder)) {
      say("server ready");
      Desk desk = new Desk(server);
      String order = want(server, desk);
      approve(server, desk, order);
      place(server, desk, order);
      receive(server, desk, order);
      JsonNode invoice = invoice(server, desk, order);
      String run = propose(server, desk);
      release(server, desk, run);
      settle(server, desk);
      new Auditor(server, desk).findEverything(order, invoice);
      say("an auditor found every document");
    }
    Finished verified = ServerProcess.command(folder, "verify-books");
    System.out.println(verified.output());
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    say("books verified");
  }

  private String want(ServerProcess server, Desk desk) {
    try (Browser requester = Browser.open(server.address(), "en-GB")) {
      requester.logIn(Browser.TASKLIST, "requester", "countinghouse");
      requester.click(By.partialLinkText("Start process"));
      requester.click(By.partialLinkText("Order something"));
      requester.click(COMPANY);
      requester.type("Description", WHAT);
      requester.click(By.xpath("//option[. = 'Office supplies']"));
      requester.type("Quantity", QUANTITY.toString());
      requester.type("Price each", "2.45");
      requester.type("Cost centre", "CC100");
      requester.scrollTo(By.cssSelector(".ch-save")).click();
      requester.read("€294.00 of it needs approval");
      requester.photograph("01-wanted");
      requester.click(START);
      String found = "/api/procurement/orders?%s&text=Archive".formatted(HERE);
      ServerProcess.await(
          "the order is handed in",
          () -> desk.get("buyer", found).at("/0/state").asText().equals("IN_APPROVAL"));
      String order = desk.get("buyer", found).at("/0/number").asText();
      say(order + " wanted by the requester");
      return order;
    }
  }

  private void approve(ServerProcess server, Desk desk, String order) {
    String task = desk.task("department-head", ORGANIZATION, order, "Task_DecideApproval");
    try (Browser head = Browser.open(server.address(), "de-DE")) {
      head.takeOn(task, "department-head");
      head.read(WHAT);
      head.scrollTo(By.cssSelector(".ch-head"));
      head.photograph("02-approval");
      head.scrollTo(By.cssSelector("input[value=APPROVE]")).click();
      head.photograph("03-approval-decided");
      head.complete();
      await(desk, order, "APPROVED");
    }
    say("approved by the head of the department");
  }

  private void place(ServerProcess server, Desk desk, String order) {
    String task = desk.task("buyer", ORGANIZATION, order, "Task_PlaceOrder");
    try (Browser buyer = Browser.open(server.address(), "en-GB")) {
      buyer.takeOn(task, "buyer");
      buyer.click(By.xpath("//option[contains(., 'Elbe Papier GmbH')]"));
      buyer.type("Price each", PRICE.toString());
      buyer.scrollTo(By.cssSelector(".ch-save")).click();
      buyer.read("Not dearer than approved");
      buyer.scrollTo(By.cssSelector("input[value=PLACE]")).click();
      buyer.photograph("04-placed");
      buyer.complete();
      await(desk, order, "ISSUED");
    }
    awaitFile("purchase-orders", order, ".pdf");
    awaitFile("purchase-orders", order, ".xml");
    say("placed with its supplier: PDF, UBL and mail went out");
  }

  private void receive(ServerProcess server, Desk desk, String order) {
    String task = desk.task("warehouse", ORGANIZATION, order, "Task_ReceiveGoods");
    try (Browser warehouse = Browser.open(server.address(), "en-GB")) {
      warehouse.takeOn(task, "warehouse");
      warehouse.read(WHAT);
      warehouse.click(By.xpath("//button[. = 'Everything outstanding came']"));
      warehouse.see(By.cssSelector("input[maxlength='100']")).sendKeys("LS-4711");
      warehouse.photograph("05-received");
      warehouse.complete();
      String path = "/api/procurement/orders/" + id(desk, order);
      ServerProcess.await(
          "all of it is received",
          () -> desk.get("buyer", path).at("/lines/0/outstanding").decimalValue().signum() == 0);
    }
    say("received by the warehouse");
  }

  /** The supplier sends the invoice; nobody touches it. */
  private JsonNode invoice(ServerProcess server, Desk desk, String order) {
    SupplierInvoice invoice = new SupplierInvoice(INVOICE, order, "1", WHAT, QUANTITY, PRICE);
    new OrderDesk(server).drop("supplier-invoices", INVOICE + ".xml", invoice.xml(LocalDate.now()));
    String path = "/api/payables/invoices?%s&text=%s".formatted(HERE, INVOICE);
    ServerProcess.await(
        "the invoice is posted",
        () -> desk.get("ap-clerk", path).at("/0/state").asText().equals("POSTED"));
    say("its invoice came in, matched and was posted, untouched");
    return desk.get("ap-clerk", path).get(0);
  }

  private String propose(ServerProcess server, Desk desk) {
    String runs = "/api/payments/runs?" + HERE;
    int before = desk.get("treasurer", runs).size();
    try (Browser treasurer = Browser.open(server.address(), "en-GB")) {
      treasurer.logIn(Browser.TASKLIST, "treasurer", "countinghouse");
      treasurer.click(By.partialLinkText("Start process"));
      treasurer.click(By.partialLinkText("Pay suppliers"));
      treasurer.click(COMPANY);
      treasurer.click(By.xpath("//option[starts-with(., 'MAIN')]"));
      treasurer.photograph("06-payment-wanted");
      treasurer.click(START);
      ServerProcess.await("there is a run", () -> desk.get("treasurer", runs).size() == before + 1);
    }
    String run = newest(desk.get("treasurer", runs));
    String task = desk.task("treasurer", ORGANIZATION, run, "Task_ReviewProposal");
    try (Browser treasurer = Browser.open(server.address(), "en-GB")) {
      treasurer.takeOn(task, "treasurer");
      treasurer.read(INVOICE);
      treasurer.scrollTo(By.cssSelector(".ch-head"));
      treasurer.photograph("07-payments-reviewed");
      treasurer.scrollTo(By.cssSelector("input[value=SUBMIT]")).click();
      treasurer.photograph("08-payments-handed-in");
      treasurer.complete();
    }
    say(run + " proposed and reviewed by the treasurer");
    return run;
  }

  private static String newest(JsonNode runs) {
    String newest = "";
    for (JsonNode run : runs) {
      String number = run.get("number").asText();
      newest = number.compareTo(newest) > 0 ? number : newest;
    }
    return newest;
  }

  private void release(ServerProcess server, Desk desk, String run) {
    String task = desk.task("controller", ORGANIZATION, run, "Task_DecideApproval");
    try (Browser controller = Browser.open(server.address(), "de-DE")) {
      controller.takeOn(task, "controller");
      controller.read(run);
      controller.scrollTo(By.cssSelector(".ch-head"));
      controller.photograph("09-release");
      controller.scrollTo(By.cssSelector("input[value=APPROVE]")).click();
      controller.photograph("10-release-decided");
      controller.complete();
      TreasuryDesk treasury = new TreasuryDesk(server);
      ServerProcess.await("the run is released", () -> treasury.isReleased(run));
    }
    awaitFile("payments", "", ".xml");
    say("released by the controller; the file went to the bank");
  }

  /** The bank does what the file says, and states it. */
  private void settle(ServerProcess server, Desk desk) {
    TreasuryDesk treasury = new TreasuryDesk(server);
    List<Transfer> transfers =
        TreasuryDesk.transfers(treasury.files(folder.resolve("data")).get(0));
    new OrderDesk(server)
        .drop(
            "bank-statements",
            "statement.xml",
            TreasuryDesk.statement(transfers, OPENING, LocalDate.now()));
    String path = "/api/payments/payments?state=SETTLED&" + HERE;
    ServerProcess.await(
        "the payments are found on the statement",
        () -> desk.get("treasurer", path).size() == transfers.size());
    say("the bank's statement came in and its lines were matched");
  }

  private static void await(Desk desk, String order, String state) {
    String path = "/api/procurement/orders/" + id(desk, order);
    ServerProcess.await(
        order + " is " + state, () -> desk.get("buyer", path).get("state").asText().equals(state));
  }

  static String id(Desk desk, String order) {
    return desk.get("buyer", "/api/procurement/orders?%s&text=%s".formatted(HERE, order))
        .at("/0/id")
        .asText();
  }

  /** A file that went out by this channel. */
  private void awaitFile(String channel, String part, String ending) {
    ServerProcess.await(
        "a file %s…%s is in %s".formatted(part, ending, channel),
        () -> {
          try (Stream<Path> files = Files.list(sent.resolve(channel))) {
            return files
                .map(file -> file.getFileName().toString())
                .anyMatch(name -> name.contains(part) && name.endsWith(ending));
          } catch (IOException e) {
            return false; // nothing went out by this channel yet
          }
        });
  }

  private static void say(String what) {
    System.out.println("ORDER " + what);
  }
}
