package org.countinghouse.payables;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.approvals.Fact;

/** Everything about a claim that, if it changes, has to be approved again. */
final class InvoiceFacts {

  private InvoiceFacts() {}

  static List<Fact> of(InvoiceDetails details, BankNumbers numbers) {
    SupplierInvoice invoice = details.invoice();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("invoice.type", invoice.type()));
    facts.add(
        Fact.of("invoice.supplier", details.supplier().number() + " " + details.supplier().name()));
    facts.add(Fact.of("invoice.number", invoice.number()));
    facts.add(Fact.of("invoice.issuedOn", invoice.issuedOn()));
    facts.add(Fact.of("invoice.dueOn", invoice.dueOn()));
    facts.add(Fact.of("invoice.net", invoice.totals().net()));
    facts.add(Fact.of("invoice.tax", invoice.totals().tax()));
    facts.add(Fact.of("invoice.gross", invoice.totals().gross()));
    facts.add(Fact.of("invoice.payable", invoice.totals().payable()));
    if (invoice.baseRate() != null) {
      facts.add(
          Fact.of("invoice.baseRate", invoice.baseRate().stripTrailingZeros().toPlainString()));
    }
    UUID organization = invoice.organizationId();
    details.payeeAccounts().stream()
        .map(BankNumbers::stated)
        .forEach(number -> facts.add(numbers.fact("invoice.payTo", organization, number)));
    details.lines().forEach(line -> facts.addAll(line(line)));
    return facts;
  }

  private static List<Fact> line(InvoiceLine line) {
    List<Fact> facts = new ArrayList<>();
    int position = line.position();
    facts.add(Fact.of("line.name", position, line.stated().name()));
    facts.add(Fact.of("line.net", position, line.stated().net()));
    LineCoding coding = line.coding();
    if (coding != null) {
      facts.add(Fact.of("line.account", position, coding.account()));
      if (coding.costCentre() != null) {
        facts.add(Fact.of("line.costCentre", position, coding.costCentre()));
      }
      if (coding.project() != null) {
        facts.add(Fact.of("line.project", position, coding.project()));
      }
      facts.add(Fact.of("line.taxCode", position, coding.taxCode()));
    }
    return facts;
  }
}
