package org.countinghouse.benchmarks;

import static org.countinghouse.benchmarks.Meter.print;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payments.PaymentProposals;
import org.countinghouse.payments.PaymentRelease;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.payments.PaymentsWorld;
import org.countinghouse.payments.ProposalRequest;
import org.countinghouse.secrets.FieldCipher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A payment run from open items to its file, with everything that says why, beside the simplest
 * program that writes the same rows and the same file: no rule, no check, no reason.
 *
 * <p>System properties: {@code benchmark.items} (50000), {@code benchmark.perSupplier} (2), {@code
 * benchmark.rounds} (3).
 */
@Benchmark
class PaymentsBenchmark {

  private static final String TRANSFER =
      """
      <CdtTrfTxInf><PmtId><EndToEndId>%s</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">%s</InstdAmt></Amt>\
      <Cdtr><Nm>%s</Nm></Cdtr><CdtrAcct><Id><IBAN>%s</IBAN></Id></CdtrAcct><RmtInf><Ustrd>%s</Ustrd></RmtInf></CdtTrfTxInf>
      """;

  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

  private final int items = Integer.getInteger("benchmark.items", 50_000);
  private final int perSupplier = Integer.getInteger("benchmark.perSupplier", 2);
  private final int rounds = Integer.getInteger("benchmark.rounds", 3);
  private final LocalDate today = LocalDate.now();

  @Autowired PaymentsWorld world;
  @Autowired PaymentProposals proposals;
  @Autowired PaymentRuns runs;
  @Autowired PaymentRelease release;
  @Autowired Approvals approvals;
  @Autowired Ledger ledger;
  @Autowired FieldCipher cipher;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  @Test
  void fromOpenItemsToTheFile() {
    var meter = new Meter(jdbc);
    meter.printConditions();
    pay(company(1000, perSupplier)); // caches, the JVM
    payPlainly(company(1000, perSupplier));
    List<Sample> ours = new ArrayList<>();
    List<Sample> plain = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Organization first = company(items, perSupplier);
      Organization second = company(items, perSupplier);
      analyze();
      Sample run = meter.once(() -> pay(first));
      Sample program = meter.once(() -> payPlainly(second));
      ours.add(run);
      plain.add(program);
      print(
          "  round %d, %d items: payment run %.2f s (CPU %.2f), simplest program %.2f s (CPU %.2f),"
              + " load %s",
          round, items, run.wall(), run.cpu(), program.wall(), program.cpu(), Meter.load());
    }
    print(
        "payment run / simplest program: %.2f (CPU %.2f), medians of %d",
        Sample.ratio(ours, plain, Sample::wall), Sample.ratio(ours, plain, Sample::cpu), rounds);
  }

  /** As autovacuum would have by the time somebody pays; the application itself may not. */
  private void analyze() {
    jdbc.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              try (Statement sql = connection.createStatement()) {
                sql.execute("set role countinghouse_owner");
                sql.execute("analyze");
                sql.execute("reset role");
              }
              return true;
            });
  }

  private String pay(Organization company) {
    List<Long> times = new ArrayList<>(List.of(System.nanoTime()));
    PaymentRun run =
        proposals.register(company.id(), ProposalRequest.BY_SETTINGS, PaymentsWorld.TREASURER);
    proposals.propose(run.id());
    times.add(System.nanoTime());
    runs.submit(run.id(), PaymentsWorld.TREASURER);
    times.add(System.nanoTime());
    String hash = ContentHash.of(approvals.subject("payment-run", run.id()).facts());
    times.add(System.nanoTime());
    release.release(run.id(), hash, PaymentsWorld.CFO);
    times.add(System.nanoTime());
    print(
        "  proposed in %d ms, handed in in %d, read in %d, released in %d",
        millis(times, 0), millis(times, 1), millis(times, 2), millis(times, 3));
    return runs.files(run.id()).get(0).sha256();
  }

  private static long millis(List<Long> times, int step) {
    return (times.get(step + 1) - times.get(step)) / 1_000_000;
  }

  /** The same rows and the same file, and nothing besides. */
  private String payPlainly(Organization company) {
    return transaction.execute(status -> plainly(company.id()));
  }

  private String plainly(UUID org) {
    UUID run = Ids.next();
    UUID file = Ids.next();
    UUID account =
        jdbc.queryForObject(
            "select id from finance.bank_accounts where organization_id = ?", UUID.class, org);
    String ids = "('%08x-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";
    String id = ids.formatted((int) NUMBERS.incrementAndGet(), "%s");
    jdbc.update(
        """
        insert into finance.payment_runs (id, organization_id, number, fiscal_year, sequence, state, pay_on, due_until, minimum_amount,
          base_currency, discount_yield_min, proposed_by, proposed_at, submitted_by, submitted_at, released_by, released_at, content_hash)
        values (?, ?, 'PR-1', 2026, 1, 'RELEASED', current_date, current_date, 0, 'EUR', 0, 'a', now(), 'a', now(), 'b', now(), repeat('0', 64))
        """,
        run,
        org);
    jdbc.update(
        """
        insert into finance.payments (id, organization_id, run_id, file_id, bank_account_id, end_to_end_id, supplier_id, account_id,
          creditor_name, amount, currency, method, remittance, pay_on, state, state_at)
        select %s, ?, ?, ?, ?, 'P26000001-' || n, supplier_id, account_id, name, amount, 'EUR', 'SEPA', documents, current_date, 'RELEASED', now()
          from (select row_number() over () as n, i.supplier_id, a.id as account_id, s.name, sum(i.open_amount) as amount,
                       string_agg(v.number, ' ') as documents
                  from finance.payable_items i
                  join finance.suppliers s on s.id = i.supplier_id
                  join finance.supplier_accounts a on a.supplier_id = i.supplier_id
                  join finance.supplier_invoices v on v.id = i.invoice_id
                 where i.organization_id = ? group by 2, 3, 4) p
        """
            .formatted(id.formatted("n")),
        org,
        run,
        file,
        account,
        org);
    Money total =
        new Money(
            jdbc.queryForObject(
                "select sum(amount) from finance.payments where run_id = ?",
                java.math.BigDecimal.class,
                run),
            PaymentsWorld.EUR);
    UUID journal =
        ledger
            .post(
                new JournalDraft(
                    org,
                    today,
                    "Payments",
                    "payables:settlement",
                    "plain",
                    List.of(DraftLine.debit("3300", total), DraftLine.credit("1460", total))),
                Actor.of("a"))
            .id();
    jdbc.update(
        """
        insert into finance.payable_settlements (id, organization_id, number, item_id, settled_on, amount, currency, base_amount, bank_account,
          bank_amount, bank_currency, bank_base_amount, difference, base_currency, reference, journal_id, settled_by, settled_at)
        select %s, i.organization_id, 'PS-' || row_number() over (), i.id, current_date, i.open_amount, 'EUR', i.open_base_amount, '1460',
               i.open_amount, 'EUR', i.open_base_amount, 0, 'EUR', p.end_to_end_id, ?, 'a', now()
          from finance.payable_items i join finance.payments p on p.run_id = ? and p.supplier_id = i.supplier_id
         where i.organization_id = ?
        """
            .formatted(id.formatted("row_number() over ()")),
        journal,
        run,
        org);
    jdbc.update(
        """
        insert into finance.payment_run_items (organization_id, run_id, item_id, supplier_id, candidate, cause, wanted, discount, included, reason,
          amount, base_amount, currency, base_currency, account_id, bank_account_id, method, live, payment_id, settlement_id)
        select i.organization_id, p.run_id, i.id, i.supplier_id, true, 'due', i.open_amount, 0, true, 'due', i.open_amount, i.open_amount, 'EUR',
               'EUR', p.account_id, p.bank_account_id, 'SEPA', false, p.id, s.id
          from finance.payable_items i
          join finance.payments p on p.run_id = ? and p.supplier_id = i.supplier_id
          join finance.payable_settlements s on s.organization_id = i.organization_id and s.item_id = i.id
         where i.organization_id = ?
        """,
        run,
        org);
    jdbc.update(
        "update finance.payable_items set open_amount = 0, open_base_amount = 0 where"
            + " organization_id = ?",
        org);
    write(org, run);
    jdbc.update(
        """
        insert into finance.payment_files (id, organization_id, run_id, bank_account_id, format, message_id, name, document_id, outbox_id, sha256,
          payments, control_sum, state, written_at)
        select ?, ?, ?, ?, 'PAIN_001', 'plain', 'plain.xml', ?, ?, repeat('0', 64), count(*), sum(amount), 'SENT', now()
          from finance.payments where run_id = ?
        """,
        file,
        org,
        run,
        account,
        Ids.next(),
        Ids.next(),
        run);
    return "done";
  }

  /** Element by element as a program for one bank would print it. */
  private void write(UUID org, UUID run) {
    Path target = Path.of("target/benchmark/plain.xml");
    try (BufferedWriter out = Files.newBufferedWriter(target)) {
      out.write("<Document><CstmrCdtTrfInitn>\n");
      jdbc.query(
          """
          select p.end_to_end_id, p.amount, p.creditor_name, p.remittance, a.number_cipher
            from finance.payments p join finance.supplier_accounts a on a.id = p.account_id where p.run_id = ?
          """,
          row -> {
            try {
              out.write(
                  TRANSFER.formatted(
                      row.getString(1),
                      row.getBigDecimal(2).setScale(2),
                      row.getString(3),
                      cipher.decrypt(org, row.getString(5)),
                      row.getString(4)));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          run);
      out.write("</CstmrCdtTrfInitn></Document>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A company that owes so many invoices, all due. */
  private Organization company(int count, int each) {
    Organization company = world.company();
    UUID org = company.id();
    int suppliers = count / each;
    jdbc.update(
        """
        insert into finance.suppliers (id, organization_id, number, name, street, city, post_code, country, state, created_by, created_at,
          verified_by, verified_at)
        select gen_random_uuid(), ?, 'S-' || n, 'Supplier ' || n, 'Kai ' || n, 'Hamburg', '20457', 'DE', 'ACTIVE', 'a', now(), 'b', now()
          from generate_series(1, ?) n
        """,
        org,
        suppliers);
    List<UUID> ids =
        jdbc.queryForList(
            "select id from finance.suppliers where organization_id = ? order by number",
            UUID.class,
            org);
    List<Object[]> accounts = new ArrayList<>();
    for (int n = 0; n < ids.size(); n++) {
      String iban = iban(n);
      accounts.add(
          new Object[] {
            Ids.next(), org, ids.get(n), cipher.encrypt(org, iban), cipher.fingerprint(org, iban)
          });
    }
    jdbc.batchUpdate(
        """
        insert into finance.supplier_accounts (id, organization_id, supplier_id, number_cipher, number_print, state, proposed_by, proposed_at,
          decided_by, decided_at, usable_from)
        values (?, ?, ?, ?, ?, 'VERIFIED', 'a', now(), 'b', now(), now())
        """,
        accounts);
    jdbc.update(
        """
        insert into finance.supplier_invoices (id, organization_id, document_number, supplier_id, type, number, normalized_number, fiscal_year,
          issued_on, due_on, currency, net, tax, gross, prepaid, payable, seller, buyer, state, posting_date, coded_by, coded_at, approved_by,
          approved_at, content_hash, journal_id, received_by, received_at)
        select gen_random_uuid(), s.organization_id, 'PI-' || s.number || '-' || n, s.id, 'INVOICE', 'INV' || n, 'INV' || n, 2026,
               current_date - 30, current_date, 'EUR', 100 + n, 0, 100 + n, 0, 100 + n, '{}', '{}', 'POSTED', current_date - 30, 'a', now(), 'b',
               now(), repeat('0', 64), gen_random_uuid(), 'a', now()
          from finance.suppliers s, generate_series(1, ?) n
         where s.organization_id = ?
        """,
        each,
        org);
    jdbc.update(
        """
        insert into finance.payable_items (id, organization_id, invoice_id, supplier_id, amount, open_amount, currency, base_amount,
          open_base_amount, base_currency, posted_on, due_on, journal_id, created_at)
        select gen_random_uuid(), organization_id, id, supplier_id, payable, payable, 'EUR', payable, payable, 'EUR', posting_date, due_on,
               journal_id, now()
          from finance.supplier_invoices where organization_id = ?
        """,
        org);
    return company;
  }

  private static String iban(int n) {
    String bban = "37040044" + "%010d".formatted(n + 1);
    int check = 98 - new BigInteger(bban + "131400").mod(BigInteger.valueOf(97)).intValueExact();
    return "DE%02d%s".formatted(check, bban);
  }
}
