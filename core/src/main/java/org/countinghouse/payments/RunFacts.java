package org.countinghouse.payments;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.approvals.Fact;
import org.countinghouse.money.Money;
import org.springframework.stereotype.Component;

/**
 * What of a run is approved: when, how much from where, and the fingerprint of every item of it.
 */
@Component
class RunFacts {

  private final ProposalMapper items;

  RunFacts(ProposalMapper items) {
    this.items = items;
  }

  List<Fact> of(RunMapper.Row run) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("paymentRun.payOn", run.payOn()));
    for (ProposalMapper.TotalRow row : items.listTotals(run.id())) {
      var currency = java.util.Currency.getInstance(row.currency());
      String from = row.bankAccount() + " " + row.method() + " " + row.currency();
      facts.add(Fact.of("paymentRun.payments", from, row.payments()));
      facts.add(Fact.of("paymentRun.amount", from, new Money(row.amount(), currency)));
      if (row.discount().signum() != 0) {
        facts.add(Fact.of("paymentRun.discount", from, new Money(row.discount(), currency)));
      }
    }
    facts.add(Fact.of("paymentRun.items", items.fingerprint(run.id())));
    return facts;
  }

  String hash(RunMapper.Row run) {
    return ContentHash.of(of(run));
  }
}
