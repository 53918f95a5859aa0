package org.countinghouse.assets;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.AssetTransaction.Kind;
import org.countinghouse.assets.schedule.DepreciationSchedule;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to an asset between its entry and its end. Things happen in the order of their days,
 * and not before the last month that was written down; what was entered wrongly is undone.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AssetEvents {

  private final AssetStore store;
  private final AssetCategories categories;
  private final AssetJournals journals;
  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  AssetEvents(
      AssetStore store,
      AssetCategories categories,
      AssetJournals journals,
      ChartOfAccounts chart,
      Organizations organizations,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.categories = categories;
    this.journals = journals;
    this.chart = chart;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds to its cost; what is added is spread over the rest of its life, from the month of the
   * addition (IAS 16.12-14; § 255 (2) HGB).
   *
   * @param contraAccount credited by a journal made now; null: the ledger has it already
   * @throws BusinessException {@code assets.asset-unknown}, {@code assets.gone}, {@code
   *     assets.amount-invalid}, {@code assets.before-last-event}, {@code
   *     assets.after-depreciation}, {@code assets.life-over}
   */
  public AssetTransaction add(
      UUID assetId,
      LocalDate on,
      Money amount,
      @Nullable String contraAccount,
      String reason,
      Actor by) {
    History history = open(assetId, on, amount, reason);
    Asset asset = history.asset();
    boolean timed = asset.terms().lifeMonths() != null && asset.terms().method() != Method.UNITS;
    if (timed && asset.terms().method() != Method.NONE) {
      YearMonth end = schedule(history).end();
      if (YearMonth.from(on).isAfter(end)) {
        throw AssetsError.LIFE_OVER.with(asset.number(), end);
      }
    }
    AssetCategory category = category(asset);
    String where = asset.details().costCentre();
    UUID journal =
        contraAccount == null
            ? null
            : journals.post(
                asset,
                AssetJournals.ACQUISITION,
                history.rows().size() + 1,
                on,
                List.of(
                    DraftLine.debit(category.costAccount(), amount).at(where).saying(reason),
                    DraftLine.credit(contraAccount, amount).at(where).saying(reason)),
                by);
    TransactionRow row =
        movement(history, category, by)
            .of(Kind.ADDITION, on, amount, Money.zero(amount.currency()), journal, reason);
    return record(List.of(row), asset, "added-to", by);
  }

  /**
   * Writes down a loss of value (IAS 36.59; § 253 (3) HGB); what is left is spread over the rest of
   * its life.
   *
   * @throws BusinessException {@code assets.asset-unknown}, {@code assets.gone}, {@code
   *     assets.amount-invalid}, {@code assets.too-much}, {@code assets.before-last-event}, {@code
   *     assets.after-depreciation}
   */
  public AssetTransaction impair(
      UUID assetId, LocalDate on, Money amount, String reason, Actor by) {
    History history = open(assetId, on, amount, reason);
    Asset asset = history.asset();
    AssetCategory category = category(asset);
    Money bookValue = history.value().bookValue();
    if (amount.compareTo(bookValue) > 0) {
      throw AssetsError.TOO_MUCH.with(asset.number(), bookValue, amount);
    }
    String expense =
        category.impairmentAccount() != null
            ? category.impairmentAccount()
            : category.expenseAccount();
    String written = category.depreciationAccount();
    if (expense == null || written == null) {
      throw AssetsError.ASSET_INVALID.with(
          asset.number(), "its category names no account an impairment could be posted to.");
    }
    AssetDetails details = asset.details();
    UUID journal =
        journals.post(
            asset,
            AssetJournals.IMPAIRMENT,
            history.rows().size() + 1,
            on,
            List.of(
                DraftLine.debit(expense, amount)
                    .at(details.costCentre())
                    .forProject(details.project())
                    .saying(reason),
                DraftLine.credit(written, amount).saying(reason)),
            by);
    TransactionRow row =
        movement(history, category, by)
            .of(Kind.IMPAIRMENT, on, Money.zero(amount.currency()), amount, journal, reason);
    return record(List.of(row), asset, "impaired", by);
  }

  /**
   * Lets an asset go, or a part of it: depreciation up to the day its convention says, then cost
   * and what was written down leave the books, and what is left between the book value and the
   * proceeds is gain or loss (IAS 16.67-72), all in one journal.
   *
   * @throws BusinessException {@code assets.asset-unknown}, {@code assets.gone}, {@code
   *     assets.amount-invalid}, {@code assets.too-much}, {@code assets.proceeds-account}, {@code
   *     assets.before-last-event}, {@code assets.after-depreciation}, {@code
   *     assets.depreciation-outstanding}, {@code ledger.purpose-unassigned}
   */
  public AssetTransaction dispose(UUID assetId, Disposal wanted, Actor by) {
    History history = store.lock(assetId);
    history.requireOpenOn(wanted.on());
    requireReason(wanted.reason());
    Asset asset = history.asset();
    Money whole = history.value().cost();
    Money part = wanted.cost() == null ? whole : wanted.cost();
    requirePositive("What goes of the cost", part, whole);
    if (part.compareTo(whole) > 0) {
      throw AssetsError.TOO_MUCH.with(asset.number(), whole, part);
    }
    Money proceeds = wanted.proceeds();
    if (proceeds.isNegative() || !proceeds.currency().equals(whole.currency())) {
      throw AssetsError.AMOUNT_INVALID.with(
          "The proceeds", "an amount in " + whole.currency() + ", zero or more", proceeds);
    }
    if (!proceeds.isZero() && wanted.proceedsAccount() == null) {
      throw AssetsError.PROCEEDS_ACCOUNT.with(asset.number());
    }
    DepreciationSchedule schedule = schedule(history);
    YearMonth month = YearMonth.from(wanted.on());
    requireDepreciated(history, schedule, month.minusMonths(1));
    DepreciationSchedule.Disposal due = schedule.disposal(wanted.on(), part);
    Money catchUp =
        new Money(due.charged(), whole.currency()).minus(history.depreciatedThrough(month));
    Money gone = new Money(due.accumulated(), whole.currency());
    AssetCategory category = category(asset);
    UUID journal =
        journals.post(
            asset,
            AssetJournals.DISPOSAL,
            history.rows().size() + 1,
            wanted.on(),
            lines(asset, category, wanted, new Leaving(part, gone, catchUp)),
            by);
    Movement movement = movement(history, category, by);
    List<TransactionRow> rows = new ArrayList<>();
    if (!catchUp.isZero()) {
      rows.add(
          movement.of(
              Kind.DEPRECIATION,
              wanted.on(),
              Money.zero(whole.currency()),
              catchUp,
              journal,
              wanted.reason()));
    }
    rows.add(movement.disposal(wanted.on(), part, gone, proceeds, journal, wanted.reason()));
    return record(rows, asset, "disposed-of", by);
  }

  /**
   * Undoes the last thing that happened to an asset, with its journal where it made one. What was
   * written down meanwhile is set right by the next depreciation run.
   *
   * @param on into an open period
   * @throws BusinessException {@code assets.transaction-unknown}, {@code assets.not-reversible};
   *     and those of {@link org.countinghouse.ledger.Ledger#reverse}
   */
  public AssetTransaction reverse(UUID transactionId, LocalDate on, String reason, Actor by) {
    requireReason(reason);
    TransactionRow wanted = store.transaction(transactionId);
    History history = store.lock(wanted.assetId());
    List<TransactionRow> happenings = history.happenings();
    if (wanted.kind() == Kind.DEPRECIATION || wanted.kind() == Kind.REVERSAL) {
      throw AssetsError.NOT_REVERSIBLE.with(
          "depreciation is set right by the next run, a reversal by entering anew.");
    }
    if (happenings.isEmpty() || !happenings.get(happenings.size() - 1).id().equals(transactionId)) {
      throw AssetsError.NOT_REVERSIBLE.with(
          "it was undone already, or something happened to the asset since: undo that first.");
    }
    if (on.isBefore(wanted.effectiveOn())) {
      throw AssetsError.NOT_REVERSIBLE.with("choose " + wanted.effectiveOn() + " or a later day.");
    }
    UUID journalId = wanted.journalId();
    UUID reversal = journalId == null ? null : journals.reverse(journalId, on, reason, by);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<TransactionRow> rows =
        history.standing().stream()
            .filter(
                row ->
                    row.id().equals(transactionId)
                        || (journalId != null && journalId.equals(row.journalId())))
            .map(row -> Movement.mirror(row, on, reversal, reason, by, now))
            .toList();
    return record(rows, history.asset(), "undone", by);
  }

  private record Leaving(Money cost, Money accumulated, Money catchUp) {}

  private List<DraftLine> lines(
      Asset asset, AssetCategory category, Disposal wanted, Leaving leaving) {
    AssetDetails details = asset.details();
    String where = details.costCentre();
    List<DraftLine> lines = new ArrayList<>();
    String written = category.depreciationAccount();
    String expense = category.expenseAccount();
    if (written != null && expense != null) {
      lines.add(
          DraftLine.debit(expense, leaving.catchUp()).at(where).forProject(details.project()));
      lines.add(DraftLine.credit(written, leaving.catchUp()));
      lines.add(DraftLine.debit(written, leaving.accumulated()));
    }
    lines.add(DraftLine.credit(category.costAccount(), leaving.cost()));
    String proceedsAccount = wanted.proceedsAccount();
    if (proceedsAccount != null) {
      lines.add(DraftLine.debit(proceedsAccount, wanted.proceeds()));
    }
    Money result = wanted.proceeds().minus(leaving.cost().minus(leaving.accumulated()));
    if (!result.isZero()) {
      AccountPurpose purpose =
          result.isNegative() ? AccountPurpose.DISPOSAL_LOSS : AccountPurpose.DISPOSAL_GAIN;
      String account = chart.forPurpose(asset.organizationId(), purpose).code();
      lines.add(DraftLine.credit(account, result).at(where).forProject(details.project()));
    }
    return lines;
  }

  private static void requireDepreciated(
      History history, DepreciationSchedule schedule, YearMonth last) {
    if (!schedule.chargedThrough(last).equals(history.depreciatedThrough(last))) {
      throw AssetsError.DEPRECIATION_OUTSTANDING.with(history.asset().number(), last);
    }
  }

  private History open(UUID assetId, LocalDate on, Money amount, String reason) {
    History history = store.lock(assetId);
    history.requireOpenOn(on);
    requireReason(reason);
    requirePositive("The amount", amount, history.value().cost());
    return history;
  }

  private static void requirePositive(String what, Money amount, Money sample) {
    if (!amount.currency().equals(sample.currency()) || amount.amount().signum() <= 0) {
      throw AssetsError.AMOUNT_INVALID.with(
          what, "an amount in " + sample.currency() + " above zero", amount);
    }
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw AssetsError.REASON_MISSING.with();
    }
  }

  private DepreciationSchedule schedule(History history) {
    Month yearStart =
        organizations.byId(history.asset().organizationId()).fiscalYearStart().getMonth();
    return history
        .schedule(yearStart)
        .orElseThrow(() -> AssetsError.GONE.with(history.asset().number()));
  }

  private AssetCategory category(Asset asset) {
    return categories.require(asset.organizationId(), asset.category());
  }

  private Movement movement(History history, AssetCategory category, Actor by) {
    return new Movement(
        history.asset(), category, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** The last of the rows is what was asked for. */
  private AssetTransaction record(List<TransactionRow> rows, Asset asset, String action, Actor by) {
    store.insert(rows);
    AssetTransaction done = AssetStore.transaction(rows.get(rows.size() - 1));
    audit.record(
        new AuditEntry(
            asset.organizationId(), by, action, "assets.asset", asset.number(), null, done));
    return done;
  }
}
