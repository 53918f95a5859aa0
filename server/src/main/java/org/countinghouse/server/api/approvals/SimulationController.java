package org.countinghouse.server.api.approvals;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.countinghouse.access.AccessError;
import org.countinghouse.approvals.simulation.PolicySimulation;
import org.countinghouse.approvals.simulation.SimulationReport;
import org.countinghouse.approvals.simulation.SimulationWorkbook;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.api.approvals.SimulationViews.SimulationView;
import org.countinghouse.server.security.Caller;
import org.countinghouse.workflows.simulation.DraftTables;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What another approval table would have meant for decisions that were taken. Changes nothing. */
@RestController
@Validated
@RequestMapping("/api/approvals/simulations")
class SimulationController {

  private static final String SIMULATE = "approvals.policy:simulate";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int REQUESTS_MAX = 10_000;

  private final PolicySimulation simulation;
  private final DraftTables tables;

  SimulationController(PolicySimulation simulation, DraftTables tables) {
    this.simulation = simulation;
    this.tables = tables;
  }

  /**
   * Decides the requests of a period again by the DMN table in the body.
   *
   * @param organization code; without it every organization the caller may do this in
   * @param from first day on which requests were made
   * @param to last day, included
   * @param name what to call the table
   * @param format {@code json}, or {@code xlsx} for a workbook
   * @param limit how many requests are listed as JSON; the sums are of all
   */
  @PostMapping(consumes = MediaType.ALL_VALUE)
  ResponseEntity<?> simulate(
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "draft.dmn") @Size(max = 100) String name,
      @RequestParam(defaultValue = "json") @Pattern(regexp = "json|xlsx") String format,
      @RequestParam(defaultValue = "500") int limit,
      @RequestBody byte[] table,
      Locale accepted,
      Caller caller) {
    List<Organization> where = where(organization, caller);
    SimulationReport report = simulation.run(tables.read(name, table), where, from, to);
    if (format.equals("json")) {
      return ResponseEntity.ok(
          SimulationView.of(report, Math.max(0, Math.min(limit, REQUESTS_MAX))));
    }
    String file = "simulation-%s-%s-%s.xlsx".formatted(report.subjectType(), from, to);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(XLSX))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(SimulationWorkbook.of(report, accepted, where.get(0).zone()));
  }

  private static List<Organization> where(@Nullable String organization, Caller caller) {
    if (organization != null) {
      return List.of(caller.organization(organization, SIMULATE));
    }
    List<Organization> all =
        caller.organizations().stream()
            .filter(own -> caller.isPermitted(SIMULATE, own.id()))
            .toList();
    if (all.isEmpty()) {
      throw AccessError.FORBIDDEN.with(caller.username(), SIMULATE);
    }
    return all;
  }
}
