package org.countinghouse.organizations;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.calendar.BusinessCalendar;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organizations of this installation. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Organizations {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,15}");
  private static final Pattern COST_CENTRE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

  private final OrganizationMapper mapper;
  private final Audit audit;
  private final Clock clock;

  /** No row of an organization ever changes, and every command asks for its zone and currency. */
  private final Map<UUID, Organization> known = new ConcurrentHashMap<>();

  Organizations(OrganizationMapper mapper, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The organization of this code.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Organization byCode(String code) {
    return findByCode(code).orElseThrow(() -> OrganizationError.UNKNOWN.with(code));
  }

  /** The organization of this code, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Organization> findByCode(String code) {
    return Optional.ofNullable(mapper.findByCode(code)).map(OrganizationMapper.Row::organization);
  }

  /**
   * The organization of this id.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Organization byId(UUID id) {
    return known.computeIfAbsent(
        id,
        unknown -> {
          OrganizationMapper.Row row = mapper.findById(unknown);
          if (row == null) {
            throw OrganizationError.UNKNOWN.with(unknown);
          }
          return row.organization();
        });
  }

  /** All of them, by code. */
  @Transactional(readOnly = true)
  public List<Organization> list() {
    return mapper.list().stream().map(OrganizationMapper.Row::organization).toList();
  }

  /** Those in which this user holds a role, by code; one query. */
  @Transactional(readOnly = true)
  public List<Organization> visibleTo(String username) {
    return mapper.listVisibleTo(username).stream()
        .map(OrganizationMapper.Row::organization)
        .toList();
  }

  /**
   * Sets up an organization. Whoever may call this is decided at the door (command line, demo data,
   * {@code organizations.organization:manage}).
   *
   * @throws BusinessException {@code organizations.code-invalid}, {@code organizations.code-taken}
   */
  public Organization create(NewOrganization wanted, Actor by) {
    if (!CODE.matcher(wanted.code()).matches()) {
      throw OrganizationError.CODE_INVALID.with(wanted.code());
    }
    if (mapper.findByCode(wanted.code()) != null) {
      throw OrganizationError.CODE_TAKEN.with(wanted.code());
    }
    var row = OrganizationMapper.Row.of(Ids.next(), wanted);
    mapper.insert(row, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            row.id(), by, "created", "organizations.organization", wanted.code(), null, row));
    return row.organization();
  }

  /** The cost centres of an organization, by code. */
  @Transactional(readOnly = true)
  public List<CostCentre> costCentres(UUID organizationId) {
    return mapper.listCostCentres(organizationId);
  }

  /** The cost centre of this code, if there is one. */
  @Transactional(readOnly = true)
  public Optional<CostCentre> costCentre(UUID organizationId, String code) {
    return Optional.ofNullable(mapper.findCostCentre(organizationId, code));
  }

  /**
   * Adds a cost centre.
   *
   * @throws BusinessException {@code organizations.cost-centre-invalid}, {@code
   *     organizations.cost-centre-taken}, {@code organizations.unknown}
   */
  public CostCentre createCostCentre(UUID organizationId, String code, String name, Actor by) {
    if (!COST_CENTRE.matcher(code).matches()) {
      throw OrganizationError.COST_CENTRE_INVALID.with(code);
    }
    byId(organizationId);
    if (mapper.findCostCentre(organizationId, code) != null) {
      throw OrganizationError.COST_CENTRE_TAKEN.with(code);
    }
    var created = new CostCentre(Ids.next(), organizationId, code, name);
    mapper.insertCostCentre(created, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            organizationId, by, "created", "organizations.cost-centre", code, null, created));
    return created;
  }

  /** The projects of an organization, by code; the closed ones included. */
  @Transactional(readOnly = true)
  public List<Project> projects(UUID organizationId) {
    return mapper.listProjects(organizationId);
  }

  /**
   * Adds a project, open.
   *
   * @throws BusinessException {@code organizations.project-invalid}, {@code
   *     organizations.project-taken}, {@code organizations.unknown}
   */
  public Project createProject(UUID organizationId, String code, String name, Actor by) {
    if (!COST_CENTRE.matcher(code).matches()) {
      throw OrganizationError.PROJECT_INVALID.with(code);
    }
    byId(organizationId);
    if (findProject(organizationId, code).isPresent()) {
      throw OrganizationError.PROJECT_TAKEN.with(code);
    }
    var created = new Project(Ids.next(), organizationId, code, name, true);
    mapper.insertProject(created, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            organizationId, by, "created", "organizations.project", code, null, created));
    return created;
  }

  /**
   * Ends new postings to a project, or opens it again; saying it twice changes nothing.
   *
   * @throws BusinessException {@code organizations.project-unknown}
   */
  public Project openProject(UUID organizationId, String code, boolean open, Actor by) {
    Project project =
        findProject(organizationId, code)
            .orElseThrow(() -> OrganizationError.PROJECT_UNKNOWN.with(code));
    if (project.open() == open) {
      return project;
    }
    mapper.closeProject(project.id(), open ? null : by.username(), open ? null : clock.instant());
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            open ? "reopened" : "closed",
            "organizations.project",
            code,
            null,
            null));
    return new Project(project.id(), organizationId, code, project.name(), open);
  }

  private Optional<Project> findProject(UUID organizationId, String code) {
    return projects(organizationId).stream()
        .filter(project -> project.code().equals(code))
        .findFirst();
  }

  /**
   * When this organization works: Monday to Friday without its country's public holidays.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public BusinessCalendar calendar(UUID organizationId) {
    Organization organization = byId(organizationId);
    return BusinessCalendar.of(organization.country(), organization.zone());
  }
}
