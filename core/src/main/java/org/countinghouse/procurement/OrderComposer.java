package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countinghouse.currency.FxRate;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the wording of an order out of what somebody wants, or says what is wrong with it. */
@Component
class OrderComposer {

  static final int LINES_MAX = 1000;
  private static final int NAME_LENGTH_MAX = 500;
  private static final int NOTE_LENGTH_MAX = 2000;
  private static final int DECIMALS_MAX = 6;

  /** Amounts are stored with fifteen digits before the point; a line leaves room for a sum. */
  private static final BigDecimal NET_MAX = new BigDecimal("100000000000");

  private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,3}");

  private final Categories categories;
  private final ChartOfAccounts chart;
  private final Suppliers suppliers;
  private final FxRates rates;

  OrderComposer(Categories categories, ChartOfAccounts chart, Suppliers suppliers, FxRates rates) {
    this.categories = categories;
    this.chart = chart;
    this.suppliers = suppliers;
    this.rates = rates;
  }

  /**
   * What it builds on.
   *
   * @param before the wording it changes; null for the first
   * @param nextPosition of a new line that names none
   * @param today whose rate counts
   */
  record Ground(
      Organization organization,
      @Nullable OrderContent before,
      int nextPosition,
      LocalDate today) {}

  /**
   * The wording.
   *
   * @throws org.countinghouse.errors.BusinessException {@code procurement.refused} with a finding
   *     for everything that cannot be kept; {@code procurement.supplier-unknown}
   */
  OrderContent compose(OrderWish wish, Ground ground) {
    requireSupplier(wish.supplierId(), ground.organization().id());
    List<Finding> findings = new ArrayList<>();
    if (wish.lines().isEmpty() || wish.lines().size() > LINES_MAX) {
      findings.add(ProcurementError.LINES.at("", LINES_MAX));
    }
    String note = blankToNull(wish.note());
    if (note != null && note.length() > NOTE_LENGTH_MAX) {
      findings.add(ProcurementError.TEXT.at("note", NOTE_LENGTH_MAX));
    }
    var reading = new Reading(wish, ground, facts(wish, ground), findings);
    List<OrderContent.Line> lines = reading.lines();
    if (!findings.isEmpty()) {
      throw ProcurementError.REFUSED.withFindings(findings, findings.size());
    }
    return new OrderContent(
        wish.supplierId(), wish.currency(), rate(wish, ground), wish.deliverBy(), note, lines);
  }

  private void requireSupplier(@Nullable UUID supplierId, UUID organizationId) {
    if (supplierId != null
        && suppliers
            .find(supplierId)
            .filter(supplier -> supplier.organizationId().equals(organizationId))
            .isEmpty()) {
      throw ProcurementError.SUPPLIER_UNKNOWN.with(supplierId);
    }
  }

  /** Once fixed it stays, so that no approval runs out because a currency moved. */
  private @Nullable BigDecimal rate(OrderWish wish, Ground ground) {
    OrderContent before = ground.before();
    if (before != null && before.currency().equals(wish.currency()) && before.baseRate() != null) {
      return before.baseRate();
    }
    return rates
        .find(
            ground.organization().id(),
            wish.currency(),
            ground.organization().baseCurrency(),
            ground.today())
        .map(FxRate::rate)
        .orElse(null);
  }

  private Facts facts(OrderWish wish, Ground ground) {
    UUID organizationId = ground.organization().id();
    Map<String, Category> known = categories.byCode(organizationId);
    UUID supplierId = wish.supplierId();
    String usual =
        supplierId == null
            ? null
            : suppliers
                .find(supplierId)
                .map(Supplier::terms)
                .map(terms -> terms.account())
                .orElse(null);
    return new Facts(
        known,
        known.values().stream().filter(Category::standard).findFirst().orElse(null),
        usual,
        chart.accounts(organizationId).stream()
            .collect(Collectors.toMap(Account::code, Function.identity())));
  }

  /**
   * What lines are read against.
   *
   * @param usualAccount of the supplier
   */
  private record Facts(
      Map<String, Category> categories,
      @Nullable Category standard,
      @Nullable String usualAccount,
      Map<String, Account> accounts) {}

  /** The lines of one wish on their way to a wording. */
  private record Reading(OrderWish wish, Ground ground, Facts facts, List<Finding> findings) {

    List<OrderContent.Line> lines() {
      List<OrderContent.Line> lines = new ArrayList<>();
      Set<Integer> positions = new HashSet<>();
      wish.lines().stream()
          .map(OrderWish.Line::position)
          .filter(Objects::nonNull)
          .filter(position -> !positions.add(position))
          .forEach(position -> findings.add(ProcurementError.POSITION.at("", position)));
      int next = ground.nextPosition();
      for (int i = 0; i < wish.lines().size(); i++) {
        OrderWish.Line wanted = wish.lines().get(i);
        Integer position = position(wanted);
        while (position == null && positions.contains(next)) {
          next++;
        }
        OrderContent.Line line =
            line(wanted, "line " + (i + 1), position == null ? next : position);
        if (position == null) {
          positions.add(next);
        }
        if (line != null) {
          lines.add(line);
        }
      }
      return lines;
    }

    private @Nullable Integer position(OrderWish.Line wanted) {
      OrderContent.Line before = before(wanted);
      return before != null ? Integer.valueOf(before.position()) : wanted.position();
    }

    private OrderContent.@Nullable Line before(OrderWish.Line wanted) {
      OrderContent before = ground.before();
      UUID id = wanted.id();
      return before == null || id == null ? null : before.line(id).orElse(null);
    }

    private OrderContent.@Nullable Line line(OrderWish.Line wanted, String place, int position) {
      int faults = findings.size();
      if (wanted.id() != null && before(wanted) == null) {
        findings.add(ProcurementError.LINE_UNKNOWN.at(place, wanted.id()));
      }
      String name = wanted.name().strip();
      if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
        findings.add(ProcurementError.NAME.at(place, NAME_LENGTH_MAX));
      }
      checkNumbers(wanted, place);
      Category category = category(wanted, place);
      String account = category == null ? null : account(wanted, category, place);
      if (findings.size() > faults || category == null || account == null || position < 1) {
        return null;
      }
      return new OrderContent.Line(
          wanted.id() == null ? Ids.next() : wanted.id(),
          position,
          blankToNull(wanted.supplierItem()),
          name,
          category.code(),
          OrderRows.plain(wanted.quantity()),
          wanted.unit(),
          OrderRows.plain(wanted.unitPrice()),
          account,
          blankToNull(wanted.costCentre()),
          blankToNull(wanted.project()),
          blankToNull(wanted.taxCode()) == null
              ? category.taxCode()
              : blankToNull(wanted.taxCode()),
          category.receiptRequired());
    }

    private void checkNumbers(OrderWish.Line wanted, String place) {
      BigDecimal quantity = wanted.quantity();
      if (quantity.signum() <= 0 || quantity.stripTrailingZeros().scale() > DECIMALS_MAX) {
        findings.add(ProcurementError.QUANTITY.at(place, quantity.toPlainString()));
      }
      BigDecimal price = wanted.unitPrice();
      if (price.signum() < 0 || price.stripTrailingZeros().scale() > DECIMALS_MAX) {
        findings.add(ProcurementError.PRICE.at(place, price.toPlainString()));
      }
      if (quantity.compareTo(NET_MAX) >= 0
          || price.compareTo(NET_MAX) >= 0
          || quantity.multiply(price).compareTo(NET_MAX) >= 0) {
        findings.add(ProcurementError.TOO_MUCH.at(place, quantity + " x " + price));
      }
      if (!UNIT.matcher(wanted.unit()).matches()) {
        findings.add(ProcurementError.UNIT.at(place, wanted.unit()));
      }
    }

    private @Nullable Category category(OrderWish.Line wanted, String place) {
      String code = blankToNull(wanted.category());
      if (code == null) {
        OrderContent.Line before = before(wanted);
        Category found =
            before == null ? facts.standard() : facts.categories().get(before.category());
        if (found == null) {
          findings.add(ProcurementError.CATEGORY_MISSING.at(place));
        }
        return found;
      }
      Category found = facts.categories().get(code);
      OrderContent.Line before = before(wanted);
      boolean had = before != null && before.category().equals(code);
      if (found == null || (!found.active() && !had)) {
        findings.add(ProcurementError.CATEGORY_UNKNOWN.at(place, code));
        return null;
      }
      return found;
    }

    private @Nullable String account(OrderWish.Line wanted, Category category, String place) {
      String account = blankToNull(wanted.account());
      if (account == null && blankToNull(wanted.category()) == null) {
        account = facts.usualAccount();
      }
      if (account == null) {
        account = category.account();
      }
      if (!facts.accounts().containsKey(account)) {
        findings.add(ProcurementError.ACCOUNT_UNKNOWN.at(place, account));
        return null;
      }
      return account;
    }
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
