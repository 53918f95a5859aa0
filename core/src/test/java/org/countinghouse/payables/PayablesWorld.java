package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.tax.TaxCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A German company with a small chart of accounts, and the documents its suppliers send. */
@Component
public class PayablesWorld {

  public static final Currency EUR = Currency.getInstance("EUR");
  public static final Actor CLERK = Actor.of("clerk");
  public static final Actor HEAD = Actor.of("head");
  public static final Actor INBOX = Actor.system("inbox");
  public static final String GOOD_IBAN = "DE75512108001245126199";

  private static final AtomicInteger MADE = new AtomicInteger();

  private final Organizations organizations;
  private final ChartOfAccounts chart;
  private final FiscalYears years;
  private final PayablesSetup setup;

  PayablesWorld(
      Organizations organizations, ChartOfAccounts chart, FiscalYears years, PayablesSetup setup) {
    this.organizations = organizations;
    this.chart = chart;
    this.years = years;
    this.setup = setup;
  }

  /** An organization nobody else has, its year 2026 open. */
  public Organization company() {
    Actor by = Actor.system("test");
    Organization company =
        organizations.create(
            new NewOrganization(
                "P%05d".formatted(MADE.incrementAndGet()),
                "Muster GmbH",
                "DE",
                EUR,
                ZoneId.of("Europe/Berlin"),
                Locale.GERMANY,
                MonthDay.of(1, 1)),
            by);
    organizations.createCostCentre(company.id(), "1000", "Sales", by);
    organizations.createCostCentre(company.id(), "2000", "Works", by);
    chart.create(
        company.id(),
        List.of(
            NewAccount.of("1406", "Input tax 19 %", AccountType.ASSET),
            NewAccount.of("1401", "Input tax 7 %", AccountType.ASSET),
            NewAccount.of("1407", "Input tax reverse charge", AccountType.ASSET),
            NewAccount.of("3837", "Output tax reverse charge", AccountType.LIABILITY),
            NewAccount.of("1180", "Prepayments", AccountType.ASSET),
            NewAccount.of("3300", "Creditors", AccountType.LIABILITY).controlledBy("payables"),
            NewAccount.of("6300", "Other expense", AccountType.EXPENSE).perCostCentre(),
            NewAccount.of("6815", "Office supplies", AccountType.EXPENSE).perCostCentre(),
            NewAccount.of("6960", "Rounding", AccountType.EXPENSE)),
        by);
    years.open(company.id(), 2026, by);
    setup.setAccounts(company.id(), new PayablesAccounts("3300", "1180", "6960"), by);
    taxCode(company.id(), "V19", "S", "19", TaxCode.Kind.RECOVERABLE, "0", "1406", null);
    taxCode(company.id(), "V7", "S", "7", TaxCode.Kind.RECOVERABLE, "0", "1401", null);
    taxCode(company.id(), "N19", "S", "19", TaxCode.Kind.COST, "0", null, null);
    taxCode(company.id(), "RC19", "AE", "0", TaxCode.Kind.REVERSE_CHARGE, "19", "1407", "3837");
    taxCode(company.id(), "E0", "E", "0", TaxCode.Kind.NONE, "0", null, null);
    return company;
  }

  private void taxCode(
      UUID organization,
      String code,
      String category,
      String rate,
      TaxCode.Kind kind,
      String ownRate,
      @Nullable String input,
      @Nullable String output) {
    setup.createTaxCode(
        new TaxCode(
            organization,
            code,
            code,
            category,
            new BigDecimal(rate),
            kind,
            new BigDecimal(ownRate),
            input,
            output),
        Actor.system("test"));
  }

  public static Party seller(String name, @Nullable String vatId) {
    return new Party(
        name,
        vatId,
        null,
        null,
        null,
        new Party.PostalAddress("Kai 1", null, "Hamburg", "20457", "DE"));
  }

  /** 100.00 net, 19 % tax, by the seller of this VAT id. */
  public static ReceivedInvoice invoice(String number, String vatId) {
    return invoice(
        number,
        InvoiceType.INVOICE,
        seller("Seller " + vatId, vatId),
        List.of(line("1", "100.00", "S", "19")),
        List.of(tax("S", "19", "100.00", "19.00")));
  }

  public static ReceivedInvoice invoice(
      String number,
      InvoiceType type,
      Party seller,
      List<ReceivedLine> lines,
      List<ReceivedTax> taxes) {
    Money net = lines.stream().map(ReceivedLine::net).reduce(Money.zero(EUR), Money::plus);
    Money tax = taxes.stream().map(ReceivedTax::tax).reduce(Money.zero(EUR), Money::plus);
    Money gross = net.plus(tax);
    return new ReceivedInvoice(
        number,
        LocalDate.of(2026, 3, 10),
        null,
        type,
        EUR,
        seller,
        Party.named("Muster GmbH"),
        lines,
        taxes,
        new ReceivedInvoice.Totals(net, tax, gross, Money.zero(EUR), gross),
        List.of(PayeeAccount.of(GOOD_IBAN)),
        null,
        "Works",
        null,
        null);
  }

  public static ReceivedLine line(String reference, String net, String category, String rate) {
    return new ReceivedLine(
        net.startsWith("-") ? ReceivedLine.Kind.ALLOWANCE : ReceivedLine.Kind.ITEM,
        reference,
        "Item " + reference,
        null,
        BigDecimal.ONE,
        "C62",
        new BigDecimal(net),
        Money.of(net, "EUR"),
        category,
        new BigDecimal(rate),
        null);
  }

  public static ReceivedTax tax(String category, String rate, String taxable, String tax) {
    return new ReceivedTax(
        category, new BigDecimal(rate), Money.of(taxable, "EUR"), Money.of(tax, "EUR"), null);
  }

  /** Every line to office supplies of the works, with this tax code. */
  public static Coding coding(int lines, String taxCode) {
    Map<Integer, LineCoding> all = new HashMap<>();
    for (int position = 1; position <= lines; position++) {
      all.put(position, new LineCoding("6815", "2000", taxCode));
    }
    return new Coding(all, LocalDate.of(2026, 3, 10), null, null);
  }
}
