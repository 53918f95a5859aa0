package org.countinghouse.server.api.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditRecord;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what in an organization, for its auditor. */
@RestController
@RequestMapping("/api/audit/entries")
class AuditController {

  private static final int PAGE = 100;

  private final Audit audit;
  private final Clock clock;

  AuditController(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The newest hundred entries before a moment, newest first; ask again with the last one's moment.
   *
   * @param resource kind of thing, spelt as in permissions; null for all
   */
  @GetMapping
  List<Entry> list(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable String resource,
      @RequestParam(required = false) @Nullable String resourceId,
      @RequestParam(required = false) @Nullable Instant before,
      Caller caller) {
    Organization where = caller.organization(organization, "audit.log:read");
    Instant end = before == null ? clock.instant().plusSeconds(1) : before;
    return audit.list(where.id(), resource, resourceId, end, PAGE).stream().map(Entry::of).toList();
  }

  record Entry(
      UUID id,
      Instant occurredAt,
      String username,
      @Nullable String onBehalfOf,
      String action,
      String resource,
      String resourceId,
      @JsonRawValue @Nullable String oldValues,
      @JsonRawValue @Nullable String newValues,
      @Nullable Long seal) {

    static Entry of(AuditRecord found) {
      return new Entry(
          found.id(),
          found.occurredAt(),
          found.username(),
          found.onBehalfOf(),
          found.action(),
          found.resource(),
          found.resourceId(),
          found.oldValues(),
          found.newValues(),
          found.seal());
    }
  }
}
