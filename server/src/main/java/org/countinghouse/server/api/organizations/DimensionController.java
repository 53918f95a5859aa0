package org.countinghouse.server.api.organizations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.organizations.Project;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
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

/** What postings are told apart by besides their account: cost centres and projects. */
@RestController
@RequestMapping("/api/organizations")
class DimensionController {

  private static final String READ = "organizations.organization:read";
  private static final String MANAGE = "organizations.dimension:manage";

  private final Organizations organizations;

  DimensionController(Organizations organizations) {
    this.organizations = organizations;
  }

  /** A cost centre or project to add; the code is 1 to 20 capital letters, digits, hyphens. */
  record DimensionRequest(@NotBlank String code, @NotBlank @Size(max = 200) String name) {}

  /** The cost centres, by code. */
  @GetMapping("/cost-centres")
  List<CostCentre> costCentres(@RequestParam String organization, Caller caller) {
    return organizations.costCentres(caller.organization(organization, READ).id());
  }

  /** Adds a cost centre. */
  @PostMapping("/cost-centres")
  @ResponseStatus(HttpStatus.CREATED)
  CostCentre createCostCentre(
      @RequestParam String organization,
      @RequestBody @Valid DimensionRequest wanted,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return organizations.createCostCentre(where.id(), wanted.code(), wanted.name(), caller.actor());
  }

  /** The projects, by code, the closed ones included. */
  @GetMapping("/projects")
  List<Project> projects(@RequestParam String organization, Caller caller) {
    return organizations.projects(caller.organization(organization, READ).id());
  }

  /** Adds a project. */
  @PostMapping("/projects")
  @ResponseStatus(HttpStatus.CREATED)
  Project createProject(
      @RequestParam String organization,
      @RequestBody @Valid DimensionRequest wanted,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return organizations.createProject(where.id(), wanted.code(), wanted.name(), caller.actor());
  }

  /** Ends new postings to a project. */
  @PutMapping("/projects/{code}/closing")
  Project close(@PathVariable String code, @RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return organizations.openProject(where.id(), code, false, caller.actor());
  }

  /** Lets a project take postings again. */
  @DeleteMapping("/projects/{code}/closing")
  Project reopen(@PathVariable String code, @RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return organizations.openProject(where.id(), code, true, caller.actor());
  }
}
