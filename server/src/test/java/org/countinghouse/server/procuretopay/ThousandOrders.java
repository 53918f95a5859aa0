package org.countinghouse.server.procuretopay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.countinghouse.server.procuretopay.TreasuryDesk.Transfer;
import org.countinghouse.server.testing.ServerProcess;
import org.countinghouse.server.testing.ServerProcess.Finished;
import org.junit.jupiter.api.Test;

/**
 * Orders by the thousand on a real server: placed, approved, received, invoiced, paid, and found on
 * the bank's statement. The server is killed twice: while invoices come in, and in the middle of
 * the release of the payments.
 */
class ThousandOrders {

  private static final Instant STARTED = Instant.now();
  private static final int COUNTED_AT_ONCE = 100;
  private static final String BLOCKED =
      "select count(*) from pg_locks where not granted and relation ="
          + " 'finance.payment_files'::regclass";
  private static final BigDecimal OPENING = new BigDecimal("900000.00");

  private final int count = Integer.getInteger("procure-to-pay.orders");
  private final Path folder = Path.of(System.getProperty("procure-to-pay.folder")).toAbsolutePath();

  @Test
  void everyOrderIsPaidOnceWhateverHappensToTheServer() throws Exception {
    ServerProcess server = ServerProcess.start(folder);
    say("server ready");
    OrderDesk orders = new OrderDesk(server);
    List<SupplierInvoice> ordered = orders.order(count);
    say("%d orders handed in by a buyer".formatted(count));
    orders.approve(ordered);
    say("approved, a hundred at a time, and issued");
    for (int from = 0; from < count; from += COUNTED_AT_ONCE) {
      orders.receive(ordered.subList(from, Math.min(count, from + COUNTED_AT_ONCE)));
    }
    orders.invoice(ordered);
    ServerProcess first = server;
    ServerProcess.await(
        "a quarter of the invoices is posted", () -> new OrderDesk(first).posted() >= count / 4);
    server.kill();
    say("killed while invoices came in");

    server = ServerProcess.start(folder);
    OrderDesk again = new OrderDesk(server);
    ServerProcess.await("every invoice is posted", () -> again.posted() == count);
    say("every invoice matched order and receipt and was posted, untouched");
    server = pay(server);
    settle(server);
    server.stop();
    Finished verified = ServerProcess.command(folder, "verify-books");
    System.out.println(verified.output());
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    say("books verified");
  }

  /** Proposed and released; the power goes while the files are written. */
  private ServerProcess pay(ServerProcess before) throws SQLException {
    String number = new TreasuryDesk(before).propose();
    say(number + " proposed and handed in");
    try (Connection freeze = before.database()) {
      freeze.setAutoCommit(false);
      freeze.createStatement().execute("lock table finance.payment_files in exclusive mode");
      CompletableFuture<Void> released =
          CompletableFuture.runAsync(() -> new TreasuryDesk(before).release(number));
      ServerProcess.await("the release stands before the lock", () -> before.count(BLOCKED) > 0);
      before.kill();
      assertThat(released.handle((nothing, error) -> error != null).join())
          .as("the approver saw that it failed")
          .isTrue();
    }
    say("killed in the middle of the release");

    ServerProcess server = ServerProcess.start(folder);
    TreasuryDesk treasury = new TreasuryDesk(server);
    assertThat(treasury.isReleased(number)).isFalse();
    assertThat(treasury.files(folder.resolve("data"))).isEmpty();
    treasury.release(number);
    ServerProcess.await(
        "the file is with the bank", () -> !treasury.files(folder.resolve("data")).isEmpty());
    say("released again, posted, and the file sent");
    return server;
  }

  /** The bank does what the one file says and states it; twice, as banks do. */
  private void settle(ServerProcess server) {
    TreasuryDesk treasury = new TreasuryDesk(server);
    List<Path> files = treasury.files(folder.resolve("data"));
    assertThat(files).as("one file for the one release").hasSize(1);
    List<Transfer> transfers = TreasuryDesk.transfers(files.get(0));
    String statement = TreasuryDesk.statement(transfers, OPENING, LocalDate.now());
    OrderDesk drop = new OrderDesk(server);
    drop.drop("bank-statements", "statement.xml", statement);
    String open =
        "select count(*) from finance.payments where state <> 'SETTLED'"
            + " and organization_id = (select id from shared.organizations where code = 'HBDE')";
    ServerProcess.await("the bank settled every payment", () -> server.count(open) == 0);
    drop.drop("bank-statements", "statement-again.xml", statement + "<!-- sent again -->\n");
    treasury.requirePaidOnce(count);
    say("%d payments of one file found on the statement".formatted(transfers.size()));
  }

  private static void say(String what) {
    System.out.printf(
        "ORDERS %5d s  %s%n", Duration.between(STARTED, Instant.now()).toSeconds(), what);
  }
}
