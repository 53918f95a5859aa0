package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.Entry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.payables.BulkSettlements;
import org.countinghouse.payments.Payment;
import org.countinghouse.payments.Payments;
import org.countinghouse.reconciliation.BankMatchMapper.PartRow;
import org.countinghouse.reconciliation.SuspenseMapper.OpenItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about entries that explained themselves wrongly or not at all. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Reconciliation {

  private static final String RESOURCE = "reconciliation.entry";
  private static final int LIMIT_MAX = 1000;
  private static final int CANDIDATES_MAX = 25;
  private static final int REASON_LENGTH_MIN = 3;

  private final SuspenseMapper suspense;
  private final BankMatchMapper matches;
  private final StatementReconciler reconciler;
  private final ExplanationPosting posting;
  private final BankAccounts accounts;
  private final BankStatements statements;
  private final BankRules rules;
  private final Payments payments;
  private final BulkSettlements settlements;
  private final Audit audit;

  Reconciliation(
      SuspenseMapper suspense,
      BankMatchMapper matches,
      StatementReconciler reconciler,
      ExplanationPosting posting,
      BankAccounts accounts,
      BankStatements statements,
      BankRules rules,
      Payments payments,
      BulkSettlements settlements,
      Audit audit) {
    this.suspense = suspense;
    this.matches = matches;
    this.reconciler = reconciler;
    this.posting = posting;
    this.accounts = accounts;
    this.statements = statements;
    this.rules = rules;
    this.payments = payments;
    this.settlements = settlements;
    this.audit = audit;
  }

  /**
   * What is not explained, the oldest first.
   *
   * @param bankAccountId null: on all accounts
   * @param limit at most so many and 1000
   */
  @Transactional(readOnly = true)
  public List<SuspenseEntry> queue(UUID organizationId, @Nullable UUID bankAccountId, int limit) {
    return suspense.list(organizationId, bankAccountId, Math.max(1, Math.min(limit, LIMIT_MAX)));
  }

  /** How many entries are not explained. */
  @Transactional(readOnly = true)
  public int count(UUID organizationId, @Nullable UUID bankAccountId) {
    return suspense.count(organizationId, bankAccountId, LocalDate.of(9999, 12, 31));
  }

  /** What an entry that is not explained could be, the likeliest first; at most 25. */
  @Transactional(readOnly = true)
  public List<Candidate> candidates(UUID entryId) {
    return suspense.listCandidates(entryId, CANDIDATES_MAX);
  }

  /** What was ever said to explain an entry, in order; taken back ones with their mirrors. */
  @Transactional(readOnly = true)
  public List<Explanation> explanations(UUID entryId) {
    return suspense.listExplanations(entryId);
  }

  /**
   * Says what an entry is: payments, invoices, accounts, in parts that sum to what is open of it. A
   * decision for one account is remembered for its counterparty.
   *
   * @throws BusinessException before anything is written: {@code reconciliation.entry-unknown},
   *     {@code reconciliation.entry-explained}, {@code reconciliation.part-invalid}, {@code
   *     reconciliation.parts-sum}, {@code reconciliation.payment-differs}, {@code
   *     reconciliation.item-differs}, {@code reconciliation.account-unusable}, {@code
   *     reconciliation.cost-centre-missing}
   */
  @Transactional
  public List<Explanation> explain(UUID entryId, List<Part> parts, Actor by) {
    suspense.lock(entryId);
    Entry entry = entry(entryId);
    SuspenseEntry open =
        Optional.ofNullable(suspense.find(entryId))
            .filter(found -> found.open().signum() != 0)
            .orElseThrow(
                () -> ReconciliationError.ENTRY_EXPLAINED.with(entry.bookedOn(), entry.amount()));
    BankAccount account = accounts.require(entry.bankAccountId());
    BigDecimal sum = parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(open.open()) != 0) {
      throw ReconciliationError.PARTS_SUM.with(sum.toPlainString(), open.open().toPlainString());
    }
    List<PartRow> rows = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      rows.add(row(entry, account, parts.get(i), i + 1));
    }
    matches.stage();
    matches.insertParts(rows);
    posting.post(
        new ExplanationPosting.Order(account, null, account.code() + " explained", null, by));
    matches.learn(entry.organizationId());
    record(entry, "explained", parts, by);
    reconciler.tell(account);
    return explanations(entryId);
  }

  /**
   * Takes back what explains an entry: it stands in suspense again, payments are outstanding and
   * invoices open again. A payment that came back stays so.
   *
   * @throws BusinessException before anything is written: {@code reconciliation.entry-unknown},
   *     {@code reconciliation.entry-open}, {@code reconciliation.reason-missing}, {@code
   *     reconciliation.return-refused}
   */
  @Transactional
  public void takeBack(UUID entryId, String reason, Actor by) {
    Entry entry = entry(entryId);
    BankAccount account = accounts.require(entry.bankAccountId());
    if (reason.strip().length() < REASON_LENGTH_MIN) {
      throw ReconciliationError.REASON_MISSING.with();
    }
    suspense.lock(entryId);
    for (Explanation each : explanations(entryId)) {
      UUID payment = each.paymentId();
      if (each.kind().equals("RETURN") && payment != null) {
        Payment back = payments.require(payment);
        throw ReconciliationError.RETURN_FAILED.with(back.endToEndId(), back.state());
      }
    }
    matches.stage();
    if (matches.mirror(entry.organizationId(), entryId) == 0) {
      throw ReconciliationError.ENTRY_OPEN.with(entry.bookedOn(), entry.amount());
    }
    List<UUID> settled = matches.listSettlements();
    posting.post(
        new ExplanationPosting.Order(
            account, null, account.code() + " taken back", reason.strip(), by));
    payments.unsettled(entry.organizationId(), List.of(entryId));
    if (!settled.isEmpty()) {
      settlements.takeBack(
          entry.organizationId(),
          settled,
          posting.day(entry.organizationId(), entry.bookedOn()),
          "bank entry " + settled.get(0),
          reason.strip(),
          by);
    }
    matches.unlearn(entryId);
    record(entry, "taken-back", reason.strip(), by);
    reconciler.tell(account);
  }

  /**
   * Looks again at everything of an account that is not explained at all: payments, invoices and
   * rules may have come since. Safe to repeat.
   *
   * @return how many explanations were found
   */
  @Transactional
  public int matchAgain(UUID bankAccountId, Actor by) {
    return reconciler.again(accounts.require(bankAccountId), null, by);
  }

  private PartRow row(Entry entry, BankAccount account, Part part, int number) {
    UUID paymentId = part.paymentId();
    UUID itemId = part.itemId();
    String code = part.account();
    int named = (paymentId == null ? 0 : 1) + (itemId == null ? 0 : 1) + (code == null ? 0 : 1);
    if (named != 1 || part.amount().signum() == 0) {
      throw ReconciliationError.PART_INVALID.with(number);
    }
    if (paymentId != null) {
      return paymentRow(entry, account, payments.require(paymentId), part.amount());
    }
    if (itemId != null) {
      return itemRow(entry, account, itemId, part.amount());
    }
    String target = String.valueOf(code);
    rules.requireUsable(entry.organizationId(), target, part.costCentre());
    return new PartRow(
        entry.id(),
        entry.bookedOn(),
        "ACCOUNT",
        "MANUAL",
        null,
        null,
        null,
        target,
        part.costCentre(),
        part.amount(),
        part.amount().negate(),
        account.currency().getCurrencyCode());
  }

  private PartRow paymentRow(Entry entry, BankAccount account, Payment payment, BigDecimal amount) {
    boolean back = amount.signum() > 0;
    boolean right =
        payment.organizationId().equals(entry.organizationId())
            && payment.bankAccountId().equals(account.id())
            && (back ? payment.state() == Payment.State.SETTLED : payment.state().isOutstanding())
            && (!payment.amount().currency().equals(account.currency())
                || payment.amount().amount().compareTo(amount.abs()) == 0);
    if (!right) {
      throw ReconciliationError.PAYMENT_DIFFERS.with(
          payment.endToEndId(), payment.amount(), payment.state());
    }
    BigDecimal target = payment.amount().amount();
    return new PartRow(
        entry.id(),
        entry.bookedOn(),
        back ? "RETURN" : "PAYMENT",
        "MANUAL",
        payment.id(),
        null,
        null,
        account.transitAccount(),
        null,
        amount,
        back ? target.negate() : target,
        payment.amount().currency().getCurrencyCode());
  }

  private PartRow itemRow(Entry entry, BankAccount account, UUID itemId, BigDecimal amount) {
    OpenItem item =
        Optional.ofNullable(suspense.findItem(entry.organizationId(), itemId))
            .orElseThrow(() -> ReconciliationError.ITEM_DIFFERS.with(itemId, "nothing"));
    boolean right =
        item.currency().equals(account.currency().getCurrencyCode())
            && item.openAmount().signum() == -amount.signum()
            && amount.abs().compareTo(item.openAmount().abs()) <= 0;
    if (!right) {
      throw ReconciliationError.ITEM_DIFFERS.with(
          item.documentNumber(),
          item.openAmount().stripTrailingZeros().toPlainString() + " " + item.currency());
    }
    return new PartRow(
        entry.id(),
        entry.bookedOn(),
        "ITEM",
        "MANUAL",
        null,
        itemId,
        null,
        account.transitAccount(),
        null,
        amount,
        amount.negate(),
        item.currency());
  }

  private Entry entry(UUID entryId) {
    return statements
        .entry(entryId)
        .orElseThrow(() -> ReconciliationError.ENTRY_UNKNOWN.with(entryId));
  }

  private void record(Entry entry, String action, Object what, Actor by) {
    audit.record(
        new AuditEntry(
            entry.organizationId(), by, action, RESOURCE, entry.id().toString(), null, what));
  }
}
