package org.countinghouse.assets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.AssetTransaction.Kind;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.assets.schedule.Revision;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to an asset between its entry and its end, which is {@link AssetDisposals}. Things
 * happen in the order of their days, and not before the last month that was written down; what was
 * entered wrongly is undone.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AssetEvents {

  private static final int LIFE_MAX = 1_200;

  private final EventDesk desk;
  private final AssetJournals journals;

  AssetEvents(EventDesk desk, AssetJournals journals) {
    this.desk = desk;
    this.journals = journals;
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
      YearMonth end = desk.schedule(history).end();
      if (YearMonth.from(on).isAfter(end)) {
        throw AssetsError.LIFE_OVER.with(asset.number(), end);
      }
    }
    AssetCategory category = desk.category(asset);
    UUID journal =
        contraAccount == null
            ? null
            : journals.post(
                asset,
                AssetJournals.ACQUISITION,
                history.rows().size() + 1,
                on,
                List.of(
                    journals.placed(
                        asset, DraftLine.debit(category.costAccount(), amount).saying(reason)),
                    journals.placed(asset, DraftLine.credit(contraAccount, amount).saying(reason))),
                by);
    TransactionRow row =
        desk.movement(history, category, by)
            .of(Kind.ADDITION, on, amount, Money.zero(amount.currency()), journal, reason);
    return desk.record(List.of(row), asset, "added-to", by);
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
    AssetCategory category = desk.category(asset);
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
        desk.movement(history, category, by)
            .of(Kind.IMPAIRMENT, on, Money.zero(amount.currency()), amount, journal, reason);
    return desk.record(List.of(row), asset, "impaired", by);
  }

  /**
   * Estimates anew how long it lasts and what will be left: from a month on, what stands is spread
   * over what remains (IAS 8.36). Said again for the same month, the later estimate counts.
   *
   * @param lifeMonths from when it was put in service to its new end
   * @throws BusinessException {@code assets.asset-unknown}, {@code assets.gone}, {@code
   *     assets.asset-invalid}, {@code assets.amount-invalid}, {@code assets.reason-missing}, {@code
   *     assets.before-last-event}, {@code assets.after-depreciation}
   */
  public Revision revise(
      UUID assetId, YearMonth from, int lifeMonths, Money residual, String reason, Actor by) {
    History history = desk.open(assetId, from.atEndOfMonth(), reason);
    Asset asset = history.asset();
    Method method = asset.terms().method();
    if (method != Method.STRAIGHT_LINE && method != Method.DECLINING) {
      throw AssetsError.ASSET_INVALID.with(
          asset.number(), "it is not written down by time, so there is no life to estimate.");
    }
    YearMonth inService = YearMonth.from(asset.terms().inServiceOn());
    if (lifeMonths > LIFE_MAX || !inService.plusMonths(lifeMonths).isAfter(from)) {
      throw AssetsError.AMOUNT_INVALID.with(
          "The life", "longer than to " + from + ", and 1200 months at most", lifeMonths);
    }
    if (residual.isNegative() || residual.compareTo(history.value().cost()) > 0) {
      throw AssetsError.AMOUNT_INVALID.with("The residual", "between zero and the cost", residual);
    }
    return desk.revise(asset, new Revision(from, lifeMonths, residual), reason, by);
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
    EventDesk.requireReason(reason);
    TransactionRow wanted = desk.transaction(transactionId);
    History history = desk.lock(wanted.assetId());
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
    Instant now = desk.now();
    List<TransactionRow> rows =
        history.standing().stream()
            .filter(
                row ->
                    row.id().equals(transactionId)
                        || (journalId != null && journalId.equals(row.journalId())))
            .map(row -> Movement.mirror(row, on, reversal, reason, by, now))
            .toList();
    return desk.record(rows, history.asset(), "undone", by);
  }

  private History open(UUID assetId, LocalDate on, Money amount, String reason) {
    History history = desk.open(assetId, on, reason);
    EventDesk.requirePositive("The amount", amount, history.value().cost());
    return history;
  }
}
