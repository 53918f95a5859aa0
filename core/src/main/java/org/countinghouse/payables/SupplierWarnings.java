package org.countinghouse.payables;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.approvals.spi.ApprovalSheet.Notice;
import org.countinghouse.approvals.spi.ApprovalSheet.Severity;
import org.countinghouse.bankdetails.OtherAccount;
import org.countinghouse.errors.Finding;
import org.countinghouse.payables.SupplierChange.Kind;
import org.springframework.stereotype.Component;

/** What a second person should know before trusting a supplier or its account. */
@Component
class SupplierWarnings {

  private static final Duration NEW_CONTACT = Duration.ofDays(30);

  private final SupplierAccounts accounts;
  private final SupplierContacts contacts;
  private final SupplierMapper mapper;

  SupplierWarnings(SupplierAccounts accounts, SupplierContacts contacts, SupplierMapper mapper) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.mapper = mapper;
  }

  /** The worst first. */
  List<Notice> of(SupplierChange change, Supplier supplier) {
    List<Notice> notices = new ArrayList<>();
    if (change.kind() != Kind.UNBLOCK) {
      List<SupplierAccount> proposed = accounts.proposedBy(change);
      proposed.forEach(account -> shared(account).ifPresent(notices::add));
      proposed.forEach(account -> number(account, supplier).ifPresent(notices::add));
      if (change.kind() == Kind.NEW_SUPPLIER && proposed.isEmpty()) {
        notices.add(
            warning("payables.no-account", "No bank account is known: nothing can be paid yet."));
      }
    }
    if (change.kind() == Kind.NEW_ACCOUNT) {
      contact(change).ifPresent(notices::add);
    }
    PartyChecks.problem(supplier.party()).map(SupplierWarnings::warning).ifPresent(notices::add);
    return notices;
  }

  /** One account for several suppliers: a payee in disguise, or one supplier kept twice. */
  private Optional<Notice> shared(SupplierAccount account) {
    List<String> others = mapper.listSharing(account.id());
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notice(
                Severity.EXCEPTION,
                "payables.account-shared",
                "Account %s belongs to %s as well."
                    .formatted(account.masked(), String.join(", ", others))));
  }

  private static Optional<Notice> number(SupplierAccount account, Supplier supplier) {
    Party.PostalAddress address = supplier.party().address();
    String home = address == null ? null : address.country();
    String abroad = account.number().country();
    if (abroad.equals(OtherAccount.UNKNOWN_COUNTRY)) {
      return Optional.of(
          warning(
              "payables.account-form",
              "Account %s is of no form a bank here can be paid by: ask the supplier for an IBAN or national number."
                  .formatted(account.masked())));
    }
    return home == null || home.equals(abroad)
        ? Optional.empty()
        : Optional.of(
            warning(
                "payables.account-abroad",
                "Account %s is kept in %s, the supplier is in %s."
                    .formatted(account.masked(), abroad, home)));
  }

  /** First the contact, then the account: how a thief makes sure nobody is warned. */
  private Optional<Notice> contact(SupplierChange change) {
    List<SupplierContact.Dated> history = contacts.history(change.supplierId());
    boolean changed =
        history.size() > 1
            && history.get(0).setAt().isAfter(change.requestedAt().minus(NEW_CONTACT));
    return changed
        ? Optional.of(
            warning(
                "payables.contact-new",
                "The contact was changed by %s within 30 days: call the one before."
                    .formatted(history.get(0).setBy())))
        : Optional.empty();
  }

  private static Notice warning(Finding finding) {
    return warning(finding.code(), finding.message());
  }

  private static Notice warning(String code, String text) {
    return new Notice(Severity.WARNING, code, text);
  }
}
