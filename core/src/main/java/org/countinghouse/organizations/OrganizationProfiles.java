package org.countinghouse.organizations;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.print.Letterhead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an organization says of itself to others, and the letterhead made of it. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class OrganizationProfiles {

  private final OrganizationProfileMapper mapper;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  OrganizationProfiles(
      OrganizationProfileMapper mapper, Organizations organizations, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** The profile; {@link OrganizationProfile#EMPTY} while nobody has written one. */
  @Transactional(readOnly = true)
  public OrganizationProfile of(UUID organizationId) {
    return mapper.find(organizationId).orElse(OrganizationProfile.EMPTY);
  }

  /**
   * Replaces the profile.
   *
   * @throws BusinessException {@code organizations.unknown}, {@code organizations.endpoint-invalid}
   *     when an electronic address lacks its scheme or the other way round
   */
  public OrganizationProfile describe(UUID organizationId, OrganizationProfile profile, Actor by) {
    Organization organization = organizations.byId(organizationId);
    if ((profile.endpoint() == null) != (profile.endpointScheme() == null)) {
      throw OrganizationError.ENDPOINT_INVALID.with(organization.code());
    }
    OrganizationProfile before = of(organizationId);
    mapper.upsert(
        organizationId, profile, by.username(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "described",
            "organizations.organization",
            organization.code(),
            before,
            profile));
    return profile;
  }

  /**
   * The head of its letters, in its own language.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Letterhead letterhead(UUID organizationId) {
    Organization organization = organizations.byId(organizationId);
    OrganizationProfile profile = of(organizationId);
    List<String> imprint =
        Stream.of(profile.vatId(), profile.legalRegistration(), profile.email(), profile.phone())
            .flatMap(Stream::ofNullable)
            .toList();
    return new Letterhead(organization.name(), address(organization, profile), imprint);
  }

  private static List<String> address(Organization organization, OrganizationProfile profile) {
    var lines = new ArrayList<String>();
    add(lines, profile.street());
    add(lines, profile.additional());
    add(
        lines,
        String.join(
            " ",
            Stream.of(profile.postCode(), profile.city()).flatMap(Stream::ofNullable).toList()));
    add(
        lines,
        new Locale.Builder()
            .setRegion(organization.country())
            .build()
            .getDisplayCountry(organization.locale()));
    return lines;
  }

  private static void add(List<String> lines, @Nullable String line) {
    if (line != null && !line.isBlank()) {
      lines.add(line);
    }
  }
}
