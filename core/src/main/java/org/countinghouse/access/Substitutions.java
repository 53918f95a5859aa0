package org.countinghouse.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands in for whom. A substitute's own substitute is not followed. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Substitutions {

  private static final String MANAGE = "access.substitution:manage";
  private static final int DAYS_MAX = 366;

  private final SubstitutionMapper mapper;
  private final Users users;
  private final Access access;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Substitutions(
      SubstitutionMapper mapper,
      Users users,
      Access access,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.users = users;
    this.access = access;
    this.events = events;
    this.clock = clock;
  }

  /** The enabled users who stand in for this one on that day, sorted. */
  @Transactional(readOnly = true)
  public List<String> activeFor(String username, UUID organizationId, LocalDate day) {
    return activeFor(List.of(username), organizationId, day).getOrDefault(username, List.of());
  }

  /**
   * The enabled users who stand in for each of these on that day, sorted.
   *
   * @return by who is absent; for whom nobody stands in is not in it
   */
  @Transactional(readOnly = true)
  public Map<String, List<String>> activeFor(
      Collection<String> absent, UUID organizationId, LocalDate day) {
    if (absent.isEmpty()) {
      return Map.of();
    }
    return mapper.listSubstitutes(absent, organizationId, day).stream()
        .collect(
            Collectors.groupingBy(
                SubstitutionMapper.StandIn::absent,
                Collectors.mapping(SubstitutionMapper.StandIn::substitute, Collectors.toList())));
  }

  /** The users for whom this one stands in on that day, sorted. */
  @Transactional(readOnly = true)
  public List<String> absentFor(String substitute, UUID organizationId, LocalDate day) {
    return mapper.listAbsent(substitute, organizationId, day);
  }

  /** Those that concern this user on either side and are not over on that day, oldest first. */
  @Transactional(readOnly = true)
  public List<Substitution> listOf(String username, UUID organizationId, LocalDate from) {
    return mapper.list(username, organizationId, from);
  }

  /** All of an organization that are not over on that day, oldest first. */
  @Transactional(readOnly = true)
  public List<Substitution> listAll(UUID organizationId, LocalDate from) {
    return mapper.listAll(organizationId, from);
  }

  /**
   * Lets one user stand in for another. A user names his own substitute; for somebody else {@code
   * access.substitution:manage} is needed, and nobody names himself.
   *
   * @throws BusinessException {@code access.substitution-invalid}, {@code access.user-unknown},
   *     {@code access.forbidden}
   */
  public Substitution grant(NewSubstitution wanted, Actor by) {
    User absent = users.byName(wanted.absent());
    User substitute = users.byName(wanted.substitute());
    UUID where = wanted.organizationId();
    boolean own = by.onBehalfOf() == null && by.username().equals(wanted.absent());
    if (!own) {
      access.require(by, MANAGE, where);
      refuseIf(by.username().equals(wanted.substitute()), "nobody names himself a substitute");
    }
    refuseIf(absent.id().equals(substitute.id()), "it takes two people");
    refuseIf(wanted.validUntil().isBefore(wanted.validFrom()), "it ends before it begins");
    refuseIf(
        wanted.validUntil().isAfter(wanted.validFrom().plusDays(DAYS_MAX)),
        "it may last a year at most");
    refuseIf(wanted.reason().isBlank() || wanted.reason().length() > 500, "say why, shortly");
    refuseIf(!substitute.enabled(), "the substitute cannot log in");
    refuseIf(users.isMachine(substitute.username()), "a machine stands in for nobody");
    refuseIf(
        !access.organizationsOf(absent.username()).contains(where),
        "who is absent has no role here");
    refuseIf(
        !access.organizationsOf(substitute.username()).contains(where),
        "the substitute has no role here");
    var granted =
        new Substitution(
            Ids.next(),
            where,
            absent.username(),
            substitute.username(),
            wanted.validFrom(),
            wanted.validUntil(),
            wanted.reason(),
            by.username());
    mapper.insert(granted, absent.id(), substitute.id(), clock.instant());
    events.publishEvent(
        new AccessChanged(
            where, by, "granted", "access.substitution", granted.id().toString(), null, granted));
    return granted;
  }

  /**
   * Ends a substitution at once; by who is absent, by the substitute, or with {@code
   * access.substitution:manage}.
   *
   * @throws BusinessException {@code access.substitution-unknown}, {@code access.forbidden}
   */
  public void revoke(UUID id, Actor by) {
    Substitution found = mapper.find(id);
    if (found == null) {
      throw AccessError.SUBSTITUTION_UNKNOWN.with(id);
    }
    boolean concerned =
        by.onBehalfOf() == null
            && List.of(found.absent(), found.substitute()).contains(by.username());
    if (!concerned && !access.isPermitted(by, MANAGE, found.organizationId())) {
      // whoever may not end it need not learn that it exists
      throw AccessError.SUBSTITUTION_UNKNOWN.with(id);
    }
    mapper.revoke(id, by.username(), clock.instant());
    events.publishEvent(
        new AccessChanged(
            found.organizationId(),
            by,
            "revoked",
            "access.substitution",
            id.toString(),
            found,
            null));
  }

  private static void refuseIf(boolean wrong, String why) {
    if (wrong) {
      throw AccessError.SUBSTITUTION_INVALID.with(why);
    }
  }
}
