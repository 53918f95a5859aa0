package org.countinghouse.bankfiles.reading;

import org.countinghouse.bankfiles.BankParty;
import org.jspecify.annotations.Nullable;

/** Names, accounts and banks in camt messages, in the places of all versions. */
final class CamtParties {

  private CamtParties() {}

  /** The other side of a transaction: the debtor of money in, the creditor of money out. */
  static BankParty counterparty(XmlElement details, boolean credit) {
    BankParty expected = party(details, credit ? "Dbtr" : "Cdtr");
    // a bank that names one side only means the other one by it
    BankParty other =
        expected.equals(BankParty.UNKNOWN) ? party(details, credit ? "Cdtr" : "Dbtr") : expected;
    String ultimate = name(details.find("RltdPties", credit ? "UltmtDbtr" : "UltmtCdtr"));
    return other.name() == null && ultimate != null
        ? new BankParty(ultimate, other.account(), other.bank())
        : other;
  }

  private static BankParty party(XmlElement details, String role) {
    XmlElement parties = details.child("RltdPties");
    XmlElement agents = details.child("RltdAgts");
    String name = parties == null ? null : name(parties.child(role));
    XmlElement account = parties == null ? null : parties.child(role + "Acct");
    String number = account == null ? null : account(account);
    String bank = agents == null ? null : bank(agents.child(role + "Agt"));
    return name == null && number == null && bank == null
        ? BankParty.UNKNOWN
        : new BankParty(name, number, bank);
  }

  private static @Nullable String name(@Nullable XmlElement party) {
    if (party == null) {
      return null;
    }
    String name = party.text("Nm");
    if (name != null) {
      return name;
    }
    String person = party.text("Pty", "Nm");
    return person == null ? party.text("Agt", "FinInstnId", "Nm") : person;
  }

  /** IBAN or other number of an account element. */
  static @Nullable String account(XmlElement account) {
    String iban = account.text("Id", "IBAN");
    return Values.account(iban == null ? account.text("Id", "Othr", "Id") : iban);
  }

  /** BIC, else clearing number of a financial institution. */
  static @Nullable String bank(@Nullable XmlElement agent) {
    if (agent == null) {
      return null;
    }
    String bic = agent.text("FinInstnId", "BICFI");
    String older = bic == null ? agent.text("FinInstnId", "BIC") : bic;
    return older == null ? agent.text("FinInstnId", "ClrSysMmbId", "MmbId") : older;
  }
}
