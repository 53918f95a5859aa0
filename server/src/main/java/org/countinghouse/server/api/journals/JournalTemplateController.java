package org.countinghouse.server.api.journals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.countinghouse.journals.EnteredLines;
import org.countinghouse.journals.JournalTemplate;
import org.countinghouse.journals.JournalTemplates;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.api.journals.JournalViews.LineView;
import org.countinghouse.server.api.journals.JournalViews.TemplateView;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lines that people fill in again and again. */
@RestController
@RequestMapping("/api/ledger/templates")
class JournalTemplateController {

  private final JournalTemplates templates;

  JournalTemplateController(JournalTemplates templates) {
    this.templates = templates;
  }

  /** A template as a caller writes it. */
  record TemplateBody(
      @NotBlank @Size(max = 20) String code,
      @NotBlank @Size(max = 200) String name,
      @NotNull @Size(max = 1000) String description,
      @NotNull @Size(min = 1, max = EnteredLines.LINES_MAX) List<@NotNull @Valid Line> lines) {

    JournalTemplate template(UUID organizationId) {
      return new JournalTemplate(
          new UUID(0, 0),
          organizationId,
          code,
          name,
          description,
          lines.stream().map(Line::line).toList());
    }
  }

  /**
   * A line.
   *
   * @param amount in base currency; absent: filled in by whoever uses the template
   * @param share of the total, in proportion to the other shares of its side
   */
  record Line(
      JournalTemplate.@NotNull Side side,
      @NotBlank @Size(max = 40) String account,
      @Nullable @Positive BigDecimal amount,
      @Nullable @Positive BigDecimal share,
      @Nullable @Size(max = 40) String costCentre,
      @Nullable @Size(max = 40) String project,
      @Nullable @Size(max = 40) String taxCode,
      @Nullable @Size(max = 1000) String text) {

    JournalTemplate.Line line() {
      return new JournalTemplate.Line(
          side, account, amount, share, costCentre, project, taxCode, text);
    }
  }

  /** A template filled in; lines without an amount are left to the caller. */
  record Filled(String description, List<LineView> lines) {}

  /** The templates in use. */
  @GetMapping
  List<TemplateView> list(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, ManualJournalController.READ);
    return templates.list(where.id()).stream().map(TemplateView::of).toList();
  }

  /** A template. */
  @GetMapping("/{id}")
  TemplateView show(@PathVariable UUID id, Caller caller) {
    return TemplateView.of(require(id, ManualJournalController.READ, caller));
  }

  /** The lines of a template, a total distributed over its shares. */
  @GetMapping("/{id}/lines")
  Filled fill(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable BigDecimal total,
      Caller caller) {
    JournalTemplate template = require(id, ManualJournalController.READ, caller);
    return new Filled(
        template.description(),
        templates.fill(template, total).stream().map(LineView::of).toList());
  }

  /** Adds a template. */
  @PostMapping
  ResponseEntity<TemplateView> create(
      @RequestParam String organization, @RequestBody @Valid TemplateBody body, Caller caller) {
    Organization where = caller.organization(organization, ManualJournalController.PREPARE);
    JournalTemplate created = templates.create(body.template(where.id()), caller.actor());
    return ResponseEntity.created(URI.create("/api/ledger/templates/" + created.id()))
        .body(TemplateView.of(created));
  }

  /** Replaces what a template says; its code stays. */
  @PutMapping("/{id}")
  TemplateView change(@PathVariable UUID id, @RequestBody @Valid TemplateBody body, Caller caller) {
    JournalTemplate before = require(id, ManualJournalController.PREPARE, caller);
    return TemplateView.of(
        templates.change(id, body.template(before.organizationId()), caller.actor()));
  }

  /** Takes a template out of use. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, Caller caller) {
    require(id, ManualJournalController.PREPARE, caller);
    templates.remove(id, caller.actor());
  }

  private JournalTemplate require(UUID id, String permission, Caller caller) {
    JournalTemplate template = templates.require(id);
    caller.require(permission, template.organizationId());
    return template;
  }
}
