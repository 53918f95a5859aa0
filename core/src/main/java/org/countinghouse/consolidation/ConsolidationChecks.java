package org.countinghouse.consolidation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds everything that keeps a group's month from being consolidated, not only the first. */
@Component
class ConsolidationChecks {

  private final MemberFigures figures;
  private final CloseCertificates certificates;
  private final ChartOfAccounts chart;
  private final FxRates rates;
  private final Translator translator;
  private final Matcher matcher;

  ConsolidationChecks(
      MemberFigures figures,
      CloseCertificates certificates,
      ChartOfAccounts chart,
      FxRates rates,
      Translator translator,
      Matcher matcher) {
    this.figures = figures;
    this.certificates = certificates;
    this.chart = chart;
    this.rates = rates;
    this.translator = translator;
    this.matcher = matcher;
  }

  /** What is found; empty when the month can be consolidated as it stands. */
  List<GroupFinding> run(GroupBook book, YearMonth period) {
    List<GroupFinding> found = new ArrayList<>();
    for (GroupPurpose purpose : GroupPurpose.values()) {
      if (!book.purposes().containsKey(purpose)) {
        found.add(
            GroupFinding.of(
                "purpose-missing",
                null,
                "No account of the group serves %s: say which one does.".formatted(purpose)));
      }
    }
    for (Organization member : book.members()) {
      found.addAll(books(member, period));
      found.addAll(mapping(book, member, period));
    }
    if (found.isEmpty()) {
      found.addAll(rates(book, period));
    }
    if (found.isEmpty()) {
      found.addAll(differences(book, period));
    }
    return found;
  }

  private List<GroupFinding> books(Organization member, YearMonth period) {
    if (!figures.keepsBooks(member.id(), period.atDay(1))) {
      return List.of(
          GroupFinding.of(
              "member-without-books",
              member.code(),
              "%s keeps no books for %s: open its fiscal year.".formatted(member.code(), period)));
    }
    List<LocalDate> open = figures.listOpen(member.id(), period.atDay(1));
    if (!open.isEmpty()) {
      String months =
          open.stream()
              .map(day -> YearMonth.from(day).toString())
              .collect(Collectors.joining(", "));
      return List.of(
          GroupFinding.of(
              "member-open",
              member.code(),
              "To consolidate %s close %s of %s first.".formatted(period, months, member.code())));
    }
    return certificates.isCurrent(member.id(), period)
        ? List.of()
        : List.of(
            GroupFinding.of(
                "member-uncertified",
                member.code(),
                "The newest certificate of %s for %s does not say what its books say: close the"
                        .formatted(member.code(), period)
                    + " month again."));
  }

  private List<GroupFinding> mapping(GroupBook book, Organization member, YearMonth period) {
    List<GroupFinding> found = new ArrayList<>();
    Map<String, Account> accounts =
        chart.accounts(member.id()).stream()
            .collect(Collectors.toMap(Account::code, account -> account));
    translator
        .census(book, member, Cut.endOf(period))
        .forEach(
            (code, targets) -> {
              String place = member.code() + " " + code;
              if (targets == 0) {
                found.add(
                    GroupFinding.of(
                        "account-unmapped",
                        member.code(),
                        "%s is part of no account of the group: map it.".formatted(place)));
              } else if (targets > 1) {
                found.add(
                    GroupFinding.of(
                        "account-mapped-twice",
                        member.code(),
                        "%s is part of %s accounts of the group: correct the mapping."
                            .formatted(place, targets)));
              } else if (isMixed(book, member, accounts.get(code))) {
                found.add(
                    GroupFinding.of(
                        "account-mixed",
                        member.code(),
                        "%s holds results and is mapped to a balance, or the reverse: correct it."
                            .formatted(place)));
              }
            });
    return found;
  }

  private static boolean isMixed(GroupBook book, Organization member, @Nullable Account account) {
    if (account == null) {
      return false;
    }
    boolean result = account.type() == AccountType.INCOME || account.type() == AccountType.EXPENSE;
    return book.target(member.id(), account.code())
        .map(target -> target.isResult() != result)
        .orElse(false);
  }

  /** Translating on trial is the surest way to know which rates it needs. */
  private List<GroupFinding> rates(GroupBook book, YearMonth period) {
    List<GroupFinding> found = new ArrayList<>();
    for (Organization member : book.members()) {
      try {
        translator.translate(
            book,
            member,
            Cut.endOf(period),
            book.yearStart(period),
            new GroupRates(rates, book.group(), period.atEndOfMonth()));
      } catch (BusinessException e) {
        found.add(
            new GroupFinding(
                e.code().id(),
                member.code(),
                "%s (rates of %s)".formatted(e.getMessage(), book.parent().code()),
                false));
      }
    }
    return found;
  }

  private List<GroupFinding> differences(GroupBook book, YearMonth period) {
    return matcher
        .match(book, period, new GroupRates(rates, book.group(), period.atEndOfMonth()))
        .stream()
        .filter(match -> !match.matches())
        .map(
            match ->
                new GroupFinding(
                    "consolidation.pair-differs",
                    match.memberA(),
                    "%s: %s %s and %s %s differ by %s %s: correct one of them, or say why it may"
                            .formatted(
                                match.pair().name(),
                                match.memberA(),
                                match.pair().accountA(),
                                match.memberB(),
                                match.pair().accountB(),
                                match.groupDifference().toPlainString(),
                                book.group().currency())
                        + " stand.",
                    true))
        .toList();
  }
}
