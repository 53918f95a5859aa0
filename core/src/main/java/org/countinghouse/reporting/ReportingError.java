package org.countinghouse.reporting;

import org.countinghouse.errors.ErrorCode;

/** What can be wrong with the request of a report. */
public enum ReportingError implements ErrorCode {
  REPORT_UNKNOWN(
      "reporting.report-unknown", 404, "There is no report %s: choose one of %s instead."),
  FORMAT_UNKNOWN(
      "reporting.format-unknown", 400, "To get the report as %s choose one of %s instead."),
  PARAMETER_UNKNOWN(
      "reporting.parameter-unknown", 400, "Report %s takes no parameter %s: it takes %s."),
  PARAMETER_INVALID(
      "reporting.parameter-invalid", 400, "To read parameter %s write it as %s, not as '%s'."),
  EXPORT_RANGE(
      "reporting.export-range",
      400,
      "To export part of the ledger begin with the first day of a month, not after the last day:"
          + " not %s to %s."),
  PARAMETER_MISSING(
      "reporting.parameter-missing", 400, "To run report %s say which by parameter %s."),
  SCOPE_UNSUPPORTED(
      "reporting.scope-unsupported", 400, "There is no report %s of %s: ask for %s instead."),
  STATEMENT_UNKNOWN(
      "reporting.statement-unknown",
      404,
      "There is no statement %s: choose profit-and-loss, balance-sheet or cash-flow."),
  LINE_UNKNOWN(
      "reporting.line-unknown", 422, "The %s has no line %s that takes accounts: choose another."),
  ACCOUNT_MISPLACED(
      "reporting.account-misplaced",
      422,
      "Account %s does not belong into the %s, or is not in the chart: check its code and type."),
  CRON_INVALID(
      "reporting.cron-invalid",
      400,
      "To schedule a report write when as six fields, seconds first, like '0 0 6 1 * *': not"
          + " '%s'."),
  SCHEDULE_NAMED(
      "reporting.schedule-named", 409, "There is a schedule %s already: choose another name."),
  SCHEDULE_UNKNOWN("reporting.schedule-unknown", 404, "There is no schedule %s: check its id."),
  DELIVERY_UNKNOWN(
      "reporting.delivery-unknown", 404, "No delivery %s is expected: start it by its schedule."),
  DOCUMENT_UNKNOWN(
      "reporting.document-unknown",
      404,
      "There is no document %s: give the number of an invoice or of a journal, or an inbox id."),
  GROUP_UNKNOWN("reporting.group-unknown", 404, "There is no group %s: check its code."),
  TOO_MANY_ROWS(
      "reporting.too-many-rows",
      422,
      "Report %s has more than %s rows: ask for a file (csv, xlsx) or for fewer days.");

  private final String id;
  private final int httpStatus;
  private final String text;

  ReportingError(String id, int httpStatus, String text) {
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
