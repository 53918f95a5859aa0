package org.countinghouse.access;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Up to what amount somebody approves what. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ApprovalLimits {

  private final ApprovalLimitMapper mapper;
  private final Users users;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ApprovalLimits(
      ApprovalLimitMapper mapper, Users users, ApplicationEventPublisher events, Clock clock) {
    this.mapper = mapper;
    this.users = users;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The amount up to which this user, acting in this role, approves this subject. The most specific
   * limit wins: one for the user before one for the role, one for the cost centre before one for
   * all.
   *
   * @param subject what is approved, for example {@code supplier-invoice}
   * @param costCentre code of the cost centre concerned; null when none is known, and then limits
   *     for single cost centres do not count
   * @return empty when no limit was granted, or the role is not held: nothing may be approved then
   */
  @Transactional(readOnly = true)
  public Optional<Money> upTo(
      String username,
      String role,
      UUID organizationId,
      String subject,
      @Nullable String costCentre) {
    return Optional.ofNullable(
        upTo(List.of(username), role, organizationId, subject, costCentre).get(username));
  }

  /**
   * The same for several users at once.
   *
   * @return by username; who may approve nothing is not in it
   */
  @Transactional(readOnly = true)
  public Map<String, Money> upTo(
      Collection<String> usernames,
      String role,
      UUID organizationId,
      String subject,
      @Nullable String costCentre) {
    if (usernames.isEmpty()) {
      return Map.of();
    }
    return mapper.listMostSpecific(usernames, role, organizationId, subject, costCentre).stream()
        .collect(
            Collectors.toMap(
                ApprovalLimitMapper.Amount::username,
                row -> Money.of(row.amount().toPlainString(), row.currency())));
  }

  /** The limits of an organization, by subject, role and user. */
  @Transactional(readOnly = true)
  public List<ApprovalLimit> list(UUID organizationId) {
    return mapper.list(organizationId).stream().map(ApprovalLimitMapper.Row::limit).toList();
  }

  /**
   * Sets a limit, replacing the one for the same role, user, subject and cost centre. Whoever may
   * call this is decided at the door, but nobody sets his own limit.
   *
   * @throws BusinessException {@code access.limit-negative}, {@code access.user-unknown}, {@code
   *     access.cost-centre-unknown}, {@code access.own-rights}
   */
  public void set(ApprovalLimit wanted, Actor by) {
    if (wanted.upTo().isNegative()) {
      throw AccessError.LIMIT_NEGATIVE.with(wanted.upTo());
    }
    String username = wanted.username();
    UUID userId = username == null ? null : users.byName(username).id();
    if (username != null && username.equals(by.username())) {
      throw AccessError.OWN_RIGHTS.with();
    }
    UUID costCentreId = null;
    String costCentre = wanted.costCentre();
    if (costCentre != null) {
      costCentreId = mapper.findCostCentreId(wanted.organizationId(), costCentre);
      if (costCentreId == null) {
        throw AccessError.COST_CENTRE_UNKNOWN.with(costCentre);
      }
    }
    mapper.upsert(Ids.next(), wanted, userId, costCentreId, by.username(), clock.instant());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("upTo", wanted.upTo().toString());
    values.put("costCentre", costCentre);
    events.publishEvent(
        new AccessChanged(
            wanted.organizationId(),
            by,
            "set",
            "access.approval-limit",
            wanted.subject() + "/" + (username == null ? wanted.role() : username),
            null,
            values));
  }
}
