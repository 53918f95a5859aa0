package org.countinghouse.organizations;

import org.countinghouse.errors.ErrorCode;

/** What can be wrong with organizations and their parts. */
public enum OrganizationError implements ErrorCode {
  UNKNOWN("organizations.unknown", 404, "There is no organization %s: choose one that exists."),
  CODE_TAKEN(
      "organizations.code-taken", 409, "An organization %s exists already: choose another code."),
  CODE_INVALID(
      "organizations.code-invalid",
      422,
      "%s cannot be a code: use 2 to 16 capital letters and digits, a letter first."),
  ENDPOINT_INVALID(
      "organizations.endpoint-invalid",
      422,
      "The electronic address of %s needs both its scheme (0088, EM) and the address itself: give"
          + " both or neither."),
  COST_CENTRE_TAKEN(
      "organizations.cost-centre-taken",
      409,
      "Cost centre %s exists already in this organization: choose another code."),
  COST_CENTRE_INVALID(
      "organizations.cost-centre-invalid",
      422,
      "%s cannot be a cost centre: use 1 to 20 capital letters, digits and hyphens."),
  COST_CENTRE_UNKNOWN(
      "organizations.cost-centre-unknown",
      422,
      "There is no cost centre %s in this organization: create it first."),
  PROJECT_TAKEN(
      "organizations.project-taken",
      409,
      "Project %s exists already in this organization: choose another code, or reopen it."),
  PROJECT_INVALID(
      "organizations.project-invalid",
      422,
      "%s cannot be a project: use 1 to 20 capital letters, digits and hyphens."),
  PROJECT_UNKNOWN(
      "organizations.project-unknown",
      422,
      "There is no project %s in this organization: create it first.");

  private final String id;
  private final int httpStatus;
  private final String text;

  OrganizationError(String id, int httpStatus, String text) {
    this.id = id;
    this.httpStatus = httpStatus;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String text() {
    return text;
  }
}
