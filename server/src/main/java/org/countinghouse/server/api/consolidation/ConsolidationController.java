package org.countinghouse.server.api.consolidation;

import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.consolidation.Consolidation;
import org.countinghouse.consolidation.ConsolidationFigures;
import org.countinghouse.consolidation.ConsolidationWork;
import org.countinghouse.consolidation.Consolidations;
import org.countinghouse.consolidation.Group;
import org.countinghouse.consolidation.GroupCertificates;
import org.countinghouse.consolidation.GroupFinding;
import org.countinghouse.consolidation.GroupOverview;
import org.countinghouse.consolidation.Groups;
import org.countinghouse.consolidation.IssuedGroupCertificate;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.api.consolidation.ConsolidationViews.ClosingView;
import org.countinghouse.server.api.consolidation.ConsolidationViews.LineView;
import org.countinghouse.server.api.consolidation.ConsolidationViews.MatchView;
import org.countinghouse.server.api.consolidation.ConsolidationViews.MemberView;
import org.countinghouse.server.api.consolidation.ConsolidationViews.RateView;
import org.countinghouse.server.api.consolidation.ConsolidationViews.RowView;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Closing groups' months: starts the process that does it, and shows how it stands. Whoever asks
 * needs the permission in every member of the group; a group of which he may not see the parent
 * does not exist for him.
 */
@RestController
@RequestMapping("/api/consolidation")
class ConsolidationController {

  private static final String READ = "consolidation.group:read";

  private final Groups groups;
  private final GroupOverview overview;
  private final Consolidations consolidations;
  private final ConsolidationFigures figures;
  private final ConsolidationWork work;
  private final GroupCertificates certificates;

  ConsolidationController(
      Groups groups,
      GroupOverview overview,
      Consolidations consolidations,
      ConsolidationFigures figures,
      ConsolidationWork work,
      GroupCertificates certificates) {
    this.groups = groups;
    this.overview = overview;
    this.consolidations = consolidations;
    this.figures = figures;
    this.work = work;
    this.certificates = certificates;
  }

  /** What members say about each other at the end of a month, closed or not. */
  @GetMapping("/groups/{code}/matching")
  List<MatchView> matching(
      @PathVariable String code, @RequestParam YearMonth period, Caller caller) {
    return overview.matching(groups.byCode(code), period, caller.actor()).stream()
        .map(MatchView::of)
        .toList();
  }

  /** Everything that keeps a month from being consolidated. */
  @GetMapping("/groups/{code}/findings")
  List<GroupFinding> findings(
      @PathVariable String code, @RequestParam YearMonth period, Caller caller) {
    return overview.findings(groups.byCode(code), period, caller.actor());
  }

  /** Starts closing a month of the group; the process waits for people from here on. */
  @PostMapping("/groups/{code}/periods/{period}/closings")
  ResponseEntity<ClosingView> close(
      @PathVariable String code, @PathVariable YearMonth period, Caller caller) {
    Consolidation started = consolidations.start(groups.byCode(code), period, caller.actor());
    return ResponseEntity.created(URI.create("/api/consolidation/closings/" + started.id()))
        .body(view(started));
  }

  /** Closings of a month, or of every month, newest first. */
  @GetMapping("/groups/{code}/closings")
  List<ClosingView> closings(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable YearMonth period,
      Caller caller) {
    Group group = groups.byCode(code);
    groups.require(caller.actor(), READ, group);
    return consolidations.list(group, period).stream().map(this::view).toList();
  }

  @GetMapping("/closings/{id}")
  ClosingView closing(@PathVariable UUID id, Caller caller) {
    return view(readable(id, caller));
  }

  /** The consolidated trial balance. */
  @GetMapping("/closings/{id}/trial-balance")
  List<RowView> trialBalance(@PathVariable UUID id, Caller caller) {
    readable(id, caller);
    return figures.trialBalance(id).stream().map(RowView::of).toList();
  }

  /** The lines it is the sum of: members' accounts, translation reserves, eliminations. */
  @GetMapping("/closings/{id}/lines")
  List<LineView> lines(@PathVariable UUID id, Caller caller) {
    Consolidation consolidation = readable(id, caller);
    Map<UUID, String> codes =
        groups.members(groups.byId(consolidation.groupId())).stream()
            .collect(Collectors.toMap(Organization::id, Organization::code));
    return figures.lines(id).stream()
        .map(line -> LineView.of(line, line.memberId() == null ? null : codes.get(line.memberId())))
        .toList();
  }

  /** The signed file, byte for byte. */
  @GetMapping("/certificates/{id}")
  ResponseEntity<byte[]> certificate(@PathVariable UUID id, Caller caller) {
    IssuedGroupCertificate certificate = certificates.get(id);
    readable(certificate.consolidationId(), caller);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .eTag("\"" + certificate.sha256() + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(certificate.number() + ".json")
                .build()
                .toString())
        .body(certificates.file(id));
  }

  private Consolidation readable(UUID id, Caller caller) {
    Consolidation consolidation = consolidations.get(id);
    groups.require(caller.actor(), READ, groups.byId(consolidation.groupId()));
    return consolidation;
  }

  private ClosingView view(Consolidation it) {
    Group group = groups.byId(it.groupId());
    boolean open = it.state() == Consolidation.State.CHECKING;
    return new ClosingView(
        it.id(),
        it.number(),
        group.code(),
        group.name(),
        groups.member(group, it.organizationId()).code(),
        it.period().toString(),
        it.currency(),
        it.state(),
        it.preparedBy(),
        it.startedAt(),
        it.acceptedBy(),
        it.acceptedReason(),
        it.submittedBy(),
        it.figuresHash(),
        it.approvedBy(),
        it.approvedAt(),
        it.closedAt(),
        it.remark(),
        it.workbookId() == null ? null : "/api/documents/" + it.workbookId() + "/content",
        certificates.of(it.id()).map(ConsolidationViews::certificatePath).orElse(null),
        it.state() == Consolidation.State.CLOSED ? figures.outdatedMembers(it.id()) : List.of(),
        open ? work.findings(it) : List.of(),
        figures.members(it.id()).stream().map(MemberView::of).toList(),
        figures.rates(it.id()).stream().map(RateView::of).toList());
  }
}
