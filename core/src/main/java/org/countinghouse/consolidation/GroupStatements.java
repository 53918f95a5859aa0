package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.spi.GroupBooks;
import org.countinghouse.reporting.spi.ReportScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A group's figures for the statements, live and of any day: every member's accounts translated,
 * what is between members taken out. What a consolidation makes and freezes is the same, of a month
 * all members have closed.
 */
@Component
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
class GroupStatements implements GroupBooks {

  private final GroupMapper mapper;
  private final Groups groups;
  private final GroupOverview overview;
  private final Translator translator;
  private final ChartOfAccounts chart;
  private final FxRates rates;

  GroupStatements(
      GroupMapper mapper,
      Groups groups,
      GroupOverview overview,
      Translator translator,
      ChartOfAccounts chart,
      FxRates rates) {
    this.mapper = mapper;
    this.groups = groups;
    this.overview = overview;
    this.translator = translator;
    this.chart = chart;
    this.rates = rates;
  }

  @Override
  public Optional<ReportScope.OfGroup> find(String code) {
    return Optional.ofNullable(mapper.findByCode(code))
        .map(GroupMapper.Row::group)
        .map(
            group ->
                new ReportScope.OfGroup(
                    group.id(),
                    group.code(),
                    group.name(),
                    group.currency(),
                    groups.member(group, group.organizationId()),
                    groups.members(group)));
  }

  @Override
  public List<Figure> balances(ReportScope.OfGroup scope, LocalDate asOf, Instant knownAt) {
    GroupBook book = overview.read(groups.byId(scope.id()));
    return figures(book, new Cut(asOf, knownAt), book.yearStart(YearMonth.from(asOf)));
  }

  @Override
  public List<Figure> movements(
      ReportScope.OfGroup scope, LocalDate from, LocalDate to, Instant knownAt) {
    GroupBook book = overview.read(groups.byId(scope.id()));
    // results of both cuts count from one year's start, so that what moved is their difference
    YearMonth start = book.yearStart(YearMonth.from(from));
    Map<Place, Figure> moved = new HashMap<>();
    for (Figure figure : figures(book, new Cut(to, knownAt), start)) {
      moved.merge(Place.of(figure), figure, GroupStatements::plus);
    }
    for (Figure figure : figures(book, new Cut(from.minusDays(1), knownAt), start)) {
      moved.merge(Place.of(figure), negated(figure), GroupStatements::plus);
    }
    return moved.values().stream().filter(figure -> !figure.amount().isZero()).toList();
  }

  private record Place(UUID member, String account, Source source) {

    static Place of(Figure figure) {
      return new Place(figure.member().id(), figure.account(), figure.source());
    }
  }

  private static Figure plus(Figure one, Figure other) {
    return of(one, one.amount().plus(other.amount()));
  }

  private static Figure negated(Figure figure) {
    return of(figure, figure.amount().negated());
  }

  private static Figure of(Figure like, Money amount) {
    return new Figure(
        like.member(), like.account(), like.name(), like.type(), like.source(), amount);
  }

  private List<Figure> figures(GroupBook book, Cut cut, YearMonth yearStart) {
    var used = new GroupRates(rates, book.group(), cut.asOf());
    List<ConsolidationLine> lines = new ArrayList<>();
    for (Organization member : book.members()) {
      lines.addAll(translator.translate(book, member, cut, yearStart, used).lines());
    }
    lines.addAll(Eliminator.eliminate(book, lines));
    Map<UUID, Charted> charts = new HashMap<>();
    book.members()
        .forEach(
            member ->
                charts.put(
                    member.id(),
                    new Charted(
                        member,
                        chart.accounts(member.id()).stream()
                            .collect(Collectors.toMap(Account::code, account -> account)))));
    return lines.stream().map(line -> figure(book, line, charts)).toList();
  }

  private record Charted(Organization member, Map<String, Account> accounts) {

    Account serving(AccountPurpose purpose) {
      return accounts.values().stream()
          .filter(account -> account.purpose() == purpose)
          .findFirst()
          .orElseThrow(
              () ->
                  ConsolidationError.NOT_READY.with(
                      member.code(), "no account of " + member.code() + " serves " + purpose));
    }
  }

  private static Figure figure(GroupBook book, ConsolidationLine line, Map<UUID, Charted> charts) {
    UUID memberId = line.memberId() == null ? book.parent().id() : line.memberId();
    Charted charted = charts.get(memberId);
    if (charted == null) {
      throw new IllegalStateException("a line of no member");
    }
    Account account = account(book, line, charted);
    BigDecimal amount = line.amount();
    return new Figure(
        charted.member(),
        account.code(),
        account.name(),
        account.type(),
        switch (line.kind()) {
          case MEMBER -> Source.MEMBER;
          case RESERVE -> Source.TRANSLATION;
          case ELIMINATION -> Source.ELIMINATION;
        },
        Money.rounded(amount, book.group().currency(), RoundingMode.UNNECESSARY));
  }

  /** Lines without an account of a member stand on the account that serves what they are. */
  private static Account account(GroupBook book, ConsolidationLine line, Charted charted) {
    Account own = line.account() == null ? null : charted.accounts().get(line.account());
    if (own != null) {
      return own;
    }
    GroupAccount target = book.accounts().get(line.groupAccount());
    GroupPurpose purpose = target == null ? null : target.purpose();
    if (purpose == null) {
      throw new IllegalStateException("a difference on an account that serves none");
    }
    return switch (purpose) {
      case RETAINED_EARNINGS -> charted.serving(AccountPurpose.RETAINED_EARNINGS);
      case TRANSLATION_RESERVE -> charted.serving(AccountPurpose.TRANSLATION_RESERVE);
      case BALANCE_DIFFERENCE -> charted.serving(AccountPurpose.EXCHANGE_VALUATION);
      case RESULT_DIFFERENCE -> charted.serving(AccountPurpose.UNREALIZED_EXCHANGE_LOSS);
      case ACQUISITION_DIFFERENCE -> acquisition(book, line, charted);
    };
  }

  /** What was paid above or below a member's capital stays with the shares. */
  private static Account acquisition(GroupBook book, ConsolidationLine line, Charted charted) {
    return book.pairs().stream()
        .filter(pair -> pair.id().equals(line.pairId()))
        .map(
            pair ->
                charted
                    .accounts()
                    .get(
                        pair.memberA().equals(charted.member().id())
                            ? pair.accountA()
                            : pair.accountB()))
        .filter(account -> account != null)
        .findFirst()
        .orElseGet(() -> charted.serving(AccountPurpose.RETAINED_EARNINGS));
  }
}
