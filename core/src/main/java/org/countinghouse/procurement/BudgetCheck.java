package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.BudgetControl.Mode;
import org.countinghouse.procurement.CommitmentMapper.Planned;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds a wording of an order against the budget of the fiscal year it is to be delivered in: by
 * cost centre where that is planned for, else by the account as a whole.
 */
@Component
class BudgetCheck {

  private final CommitmentMapper mapper;
  private final BudgetControls controls;
  private final Budgets budgets;
  private final ChartOfAccounts chart;
  private final Organizations organizations;

  BudgetCheck(
      CommitmentMapper mapper,
      BudgetControls controls,
      Budgets budgets,
      ChartOfAccounts chart,
      Organizations organizations) {
    this.mapper = mapper;
    this.controls = controls;
    this.budgets = budgets;
    this.chart = chart;
    this.organizations = organizations;
  }

  /**
   * What is checked.
   *
   * @param orderId whose own reservation does not count; null for one that is not stored
   * @param inForce what is committed already; null while nothing is
   * @param wanted the wording
   * @param today where it names no day of delivery
   */
  record Question(
      UUID organizationId,
      @Nullable UUID orderId,
      @Nullable OrderContent inForce,
      OrderContent wanted,
      LocalDate today) {}

  private record Pocket(String account, @Nullable String costCentre) implements Comparable<Pocket> {

    @Override
    public int compareTo(Pocket other) {
      int byAccount = account.compareTo(other.account);
      return byAccount != 0
          ? byAccount
          : Objects.toString(costCentre, "").compareTo(Objects.toString(other.costCentre, ""));
    }
  }

  /** One entry per budget it draws on, by account and cost centre. */
  List<BudgetRoom> rooms(Question question) {
    return look(question, false);
  }

  /**
   * The same, and nobody else draws on these budgets until this transaction ends: two orders that
   * each fit alone must not both pass.
   */
  List<BudgetRoom> roomsLocked(Question question) {
    return look(question, true);
  }

  private List<BudgetRoom> look(Question question, boolean lock) {
    Organization organization = organizations.byId(question.organizationId());
    LocalDate deliverBy = question.wanted().deliverBy();
    FiscalYearOf year =
        FiscalYearOf.day(organization, deliverBy == null ? question.today() : deliverBy);
    if (lock) {
      mapper.lockBudget(organization.id(), Budgets.DEFAULT_CODE + year.year());
    }
    List<BudgetControl> strictness = controls.list(organization.id());
    Map<String, Account> accounts =
        chart.findAll(
            organization.id(),
            question.wanted().lines().stream().map(OrderContent.Line::account).toList());
    List<BudgetRoom> rooms = new ArrayList<>();
    wanted(question, organization.baseCurrency(), year)
        .forEach(
            (pocket, requested) -> {
              Account account = accounts.get(pocket.account());
              if (account != null) {
                rooms.add(
                    room(
                        new Asked(question, organization, year, account, pocket.costCentre()),
                        requested,
                        strictness));
              }
            });
    return rooms;
  }

  private record Asked(
      Question question,
      Organization organization,
      FiscalYearOf year,
      Account account,
      @Nullable String costCentre) {}

  /** What it asks for beyond the version in force, by budget; less is not asked for at all. */
  private Map<Pocket, Money> wanted(Question question, Currency base, FiscalYearOf year) {
    Map<Pocket, Money> wanted = new TreeMap<>();
    question
        .wanted()
        .lines()
        .forEach(line -> add(wanted, question, line, question.wanted(), base, year, false));
    OrderContent inForce = question.inForce();
    if (inForce != null) {
      inForce.lines().forEach(line -> add(wanted, question, line, inForce, base, year, true));
    }
    wanted.replaceAll((pocket, sum) -> sum.isNegative() ? Money.zero(base) : sum);
    return wanted;
  }

  private void add(
      Map<Pocket, Money> wanted,
      Question question,
      OrderContent.Line line,
      OrderContent content,
      Currency base,
      FiscalYearOf year,
      boolean subtract) {
    Money inBase = content.inBase(line.net(content.currency()), base);
    if (inBase == null) {
      return;
    }
    Pocket pocket = pocket(question.organizationId(), line, year);
    if (subtract) {
      wanted.computeIfPresent(pocket, (key, sum) -> sum.minus(inBase));
    } else {
      wanted.merge(pocket, inBase, Money::plus);
    }
  }

  private Pocket pocket(UUID organizationId, OrderContent.Line line, FiscalYearOf year) {
    Planned planned =
        mapper.planned(
            organizationId, Budgets.DEFAULT_CODE, year.year(), line.account(), line.costCentre());
    boolean whole = planned.inWhole() && !planned.byCostCentre();
    return new Pocket(line.account(), whole ? null : line.costCentre());
  }

  private BudgetRoom room(Asked asked, Money requested, List<BudgetControl> strictness) {
    UUID organizationId = asked.organization().id();
    Currency base = asked.organization().baseCurrency();
    String account = asked.account().code();
    Planned planned =
        mapper.planned(
            organizationId, Budgets.DEFAULT_CODE, asked.year().year(), account, asked.costCentre());
    boolean plannedFor = planned.byCostCentre() || planned.inWhole();
    Money zero = Money.zero(base);
    Budgets.Room room =
        planned.inForce() && plannedFor
            ? budgets.room(
                organizationId,
                Budgets.DEFAULT_CODE,
                asked.year().year(),
                account,
                asked.costCentre())
            : new Budgets.Room(zero, zero, zero);
    BigDecimal reserved =
        mapper.reserved(
            organizationId,
            asked.year().from(),
            asked.year().until(),
            account,
            asked.costCentre(),
            asked.question().orderId());
    return new BudgetRoom(
        asked.year().year(),
        account,
        asked.account().name(),
        asked.costCentre(),
        plannedFor,
        room.planned(),
        room.actual(),
        room.committed(),
        Money.rounded(reserved, base, RoundingMode.HALF_UP),
        requested,
        mode(asked, planned, plannedFor, strictness));
  }

  /** Without any budget in force there is nothing to exceed; nor for assets nobody planned. */
  private static Mode mode(
      Asked asked, Planned planned, boolean plannedFor, List<BudgetControl> strictness) {
    boolean nothingPlanned =
        !planned.inForce() || (!plannedFor && asked.account().type() != AccountType.EXPENSE);
    return nothingPlanned
        ? Mode.IGNORE
        : BudgetControls.mode(strictness, asked.account().code(), asked.costCentre());
  }
}
