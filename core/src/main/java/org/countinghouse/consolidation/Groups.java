package org.countinghouse.consolidation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups: their members, and who may see them. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Groups {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,15}");

  private final GroupMapper mapper;
  private final Organizations organizations;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Groups(GroupMapper mapper, Organizations organizations, Access access, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sets up a group; its parent is its first member.
   *
   * @throws BusinessException {@code consolidation.group-invalid}, {@code
   *     consolidation.group-taken}, {@code organizations.unknown}
   */
  public Group create(NewGroup wanted, Actor by) {
    if (!CODE.matcher(wanted.code()).matches()) {
      throw ConsolidationError.GROUP_INVALID.with(wanted.code());
    }
    organizations.byId(wanted.organizationId());
    if (mapper.findByCode(wanted.code()) != null) {
      throw ConsolidationError.GROUP_TAKEN.with(wanted.code());
    }
    var row = GroupMapper.Row.of(Ids.next(), wanted);
    mapper.insert(row, by.username(), clock.instant());
    Group group = row.group();
    mapper.insertMember(group, wanted.organizationId(), by.username(), clock.instant());
    record(group, by, "created", null, row);
    return group;
  }

  /**
   * The group of this id.
   *
   * @throws BusinessException {@code consolidation.group-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Group byId(UUID id) {
    return Optional.ofNullable(mapper.find(id))
        .map(GroupMapper.Row::group)
        .orElseThrow(() -> ConsolidationError.GROUP_UNKNOWN.with(id));
  }

  /**
   * The group of this code.
   *
   * @throws BusinessException {@code consolidation.group-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Group byCode(String code) {
    return Optional.ofNullable(mapper.findByCode(code))
        .map(GroupMapper.Row::group)
        .orElseThrow(() -> ConsolidationError.GROUP_UNKNOWN.with(code));
  }

  /** The groups in every member of which the actor may do this, by code. */
  @Transactional(readOnly = true)
  public List<Group> visibleTo(Actor actor, String permission) {
    return mapper.list().stream()
        .map(GroupMapper.Row::group)
        .filter(group -> isEntitled(actor, permission, group))
        .toList();
  }

  /** Whether the actor may do this in every member of the group. */
  @Transactional(readOnly = true)
  public boolean isEntitled(Actor actor, String permission, Group group) {
    return mapper.listMembers(group.id()).stream()
        .allMatch(member -> access.isPermitted(actor, permission, member));
  }

  /**
   * Refuses an actor who may not do this in every member of the group.
   *
   * @throws BusinessException {@code consolidation.not-entitled}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public void require(Actor actor, String permission, Group group) {
    if (!isEntitled(actor, permission, group)) {
      throw ConsolidationError.NOT_ENTITLED.with(group.code(), permission);
    }
  }

  /**
   * Adds a company to the group.
   *
   * @throws BusinessException {@code consolidation.member-taken}, {@code organizations.unknown}
   */
  public void addMember(Group group, UUID memberId, Actor by) {
    Organization member = organizations.byId(memberId);
    if (mapper.listMembers(group.id()).contains(memberId)) {
      throw ConsolidationError.MEMBER_TAKEN.with(member.code(), group.code());
    }
    mapper.insertMember(group, memberId, by.username(), clock.instant());
    record(group, by, "member added", null, member.code());
  }

  /** The companies of the group, by code. */
  @Transactional(readOnly = true)
  public List<Organization> members(Group group) {
    return mapper.listMembers(group.id()).stream().map(organizations::byId).toList();
  }

  /**
   * The member of this id.
   *
   * @throws BusinessException {@code consolidation.member-unknown}, {@code organizations.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Organization member(Group group, UUID memberId) {
    Organization member = organizations.byId(memberId);
    if (!mapper.listMembers(group.id()).contains(memberId)) {
      throw ConsolidationError.MEMBER_UNKNOWN.with(member.code(), group.code());
    }
    return member;
  }

  private void record(
      Group group, Actor by, String action, @Nullable Object before, @Nullable Object after) {
    audit.record(
        new AuditEntry(
            group.organizationId(),
            by,
            action,
            "consolidation.group",
            group.code(),
            before,
            after));
  }
}
