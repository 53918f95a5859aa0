package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.NewBankAccount;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Coding;
import org.countinghouse.payables.DiscountTerm;
import org.countinghouse.payables.InvoiceCoding;
import org.countinghouse.payables.InvoicePosting;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.ReceivedTax;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A German company with a bank account, and suppliers it owes something. */
@Component
public class PaymentsWorld {

  public static final Actor TREASURER = Actor.of("treasurer");
  public static final Actor CLERK = PayablesWorld.CLERK;
  public static final Actor CFO = Actor.of("cfo");
  public static final Currency EUR = PayablesWorld.EUR;

  /** IBANs of different banks, all with the right check digits. */
  public static final List<String> IBANS =
      List.of(
          "DE75512108001245126199",
          "DE02120300000000202051",
          "FR1420041010050500013M02606",
          "NL91ABNA0417164300");

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final PayablesWorld world;
  private final ChartOfAccounts chart;
  private final BankAccounts bankAccounts;
  private final Suppliers suppliers;
  private final Payables payables;
  private final InvoiceCoding coding;
  private final InvoicePosting posting;
  private final Approvals approvals;
  private final JdbcTemplate jdbc;

  PaymentsWorld(
      PayablesWorld world,
      ChartOfAccounts chart,
      BankAccounts bankAccounts,
      Suppliers suppliers,
      Payables payables,
      InvoiceCoding coding,
      InvoicePosting posting,
      Approvals approvals,
      JdbcTemplate jdbc) {
    this.world = world;
    this.chart = chart;
    this.bankAccounts = bankAccounts;
    this.suppliers = suppliers;
    this.payables = payables;
    this.coding = coding;
    this.posting = posting;
    this.approvals = approvals;
    this.jdbc = jdbc;
  }

  /** An organization nobody else has, with one bank account in euros, MAIN. */
  public Organization company() {
    Organization company = world.company();
    chart.create(
        company.id(),
        List.of(
            NewAccount.of("1460", "In transit", AccountType.ASSET)
                .serving(AccountPurpose.PAYMENTS_IN_TRANSIT),
            NewAccount.of("1800", "Bank", AccountType.ASSET).serving(AccountPurpose.BANK),
            NewAccount.of("1810", "Second bank", AccountType.ASSET),
            NewAccount.of("5730", "Discounts", AccountType.EXPENSE)
                .serving(AccountPurpose.DISCOUNTS_TAKEN),
            NewAccount.of("4840", "Gains", AccountType.INCOME)
                .serving(AccountPurpose.REALIZED_EXCHANGE_GAIN),
            NewAccount.of("6880", "Losses", AccountType.EXPENSE)
                .serving(AccountPurpose.REALIZED_EXCHANGE_LOSS)),
        CFO);
    bank(company, "MAIN", "DE89370400440532013000", "1800");
    return company;
  }

  /** A bank account of the company's, in euros. */
  public BankAccount bank(Organization company, String code, String iban, String account) {
    return bank(company, code, iban, account, null);
  }

  /** The same; what is under way from it stands in an account of its own. */
  BankAccount bank(
      Organization company, String code, String iban, String account, @Nullable String transit) {
    return bankAccounts.create(
        company.id(),
        new NewBankAccount(
            code,
            code,
            "Muster GmbH",
            AccountNumber.parse(iban),
            new Bic("COBADEFF"),
            EUR,
            account,
            transit,
            List.of()),
        CFO);
  }

  /** A supplier that may be paid, into the nth of {@link #IBANS}. */
  public Supplier supplier(Organization company, int nth) {
    return suppliers.adopt(
        company.id(),
        new NewSupplier(
            PayablesWorld.seller("Supplier " + nth, "DE10000000" + nth),
            SupplierTerms.DEFAULT,
            List.of(PayeeAccount.of(IBANS.get(nth)))),
        CLERK,
        CFO);
  }

  /**
   * Posts a document of the supplier with 19 % tax, whose due item this is.
   *
   * @param net in euros; below zero for a credit note
   */
  public UUID item(Organization company, int supplier, String net, LocalDate dueOn) {
    return item(company, supplier, net, dueOn, List.of());
  }

  /** The same with terms for paying early. */
  public UUID item(
      Organization company,
      int supplier,
      String net,
      LocalDate dueOn,
      List<DiscountTerm> discounts) {
    boolean credit = net.startsWith("-");
    Money amount = Money.of(credit ? net.substring(1) : net, "EUR");
    Money tax = amount.times(new BigDecimal("0.19"), java.math.RoundingMode.HALF_UP);
    LocalDate issued = dueOn.minusDays(30);
    var document =
        new ReceivedInvoice(
            "N" + NUMBERS.incrementAndGet(),
            issued,
            dueOn,
            credit ? InvoiceType.CREDIT_NOTE : InvoiceType.INVOICE,
            EUR,
            PayablesWorld.seller("Supplier " + supplier, "DE10000000" + supplier),
            Party.named("Muster GmbH"),
            List.of(PayablesWorld.line("1", amount.amount().toPlainString(), "S", "19")),
            List.of(
                PayablesWorld.tax(
                    "S", "19", amount.amount().toPlainString(), tax.amount().toPlainString())),
            new ReceivedInvoice.Totals(
                amount, tax, amount.plus(tax), Money.zero(EUR), amount.plus(tax)),
            List.of(PayeeAccount.of(IBANS.get(supplier))),
            null,
            "Works",
            null,
            null,
            false,
            discounts);
    return posted(company, document, "V19");
  }

  /**
   * Posts an invoice without tax in another currency, of a new supplier that is paid into the nth
   * of {@link #IBANS} by way of correspondent banks; its due item.
   */
  public UUID foreignItem(
      Organization company, int nth, String net, Currency currency, LocalDate dueOn) {
    var account = new PayeeAccount(IBANS.get(nth), nth == 2 ? "BNPAFRPP" : "ABNANL2A", null);
    Party seller = PayablesWorld.seller("Supplier " + nth, "DE10000000" + nth);
    suppliers.adopt(
        company.id(), new NewSupplier(seller, SupplierTerms.DEFAULT, List.of(account)), CLERK, CFO);
    Money amount = new Money(new BigDecimal(net), currency);
    Money none = Money.zero(currency);
    LocalDate issued = dueOn.minusDays(30);
    var line =
        new ReceivedLine(
            ReceivedLine.Kind.ITEM,
            "1",
            "Licence",
            null,
            BigDecimal.ONE,
            "C62",
            amount.amount(),
            amount,
            "E",
            BigDecimal.ZERO,
            null);
    var document =
        new ReceivedInvoice(
            "N" + NUMBERS.incrementAndGet(),
            issued,
            dueOn,
            InvoiceType.INVOICE,
            currency,
            seller,
            Party.named("Muster GmbH"),
            List.of(line),
            List.of(new ReceivedTax("E", BigDecimal.ZERO, amount, none, "exempt")),
            new ReceivedInvoice.Totals(amount, none, amount, none, amount),
            List.of(account),
            null,
            "Works",
            null,
            null,
            false,
            List.of());
    return posted(company, document, "E0");
  }

  private UUID posted(Organization company, ReceivedInvoice document, String taxCode) {
    UUID id = payables.receive(company.id(), document, null, null, PayablesWorld.INBOX).invoiceId();
    coding.code(
        id,
        new Coding(
            Map.of(1, new LineCoding("6815", "2000", taxCode)), document.issuedOn(), null, null),
        CLERK);
    posting.post(
        id, ContentHash.of(approvals.subject("supplier-invoice", id).facts()), PayablesWorld.HEAD);
    return jdbc.queryForObject(
        "select id from finance.payable_items where invoice_id = ?", UUID.class, id);
  }
}
