package org.countinghouse.access;

import org.countinghouse.errors.ErrorCode;

/** What can be refused about users and their rights. */
public enum AccessError implements ErrorCode {
  FORBIDDEN(
      "access.forbidden",
      403,
      "%s may not do this (%s): ask an administrator for a role that may."),
  ORGANIZATION_UNKNOWN(
      "access.organization-unknown",
      404,
      "There is no organization %s for you: choose one of those you belong to."),
  USER_UNKNOWN("access.user-unknown", 404, "There is no user %s: create it first."),
  USERNAME_TAKEN("access.username-taken", 409, "User %s exists already: choose another name."),
  USERNAME_INVALID(
      "access.username-invalid",
      422,
      "%s cannot be a user name: use up to 63 lower-case letters, digits, dots, hyphens and"
          + " underscores, a letter or digit first."),
  EMAIL_INVALID(
      "access.email-invalid", 422, "'%s' is no mail address: write it like name@example.org."),
  PASSWORD_WEAK(
      "access.password-weak",
      422,
      "This password is not accepted: use 12 to 72 bytes that do not contain the user name."),
  PASSWORD_WRONG("access.password-wrong", 422, "The current password is not right: try again."),
  ROLE_UNKNOWN("access.role-unknown", 422, "There is no role %s: choose an existing one."),
  ROLE_NEEDS_ORGANIZATION(
      "access.role-needs-organization",
      422,
      "Role %s holds in one organization: name the organization."),
  DUTY_CONFLICT(
      "access.duty-conflict",
      409,
      "%s cannot be %s while holding %s (%s): revoke the other role first."),
  LAST_ADMINISTRATOR(
      "access.last-administrator", 409, "%s is the last administrator: name another one first."),
  OWN_RIGHTS("access.own-rights", 403, "Nobody changes his own rights: ask another administrator."),
  LIMIT_NEGATIVE("access.limit-negative", 422, "A limit cannot be below zero: %s."),
  COST_CENTRE_UNKNOWN(
      "access.cost-centre-unknown", 422, "There is no cost centre %s here: create it first."),
  SUBSTITUTION_UNKNOWN("access.substitution-unknown", 404, "There is no substitution %s."),
  SUBSTITUTION_INVALID("access.substitution-invalid", 422, "This substitution is refused: %s."),
  SUBSTITUTION_INACTIVE(
      "access.substitution-inactive",
      403,
      "%s does not stand in for %s today: ask for a dated substitution.");

  private final String id;
  private final int httpStatus;
  private final String text;

  AccessError(String id, int httpStatus, String text) {
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
