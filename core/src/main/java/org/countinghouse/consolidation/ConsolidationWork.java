package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.IssuedCertificate;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organization;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a consolidation's figures; making them again replaces them, until it is closed. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ConsolidationWork {

  /** Rows of one statement; PostgreSQL takes 65,535 parameters. */
  private static final int ROWS_MAX = 1_000;

  private final ConsolidationMapper mapper;
  private final Groups groups;
  private final GroupOverview books;
  private final ConsolidationChecks checks;
  private final Translator translator;
  private final Matcher matcher;
  private final CloseCertificates certificates;
  private final FxRates rates;

  ConsolidationWork(
      ConsolidationMapper mapper,
      Groups groups,
      GroupOverview books,
      ConsolidationChecks checks,
      Translator translator,
      Matcher matcher,
      CloseCertificates certificates,
      FxRates rates) {
    this.mapper = mapper;
    this.groups = groups;
    this.books = books;
    this.checks = checks;
    this.translator = translator;
    this.matcher = matcher;
    this.certificates = certificates;
    this.rates = rates;
  }

  /** What keeps this consolidation from going on; accepted differences no longer do. */
  @Transactional(readOnly = true)
  public List<GroupFinding> findings(Consolidation consolidation) {
    return checks
        .run(books.read(groups.byId(consolidation.groupId())), consolidation.period())
        .stream()
        .filter(finding -> !(finding.acceptable() && consolidation.acceptedReason() != null))
        .toList();
  }

  /**
   * Holds the members against each other and brings their books into the group's currency.
   *
   * @throws BusinessException {@code consolidation.not-ready}, {@code consolidation.state}
   */
  public void translate(Consolidation consolidation) {
    consolidation.requireState(Consolidation.State.CHECKING);
    List<GroupFinding> open = findings(consolidation);
    if (!open.isEmpty()) {
      throw ConsolidationError.NOT_READY.with(
          consolidation.period(),
          open.stream().map(GroupFinding::message).collect(Collectors.joining(" ")));
    }
    GroupBook book = books.read(groups.byId(consolidation.groupId()));
    YearMonth period = consolidation.period();
    clear(consolidation);
    var used = new GroupRates(rates, book.group(), period.atEndOfMonth());
    for (PairMatch match : matcher.match(book, period, used)) {
      if (!match.currencies().isEmpty()) {
        mapper.insertMatches(consolidation, match.pair().id(), match.currencies());
      }
    }
    List<ConsolidationLine> lines = new ArrayList<>();
    List<ConsolidationMember> members = new ArrayList<>();
    for (Organization member : book.members()) {
      MemberTranslation translation =
          translator.translate(book, member, Cut.endOf(period), book.yearStart(period), used);
      lines.addAll(translation.lines());
      members.add(member(member, period, translation));
    }
    mapper.insertMembers(consolidation, members);
    if (!used.used().isEmpty()) {
      mapper.insertRates(consolidation, used.used());
    }
    insert(consolidation, lines, 0);
  }

  private void clear(Consolidation consolidation) {
    mapper.clearLines(consolidation.id());
    mapper.clearMatches(consolidation.id());
    mapper.clearRates(consolidation.id());
    mapper.clearMembers(consolidation.id());
  }

  private ConsolidationMember member(
      Organization member, YearMonth period, MemberTranslation translation) {
    IssuedCertificate certificate = certificates.list(member.id(), period).get(0);
    return new ConsolidationMember(
        member.id(),
        member.code(),
        member.name(),
        member.baseCurrency().getCurrencyCode(),
        certificate.id(),
        certificate.number(),
        certificate.sha256(),
        certificate.figuresHash(),
        translation.reserveOnEquity(),
        translation.reserveOnResult(),
        translation.reserveRounding());
  }

  /**
   * Takes the business among the members out; done twice it is done once.
   *
   * @throws BusinessException {@code consolidation.state}
   */
  public void eliminate(Consolidation consolidation) {
    consolidation.requireState(Consolidation.State.CHECKING);
    List<ConsolidationLine> members =
        mapper.listLines(consolidation.id()).stream()
            .filter(line -> line.kind() != ConsolidationLine.Kind.ELIMINATION)
            .toList();
    if (members.size() < mapper.listLines(consolidation.id()).size()) {
      return;
    }
    GroupBook book = books.read(groups.byId(consolidation.groupId()));
    List<ConsolidationLine> eliminations = Eliminator.eliminate(book, members);
    requireZero(members);
    requireZero(eliminations);
    insert(consolidation, eliminations, members.size());
  }

  /** A consolidation that does not balance is a fault of ours, never of the books. */
  private static void requireZero(List<ConsolidationLine> lines) {
    BigDecimal sum =
        lines.stream().map(ConsolidationLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() != 0) {
      throw new IllegalStateException("lines that must sum to zero sum to " + sum);
    }
  }

  private void insert(Consolidation consolidation, List<ConsolidationLine> lines, int after) {
    List<ConsolidationLine> numbered = new ArrayList<>();
    for (ConsolidationLine line : lines) {
      numbered.add(line.numbered(after + numbered.size() + 1));
    }
    for (int from = 0; from < numbered.size(); from += ROWS_MAX) {
      mapper.insertLines(
          consolidation, numbered.subList(from, Math.min(numbered.size(), from + ROWS_MAX)));
    }
  }

  /** The hash of what is stored now. */
  @Transactional(readOnly = true)
  public String hash(Consolidation consolidation) {
    return ConsolidationDigest.of(
        consolidation,
        mapper.listMembers(consolidation.id()),
        mapper.listRates(consolidation.id()),
        mapper.listLines(consolidation.id()));
  }

  /** The first member whose month was opened or closed again since the figures were made. */
  @Transactional(readOnly = true)
  public Optional<String> staleMember(Consolidation consolidation) {
    Optional<String> changed = mapper.listOutdated(consolidation.id()).stream().findFirst();
    return changed.isPresent() ? changed : certifiedAnew(consolidation);
  }

  private Optional<String> certifiedAnew(Consolidation consolidation) {
    return mapper.listMembers(consolidation.id()).stream()
        .filter(
            member ->
                certificates.list(member.memberId(), consolidation.period()).stream()
                    .findFirst()
                    .filter(newest -> newest.id().equals(member.certificateId()))
                    .isEmpty())
        .map(ConsolidationMember::code)
        .findFirst();
  }
}
