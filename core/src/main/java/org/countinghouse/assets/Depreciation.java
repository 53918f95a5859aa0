package org.countinghouse.assets;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.AssetMapper.RunRow;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.AssetTransaction.Kind;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Depreciation of a month. What is due to its end follows from the register alone; what is posted
 * is the difference to what was posted before. So a month can be run as often as one likes, after a
 * reopening too: with nothing changed it posts nothing.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Depreciation {

  private final AssetMapper mapper;
  private final AssetStore store;
  private final AssetCategories categories;
  private final DueCharges dueCharges;
  private final AssetJournals journals;
  private final Clock clock;

  Depreciation(
      AssetMapper mapper,
      AssetStore store,
      AssetCategories categories,
      DueCharges dueCharges,
      AssetJournals journals,
      Clock clock) {
    this.mapper = mapper;
    this.store = store;
    this.categories = categories;
    this.dueCharges = dueCharges;
    this.journals = journals;
    this.clock = clock;
  }

  /**
   * What is due of an asset and not posted.
   *
   * @param amount negative when too much was posted
   */
  public record Charge(Asset asset, Money amount) {}

  /** A journal that was posted for the assets of one category. */
  public record Posted(String category, int assets, Money amount, UUID journalId) {}

  /** A category whose journal the ledger refused; its assets wait for the next run. */
  public record Refused(String category, BusinessException reason) {}

  /**
   * What a run did.
   *
   * @param looked assets looked at
   */
  public record Run(YearMonth period, int looked, List<Posted> posted, List<Refused> refused) {}

  /** What is due to the end of a month and not posted, by asset number. */
  @Transactional(readOnly = true)
  public List<Charge> due(UUID organizationId, YearMonth period) {
    return dueCharges.of(organizationId, period).charges();
  }

  /** Assets written down by production whose production of the month nobody reported. */
  @Transactional(readOnly = true)
  public List<Asset> withoutUnits(UUID organizationId, YearMonth period) {
    return dueCharges.withoutUnits(organizationId, period);
  }

  /**
   * Posts what is due to the end of a month: one journal for each category, dated its last day. A
   * category the ledger refuses is set aside, the others are posted.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  public Run run(UUID organizationId, YearMonth period, Actor by) {
    mapper.lockRegister(organizationId);
    DueCharges.Due due = dueCharges.of(organizationId, period);
    Map<String, List<Charge>> byCategory =
        due.charges().stream()
            .collect(
                Collectors.groupingBy(
                    charge -> charge.asset().category(), TreeMap::new, Collectors.toList()));
    Map<String, AssetCategory> known = categories.byCode(organizationId);
    List<Posted> posted = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    byCategory.forEach(
        (code, charges) -> {
          try {
            AssetCategory category = known.get(code);
            if (category == null) {
              throw AssetsError.CATEGORY_UNKNOWN.with(code);
            }
            posted.add(post(category, period, charges, by));
          } catch (BusinessException reason) {
            refused.add(new Refused(code, reason));
          }
        });
    return new Run(period, due.looked(), posted, refused);
  }

  private Posted post(AssetCategory category, YearMonth period, List<Charge> charges, Actor by) {
    UUID organizationId = category.organizationId();
    LocalDate month = period.atDay(1);
    int sequence = mapper.countRuns(organizationId, month, category.code()) + 1;
    String reference = period + " " + category.code() + (sequence > 1 ? "/" + sequence : "");
    UUID journal =
        journals.post(
            new JournalDraft(
                organizationId,
                period.atEndOfMonth(),
                "Depreciation " + period + ", " + category.name(),
                AssetJournals.DEPRECIATION,
                reference,
                lines(category, charges)),
            by);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Money nothing = Money.zero(charges.get(0).amount().currency());
    List<TransactionRow> rows =
        charges.stream()
            .map(
                charge ->
                    new Movement(charge.asset(), category, by, now)
                        .of(
                            Kind.DEPRECIATION,
                            period.atEndOfMonth(),
                            nothing,
                            charge.amount(),
                            journal,
                            null))
            .toList();
    store.insert(rows);
    Money sum = charges.stream().map(Charge::amount).reduce(nothing, Money::plus);
    mapper.insertRun(
        new RunRow(
            Ids.next(),
            organizationId,
            month,
            category.code(),
            sequence,
            journal,
            charges.size(),
            sum.amount(),
            sum.currency().getCurrencyCode()),
        by.username(),
        now);
    return new Posted(category.code(), charges.size(), sum, journal);
  }

  /** Charges and what is taken back apart, so that neither hides the other. */
  private static List<DraftLine> lines(AssetCategory category, List<Charge> charges) {
    String expense = category.expenseAccount();
    String written = category.depreciationAccount();
    if (expense == null || written == null) {
      throw AssetsError.CATEGORY_INVALID.with(
          category.code(), "name the accounts for accumulated depreciation and for its expense.");
    }
    Map<Place, Money> sums = new TreeMap<>();
    for (Charge charge : charges) {
      AssetDetails details = charge.asset().details();
      sums.merge(
          new Place(charge.amount().isNegative(), details.costCentre(), details.project()),
          charge.amount(),
          Money::plus);
    }
    List<DraftLine> lines = new ArrayList<>();
    sums.forEach(
        (place, sum) ->
            lines.add(
                DraftLine.debit(expense, sum).at(place.costCentre()).forProject(place.project())));
    Money nothing = Money.zero(charges.get(0).amount().currency());
    for (boolean back : new boolean[] {false, true}) {
      lines.add(
          DraftLine.credit(
              written,
              sums.entrySet().stream()
                  .filter(entry -> entry.getKey().back() == back)
                  .map(Map.Entry::getValue)
                  .reduce(nothing, Money::plus)));
    }
    return lines;
  }

  /** Where a charge goes. */
  private record Place(boolean back, @Nullable String costCentre, @Nullable String project)
      implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      int byBack = Boolean.compare(back, other.back);
      int byCentre = text(costCentre).compareTo(text(other.costCentre));
      return byBack != 0
          ? byBack
          : byCentre != 0 ? byCentre : text(project).compareTo(text(other.project));
    }

    private static String text(@Nullable String code) {
      return code == null ? "" : code;
    }
  }
}
