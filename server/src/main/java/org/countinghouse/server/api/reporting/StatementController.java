package org.countinghouse.server.api.reporting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.StatementAssignment;
import org.countinghouse.reporting.StatementFinding;
import org.countinghouse.reporting.Statements;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which account stands on which line of the statements, and where one does not. */
@RestController
@RequestMapping("/api/reporting/statements")
class StatementController {

  private static final String READ = "reporting.report:read";
  private static final String ASSIGN = "reporting.statement:assign";

  private final Statements statements;

  StatementController(Statements statements) {
    this.statements = statements;
  }

  /** The line an account is to stand on. */
  record AssignmentBody(@NotBlank String line) {}

  /** A finding in words. */
  record FindingView(
      StatementFinding.Kind kind,
      String statement,
      String account,
      String name,
      List<String> lines,
      String text) {

    static FindingView of(StatementFinding finding) {
      return new FindingView(
          finding.kind(),
          finding.statement(),
          finding.account(),
          finding.name(),
          finding.lines(),
          finding.text());
    }
  }

  /** Accounts that do not stand on exactly one line; empty when all do. */
  @GetMapping("/findings")
  List<FindingView> findings(@RequestParam String organization, Caller caller) {
    return statements.findings(caller.organization(organization, READ).id()).stream()
        .map(FindingView::of)
        .toList();
  }

  /** The lines accounts can be assigned to. */
  @GetMapping("/lines")
  List<Statements.Line> lines(@RequestParam String organization, Caller caller) {
    return statements.lines(caller.organization(organization, READ));
  }

  /** What was assigned. */
  @GetMapping("/assignments")
  List<StatementAssignment> assignments(@RequestParam String organization, Caller caller) {
    return statements.assignments(caller.organization(organization, READ).id());
  }

  /** Puts an account on a line, whatever the definition of the country says. */
  @PutMapping("/{statement}/assignments/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void assign(
      @PathVariable String statement,
      @PathVariable String account,
      @RequestParam String organization,
      @RequestBody @Valid AssignmentBody body,
      Caller caller) {
    Organization whose = caller.organization(organization, ASSIGN);
    statements.assign(whose.id(), statement, account, body.line(), caller.actor());
  }

  /** Lets the definition decide again. */
  @DeleteMapping("/{statement}/assignments/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      @PathVariable String statement,
      @PathVariable String account,
      @RequestParam String organization,
      Caller caller) {
    Organization whose = caller.organization(organization, ASSIGN);
    statements.withdraw(whose.id(), statement, account, caller.actor());
  }
}
