package org.countinghouse.server.api.assets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.assets.Asset;
import org.countinghouse.assets.AssetCategory;
import org.countinghouse.assets.AssetDetails;
import org.countinghouse.assets.AssetTransaction;
import org.countinghouse.assets.AssetValue;
import org.countinghouse.assets.Beginning;
import org.countinghouse.assets.Disposal;
import org.countinghouse.assets.NewAsset;
import org.countinghouse.assets.TermsWish;
import org.countinghouse.assets.schedule.Convention;
import org.countinghouse.assets.schedule.DepreciationSchedule;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.assets.schedule.Revision;
import org.countinghouse.assets.schedule.Terms;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** What the API tells and takes of assets. Amounts told are text, so that no reader rounds them. */
final class AssetViews {

  private AssetViews() {}

  /** An amount in major units. */
  record Amount(String amount, String currency) {

    static Amount of(Money money) {
      return new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }

    static @Nullable Amount orNull(@Nullable Money money) {
      return money == null ? null : of(money);
    }
  }

  /** The terms it is written down by. */
  record TermsView(
      Method method,
      Convention convention,
      LocalDate inServiceOn,
      @Nullable Integer lifeMonths,
      @Nullable String annualRate,
      Amount residual,
      @Nullable String units,
      @Nullable String unit) {

    static TermsView of(Asset asset) {
      Terms terms = asset.terms();
      return new TermsView(
          terms.method(),
          terms.convention(),
          terms.inServiceOn(),
          terms.lifeMonths(),
          plain(terms.annualRate()),
          Amount.of(terms.residual()),
          plain(terms.units()),
          asset.unit());
    }
  }

  /** An asset of the register. */
  record AssetView(
      UUID id, String number, String name, String category, AssetDetails details, TermsView terms) {

    static AssetView of(Asset asset) {
      return new AssetView(
          asset.id(),
          asset.number(),
          asset.name(),
          asset.category(),
          asset.details(),
          TermsView.of(asset));
    }
  }

  /** An asset with what it stands at and everything that happened to it. */
  record AssetFile(
      AssetView asset,
      Amount cost,
      Amount accumulated,
      Amount bookValue,
      List<TransactionView> transactions,
      List<RevisionView> revisions) {

    static AssetFile of(
        Asset asset,
        AssetValue value,
        List<AssetTransaction> transactions,
        List<Revision> revisions) {
      return new AssetFile(
          AssetView.of(asset),
          Amount.of(value.cost()),
          Amount.of(value.accumulated()),
          Amount.of(value.bookValue()),
          transactions.stream().map(TransactionView::of).toList(),
          revisions.stream().map(RevisionView::of).toList());
    }
  }

  /** An estimate that counts from a month on. */
  record RevisionView(YearMonth from, int lifeMonths, Amount residual) {

    static RevisionView of(Revision revision) {
      return new RevisionView(
          revision.from(), revision.lifeMonths(), Amount.of(revision.residual()));
    }
  }

  /**
   * Something that changed its value.
   *
   * @param journal address of its journal; absent: the ledger has it from elsewhere
   * @param result of a disposal: a gain, or negative a loss
   */
  record TransactionView(
      UUID id,
      AssetTransaction.Kind kind,
      LocalDate effectiveOn,
      Amount cost,
      Amount accumulated,
      @Nullable Amount proceeds,
      @Nullable Amount result,
      @Nullable String journal,
      @Nullable UUID reverses,
      @Nullable String reason,
      String createdBy,
      Instant recordedAt) {

    static TransactionView of(AssetTransaction transaction) {
      return new TransactionView(
          transaction.id(),
          transaction.kind(),
          transaction.effectiveOn(),
          Amount.of(transaction.cost()),
          Amount.of(transaction.accumulated()),
          Amount.orNull(transaction.proceeds()),
          Amount.orNull(transaction.result()),
          transaction.journalId() == null
              ? null
              : "/api/ledger/journals/" + transaction.journalId(),
          transaction.reversesId(),
          transaction.reason(),
          transaction.createdBy(),
          transaction.recordedAt());
    }
  }

  /** A month of the schedule. */
  record ScheduleLine(
      YearMonth month, Amount cost, Amount charge, Amount accumulated, Amount bookValue) {

    static ScheduleLine of(DepreciationSchedule.Line line) {
      return new ScheduleLine(
          line.month(),
          Amount.of(line.cost()),
          Amount.of(line.charge()),
          Amount.of(line.accumulated()),
          Amount.of(line.bookValue()));
    }
  }

  /**
   * A new asset; see {@link NewAsset}. Amounts are in the organization's base currency.
   *
   * @param acquiredOn when it was bought; for a takeover the first day it is in these books
   * @param inServiceOn absent: the day it was acquired
   * @param accumulated written down before; present: it is taken over with its history
   * @param contraAccount credited now; absent: the ledger has the cost already
   */
  record AssetBody(
      @NotBlank @Size(max = 500) String name,
      @NotBlank String category,
      @NotNull LocalDate acquiredOn,
      @Nullable LocalDate inServiceOn,
      @NotNull @Positive BigDecimal cost,
      @Nullable @PositiveOrZero BigDecimal accumulated,
      @Nullable String contraAccount,
      @Nullable @Size(max = 100) String tag,
      @Nullable @Size(max = 100) String serialNumber,
      @Nullable @Size(max = 200) String location,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable Method method,
      @Nullable Convention convention,
      @Nullable Integer lifeMonths,
      @Nullable BigDecimal annualRate,
      @Nullable @PositiveOrZero BigDecimal residual,
      @Nullable @Positive BigDecimal units,
      @Nullable @Size(max = 20) String unit) {

    NewAsset value(Currency base) {
      return new NewAsset(
          name,
          category,
          new AssetDetails(tag, serialNumber, location, costCentre, project),
          inServiceOn == null ? acquiredOn : inServiceOn,
          new TermsWish(method, convention, lifeMonths, annualRate, residual, units, unit),
          new Beginning(
              acquiredOn,
              new Money(cost, base),
              accumulated == null ? null : new Money(accumulated, base),
              contraAccount));
    }
  }

  /** More cost, or a loss of value. */
  record ChangeBody(
      @NotNull LocalDate on,
      @NotNull @Positive BigDecimal amount,
      @Nullable String contraAccount,
      @NotBlank @Size(max = 500) String reason) {}

  /**
   * How it goes.
   *
   * @param cost part of what it cost; absent: all
   */
  record DisposalBody(
      @NotNull LocalDate on,
      @Nullable @Positive BigDecimal cost,
      @NotNull @PositiveOrZero BigDecimal proceeds,
      @Nullable String proceedsAccount,
      @NotBlank @Size(max = 500) String reason) {

    Disposal value(Currency base) {
      return new Disposal(
          on,
          cost == null ? null : new Money(cost, base),
          new Money(proceeds, base),
          proceedsAccount,
          reason);
    }
  }

  /**
   * A new estimate.
   *
   * @param lifeMonths from when it was put in service to its new end
   */
  record RevisionBody(
      @NotNull YearMonth from,
      @Positive int lifeMonths,
      @NotNull @PositiveOrZero BigDecimal residual,
      @NotBlank @Size(max = 500) String reason) {}

  /** When and why something is undone. */
  record ReversalBody(@NotNull LocalDate on, @NotBlank @Size(max = 500) String reason) {}

  /** Where it is used from now on. */
  record MoveBody(
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable @Size(max = 200) String location) {}

  /** What it produced in a month. */
  record UnitsBody(@NotNull YearMonth period, @NotNull @PositiveOrZero BigDecimal units) {}

  /** A category; see {@link AssetCategory}. */
  record CategoryBody(
      @NotBlank @Size(max = 20) String code,
      @NotBlank @Size(max = 200) String name,
      @NotBlank String costAccount,
      @Nullable String depreciationAccount,
      @Nullable String expenseAccount,
      @Nullable String impairmentAccount,
      @NotNull Method method,
      @Nullable Convention convention,
      @Nullable Integer lifeMonths,
      @Nullable BigDecimal annualRate,
      @Nullable @PositiveOrZero BigDecimal residualPercent) {

    AssetCategory value(UUID organizationId) {
      return new AssetCategory(
          organizationId,
          code,
          name,
          costAccount,
          depreciationAccount,
          expenseAccount,
          impairmentAccount,
          method,
          convention == null ? Convention.FULL_MONTH : convention,
          lifeMonths,
          annualRate,
          residualPercent == null ? BigDecimal.ZERO : residualPercent);
    }
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }
}
