package org.countinghouse.benchmarks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import java.util.stream.IntStream;
import org.countinghouse.secrets.FieldCipher;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Open items in great number, the same for both sides of a comparison: the i-th has a number and an
 * amount of its own making, and every four share a bank account. Ids ascend, as the product's do.
 */
record OpenItems(JdbcTemplate jdbc, FieldCipher cipher) {

  /** The amount of item {@code i}, in SQL. */
  static final String AMOUNT = "round((100 + i % 90000) / 100.0, 2)";

  /** The number of item {@code i}, in SQL. */
  static final String NUMBER = "'INV' || (10000000 + i)";

  /** The account that item {@code i} is paid to, in SQL. */
  static final String IBAN =
      "'DE' || lpad((98 - mod(('37040044' || lpad((i / 4)::text, 10, '0') || '131400')::numeric,"
          + " 97))::text, 2, '0') || '37040044' || lpad((i / 4)::text, 10, '0')";

  private static final int FIRST_NUMBER = 10_000_000;
  private static final int SHARED_BY = 4;

  private static final String SUPPLIERS =
      """
      insert into finance.suppliers (id, organization_id, number, name, street, city, post_code, country, state, created_by,
        created_at, verified_by, verified_at)
      select md5(?::text || 's' || n)::uuid, ?, 'S-' || n, 'Supplier ' || n, 'Kai ' || n, 'Hamburg', '20457', 'DE', 'ACTIVE', 'a',
             now(), 'b', now()
        from generate_series(0, ?) n
      """;

  private static final String ACCOUNTS =
      """
      insert into finance.supplier_accounts (id, organization_id, supplier_id, number_cipher, number_print, state, proposed_by,
        proposed_at, decided_by, decided_at, usable_from)
      select gen_random_uuid(), ?, md5(?::text || 's' || (n - 1))::uuid, cipher, print, 'VERIFIED', 'a', now(), 'b', now(), now()
        from unnest(?::text[], ?::text[]) with ordinality as w (cipher, print, n)
      """;

  private static final String INVOICES =
      """
      insert into finance.supplier_invoices (id, organization_id, document_number, supplier_id, type, number, normalized_number,
        fiscal_year, issued_on, due_on, currency, net, tax, gross, prepaid, payable, seller, buyer, state, posting_date, coded_by,
        coded_at, approved_by, approved_at, content_hash, journal_id, received_by, received_at)
      select (substr(md5(o::text), 1, 8) || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, o, 'PI-' || i, md5(o::text || 's' || (i / 4))::uuid, 'INVOICE', %2$s, %2$s, 2026, '2026-03-01',
             '2026-03-31', 'EUR', %1$s, 0, %1$s, 0, %1$s, '{}', '{}', 'POSTED', '2026-03-01', 'a', now(), 'b', now(),
             repeat('0', 64), gen_random_uuid(), 'a', now()
        from (select ?::uuid as o, i from generate_series(1, ?::bigint) i) n
      """
          .formatted(AMOUNT, NUMBER);

  private static final String ITEMS =
      """
      insert into finance.payable_items (id, organization_id, invoice_id, supplier_id, amount, open_amount, currency, base_amount,
        open_base_amount, base_currency, posted_on, due_on, journal_id, created_at)
      select id, organization_id, id, supplier_id, payable, payable, 'EUR', payable, payable, 'EUR', posting_date,
             due_on, journal_id, now()
        from finance.supplier_invoices where organization_id = ?
      """;

  /** Gives an organization that owes nothing yet so many items. */
  void insert(UUID organization, long items) {
    int suppliers = (int) (items / SHARED_BY) + 1;
    jdbc.update(SUPPLIERS, organization, organization, suppliers - 1);
    String[] ibans =
        IntStream.range(0, suppliers)
            .mapToObj(supplier -> iban((long) supplier * SHARED_BY))
            .toArray(String[]::new);
    jdbc.update(
        ACCOUNTS,
        statement -> {
          var connection = statement.getConnection();
          statement.setObject(1, organization);
          statement.setObject(2, organization);
          statement.setArray(
              3,
              connection.createArrayOf(
                  "text",
                  IntStream.range(0, suppliers)
                      .mapToObj(n -> cipher.encrypt(organization, ibans[n]))
                      .toArray()));
          statement.setArray(
              4,
              connection.createArrayOf(
                  "text",
                  IntStream.range(0, suppliers)
                      .mapToObj(n -> cipher.fingerprint(organization, ibans[n]))
                      .toArray()));
        });
    jdbc.update(INVOICES, organization, items);
    jdbc.update(ITEMS, organization);
  }

  static String number(long item) {
    return "INV" + (FIRST_NUMBER + item);
  }

  static BigDecimal amount(long item) {
    return BigDecimal.valueOf(100 + item % 90_000, 2);
  }

  static String iban(long item) {
    String bban = "37040044" + "%010d".formatted(item / SHARED_BY);
    int check = 98 - new BigInteger(bban + "131400").mod(BigInteger.valueOf(97)).intValueExact();
    return "DE%02d%s".formatted(check, bban);
  }
}
