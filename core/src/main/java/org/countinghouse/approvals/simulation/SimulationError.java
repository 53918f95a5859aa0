package org.countinghouse.approvals.simulation;

import org.countinghouse.errors.ErrorCode;

/** Why a policy cannot be tried. */
public enum SimulationError implements ErrorCode {
  TABLE_INVALID(
      "approvals.table-invalid",
      422,
      "%s cannot be tried: %s. Correct the table in the Modeler and try again."),
  PERIOD_INVALID(
      "approvals.period-invalid",
      422,
      "From %s to %s is no period to look at: choose at most five years, the earlier day first.");

  private final String id;
  private final int httpStatus;
  private final String text;

  SimulationError(String id, int httpStatus, String text) {
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
