package org.countinghouse.assets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.schedule.Convention;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.tables.RowReader;
import org.countinghouse.tables.Table;
import org.countinghouse.tables.TableFiles;
import org.countinghouse.tables.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters assets from a spreadsheet (CSV or XLSX, {@code docs/how-to/keep-fixed-assets.md}): all of
 * them or none, every fault with its row.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AssetImport {

  private static final int ROWS_MAX = 20_000;

  private static final List<String> REQUIRED = List.of("name", "category", "cost", "acquired_on");

  private static final List<String> OPTIONAL =
      List.of(
          "in_service_on",
          "accumulated",
          "contra_account",
          "tag",
          "serial_number",
          "location",
          "cost_centre",
          "project",
          "method",
          "convention",
          "life_months",
          "annual_rate",
          "residual",
          "units",
          "unit");

  private final Assets assets;

  AssetImport(Assets assets) {
    this.assets = assets;
  }

  /**
   * Reads a file and enters what it names.
   *
   * @throws BusinessException {@code assets.import-refused} with a finding for each fault; those of
   *     {@link TableFiles#read} when it is no table
   */
  public List<Asset> run(UUID organizationId, byte[] content, Actor by) {
    return assets.registerAll(organizationId, read(organizationId, content), by);
  }

  /**
   * What a file names, checked; nothing is written.
   *
   * @throws BusinessException as {@link #run}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<NewAsset> read(UUID organizationId, byte[] content) {
    Table table = TableFiles.read(content, ROWS_MAX);
    table.require(REQUIRED, OPTIONAL);
    EntryRules rules = assets.rules(organizationId);
    List<Finding> findings = new ArrayList<>();
    List<NewAsset> wanted = new ArrayList<>();
    Set<String> tags = new HashSet<>();
    for (TableRow row : table.rows()) {
      NewAsset asset = new Reading(row, rules.organization(), findings).asset();
      if (asset != null) {
        check(rules, asset, row, tags, findings);
        wanted.add(asset);
      }
    }
    assets
        .takenTags(organizationId, wanted)
        .forEach(tag -> findings.add(AssetsError.TAG_TAKEN.at("tag " + tag, tag)));
    if (!findings.isEmpty()) {
      throw AssetsError.IMPORT_REFUSED.withFindings(findings, findings.size());
    }
    return wanted;
  }

  private static void check(
      EntryRules rules, NewAsset asset, TableRow row, Set<String> tags, List<Finding> findings) {
    try {
      rules.asset(asset, 1);
    } catch (BusinessException fault) {
      findings.add(new Finding(fault.code().id(), row.place(), String.valueOf(fault.getMessage())));
    }
    String tag = asset.details().tag();
    if (tag != null && !tags.add(tag)) {
      findings.add(AssetsError.TAG_TAKEN.at(row.place(), tag));
    }
  }

  /** One row on its way to become an asset. */
  private record Reading(
      TableRow row, Organization organization, List<Finding> findings, RowReader cells) {

    Reading(TableRow row, Organization organization, List<Finding> findings) {
      this(row, organization, findings, new RowReader(row, findings));
    }

    /** Null when it cannot be read; why is noted. */
    @Nullable NewAsset asset() {
      int faultsBefore = findings.size();
      String name = cells.require("name", 500);
      String category = cells.require("category", 20);
      cells.require("cost", 40);
      cells.require("acquired_on", 40);
      Money cost = money("cost");
      Money accumulated = money("accumulated");
      Money residual = money("residual");
      LocalDate on = cells.date("acquired_on");
      LocalDate inService = cells.date("in_service_on");
      TermsWish terms =
          new TermsWish(
              word("method", Method.class),
              word("convention", Convention.class),
              whole("life_months"),
              cells.number("annual_rate"),
              residual == null ? null : residual.amount(),
              cells.number("units"),
              cells.text("unit", 20));
      AssetDetails details =
          new AssetDetails(
              cells.text("tag", 100),
              cells.text("serial_number", 100),
              cells.text("location", 200),
              cells.text("cost_centre", 20),
              cells.text("project", 20));
      if (findings.size() > faultsBefore
          || name == null
          || category == null
          || cost == null
          || on == null) {
        return null;
      }
      return new NewAsset(
          name,
          category,
          details,
          Objects.requireNonNullElse(inService, on),
          terms,
          new Beginning(on, cost, accumulated, cells.text("contra_account", 20)));
    }

    private @Nullable Money money(String column) {
      BigDecimal amount = cells.number(column);
      if (amount == null) {
        return null;
      }
      if (amount.stripTrailingZeros().scale()
          > organization.baseCurrency().getDefaultFractionDigits()) {
        findings.add(
            AssetsError.AMOUNT_INVALID.at(
                row.place(), column, "rounded to " + organization.baseCurrency(), amount));
        return null;
      }
      return new Money(amount, organization.baseCurrency());
    }

    private @Nullable Integer whole(String column) {
      BigDecimal number = cells.number(column);
      if (number == null) {
        return null;
      }
      if (number.stripTrailingZeros().scale() > 0 || number.abs().precision() > 9) {
        findings.add(AssetsError.AMOUNT_INVALID.at(row.place(), column, "a whole number", number));
        return null;
      }
      return number.intValueExact();
    }

    /** {@code straight-line}, {@code STRAIGHT_LINE} and {@code Straight line} are the same word. */
    private <E extends Enum<E>> @Nullable E word(String column, Class<E> words) {
      String written = cells.text(column, 40);
      if (written == null) {
        return null;
      }
      String plain = written.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
      for (E word : words.getEnumConstants()) {
        if (word.name().equals(plain)) {
          return word;
        }
      }
      findings.add(
          AssetsError.AMOUNT_INVALID.at(
              row.place(), column, "one of " + List.of(words.getEnumConstants()), written));
      return null;
    }
  }
}
