package org.countinghouse.consolidation;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a consolidation's figures are and where they come from. */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class ConsolidationFigures {

  private final ConsolidationMapper mapper;

  ConsolidationFigures(ConsolidationMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The consolidation of this number.
   *
   * @throws BusinessException {@code consolidation.unknown}
   */
  public Consolidation byNumber(Group group, String number) {
    Consolidation found = mapper.findByNumber(group.organizationId(), number);
    if (found == null || !found.groupId().equals(group.id())) {
      throw ConsolidationError.CONSOLIDATION_UNKNOWN.with(number);
    }
    return found;
  }

  /** The newest closed consolidation of a month, or of any. */
  public Optional<Consolidation> newestClosed(Group group, @Nullable YearMonth period) {
    return mapper.list(group.id(), period == null ? null : period.atDay(1)).stream()
        .filter(each -> each.state() == Consolidation.State.CLOSED)
        .findFirst();
  }

  /** Codes of members whose books up to the month have changed since the figures were made. */
  public List<String> outdatedMembers(UUID consolidationId) {
    return mapper.listOutdated(consolidationId);
  }

  /** The consolidated trial balance, by account. */
  public List<ConsolidatedRow> trialBalance(UUID consolidationId) {
    return mapper.listBalances(consolidationId);
  }

  /** The lines it is the sum of, in order. */
  public List<ConsolidationLine> lines(UUID consolidationId) {
    return mapper.listLines(consolidationId);
  }

  /** The members with the certificates they were taken by, by code. */
  public List<ConsolidationMember> members(UUID consolidationId) {
    return mapper.listMembers(consolidationId);
  }

  /** The rates that were used, by currency, kind and day. */
  public List<ConsolidationRate> rates(UUID consolidationId) {
    return mapper.listRates(consolidationId);
  }

  /**
   * What the pairs said when the figures were made, by pair; pairs without figures are absent.
   *
   * @param pairs of the group, in the order to list
   */
  public List<FrozenMatch> matches(UUID consolidationId, List<IntercompanyPair> pairs) {
    var rows =
        mapper.listMatches(consolidationId).stream()
            .collect(
                Collectors.groupingBy(
                    ConsolidationMapper.MatchRow::pairId,
                    Collectors.mapping(ConsolidationMapper.MatchRow::match, Collectors.toList())));
    return pairs.stream()
        .filter(pair -> rows.containsKey(pair.id()))
        .map(pair -> new FrozenMatch(pair, rows.getOrDefault(pair.id(), List.of())))
        .toList();
  }

  /** A pair with what its two accounts said in each currency. */
  public record FrozenMatch(IntercompanyPair pair, List<PairMatch.CurrencyMatch> currencies) {

    public FrozenMatch {
      currencies = List.copyOf(currencies);
    }
  }
}
