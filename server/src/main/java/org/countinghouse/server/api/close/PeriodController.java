package org.countinghouse.server.api.close;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.close.Checklists;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.Reopenings;
import org.countinghouse.close.ReportPack;
import org.countinghouse.close.ReportPacks;
import org.countinghouse.documents.Documents;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.api.close.CloseViews.CertificateView;
import org.countinghouse.server.api.close.CloseViews.CertificatesView;
import org.countinghouse.server.api.close.CloseViews.ClosingView;
import org.countinghouse.server.api.close.CloseViews.DifferenceView;
import org.countinghouse.server.api.close.CloseViews.PackView;
import org.countinghouse.server.api.close.CloseViews.ReopeningView;
import org.countinghouse.server.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Closing a month and opening it again: starts the processes that do it, and shows how they stand.
 */
@RestController
@RequestMapping("/api/close")
class PeriodController {

  private static final String READ = "close.period-close:read";
  private static final String START = "close.period-close:start";
  private static final String READ_CERTIFICATE = "close.certificate:read";

  private final Closings closings;
  private final Checklists checklists;
  private final Reopenings reopenings;
  private final CloseCertificates certificates;
  private final ReportPacks packs;
  private final Documents documents;
  private final Organizations organizations;

  PeriodController(
      Closings closings,
      Checklists checklists,
      Reopenings reopenings,
      CloseCertificates certificates,
      ReportPacks packs,
      Documents documents,
      Organizations organizations) {
    this.closings = closings;
    this.checklists = checklists;
    this.reopenings = reopenings;
    this.certificates = certificates;
    this.packs = packs;
    this.documents = documents;
    this.organizations = organizations;
  }

  /**
   * What is asked for when a month is to be opened again.
   *
   * @param reason 10 to 2000 characters
   * @param expiresAt when it is locked again by itself
   */
  record ReopeningRequest(String reason, Instant expiresAt) {}

  /** Starts closing a month; the process waits for people from here on. */
  @PostMapping("/periods/{period}/closings")
  ResponseEntity<ClosingView> close(
      @PathVariable YearMonth period, @RequestParam String organization, Caller caller) {
    Organization whose = caller.organization(organization, START);
    Closing closing = closings.start(whose.id(), period, caller.actor());
    return ResponseEntity.created(URI.create("/api/close/closings/" + closing.id()))
        .body(view(closing));
  }

  @GetMapping("/periods/{period}/closings")
  List<ClosingView> listClosings(
      @PathVariable YearMonth period, @RequestParam String organization, Caller caller) {
    Organization whose = caller.organization(organization, READ);
    return closings.list(whose.id(), period).stream().map(this::view).toList();
  }

  @GetMapping("/closings/{id}")
  ClosingView closing(@PathVariable UUID id, Caller caller) {
    Closing closing = closings.get(id);
    caller.require(READ, closing.organizationId());
    return view(closing);
  }

  /**
   * What a closing would certify otherwise than the certificate there is of its month; 404 when
   * there is none.
   */
  @GetMapping("/closings/{id}/difference")
  ResponseEntity<DifferenceView> difference(@PathVariable UUID id, Caller caller) {
    caller.require(READ, closings.get(id).organizationId());
    return ResponseEntity.of(certificates.pendingDifference(id).map(DifferenceView::of));
  }

  /** The checklist of the newest closing of a month, with its evidence. */
  @GetMapping("/periods/{period}/checklist")
  ResponseEntity<ClosingView> checklist(
      @PathVariable YearMonth period, @RequestParam String organization, Caller caller) {
    Organization whose = caller.organization(organization, READ);
    return ResponseEntity.of(
        closings.list(whose.id(), period).stream().findFirst().map(this::view));
  }

  @GetMapping("/periods/{period}/certificates")
  CertificatesView listCertificates(
      @PathVariable YearMonth period, @RequestParam String organization, Caller caller) {
    Organization whose = caller.organization(organization, READ_CERTIFICATE);
    return new CertificatesView(
        certificates.isCurrent(whose.id(), period),
        certificates.list(whose.id(), period).stream().map(CertificateView::of).toList());
  }

  /** Asks for a closed month to be opened; a second person decides. */
  @PostMapping("/periods/{period}/reopenings")
  ResponseEntity<ReopeningView> reopen(
      @PathVariable YearMonth period,
      @RequestParam String organization,
      @RequestBody ReopeningRequest request,
      Caller caller) {
    Organization whose = caller.organization(organization, START);
    Reopening reopening =
        reopenings.request(
            whose.id(), period, request.reason(), request.expiresAt(), caller.actor());
    return ResponseEntity.created(URI.create("/api/close/reopenings/" + reopening.id()))
        .body(ReopeningView.of(reopening, whose.code()));
  }

  @GetMapping("/periods/{period}/reopenings")
  List<ReopeningView> listReopenings(
      @PathVariable YearMonth period, @RequestParam String organization, Caller caller) {
    Organization whose = caller.organization(organization, READ);
    return reopenings.list(whose.id(), period).stream()
        .map(reopening -> ReopeningView.of(reopening, whose.code()))
        .toList();
  }

  @GetMapping("/reopenings/{id}")
  ReopeningView reopening(@PathVariable UUID id, Caller caller) {
    Reopening reopening = reopenings.get(id);
    caller.require(READ, reopening.organizationId());
    return ReopeningView.of(reopening, code(reopening.organizationId()));
  }

  private ClosingView view(Closing closing) {
    return ClosingView.of(
        closing,
        code(closing.organizationId()),
        packs.find(closing.id()).map(this::view).orElse(null),
        checklists.of(closing.id()),
        certificates.list(closing.organizationId(), closing.period()));
  }

  private PackView view(ReportPack pack) {
    return PackView.of(pack, id -> documents.get(id).name());
  }

  private String code(UUID organizationId) {
    return organizations.byId(organizationId).code();
  }
}
