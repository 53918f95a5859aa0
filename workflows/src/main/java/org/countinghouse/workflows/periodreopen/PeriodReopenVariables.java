package org.countinghouse.workflows.periodreopen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.countinghouse.close.CloseError;
import org.countinghouse.close.Reopening;

/** The variables of {@code period-reopen}: ids, and when it ends. */
record PeriodReopenVariables(VariableScope scope) {

  static final String KEY = "period-reopen";
  static final String CLOSED_AGAIN = "Msg_MonthClosedAgain";

  private static final String REOPENING_ID = "reopeningId";
  private static final String PERIOD = "period";
  private static final String REASON = "reason";
  private static final String OPEN_UNTIL = "openUntil";
  private static final String EXPIRES_AT = "expiresAt";
  private static final String FIGURES_CHANGED = "figuresChanged";

  Optional<UUID> reopeningIdIfKnown() {
    return text(REOPENING_ID).map(UUID::fromString);
  }

  /**
   * The month a person wrote into the start form.
   *
   * @throws org.countinghouse.errors.BusinessException {@code close.period-invalid}
   */
  YearMonth period() {
    String written = text(PERIOD).orElse("");
    try {
      return YearMonth.parse(written);
    } catch (DateTimeParseException e) {
      throw CloseError.PERIOD_INVALID.with(written);
    }
  }

  String reason() {
    return text(REASON).orElse("");
  }

  /**
   * The end of the last day a person chose.
   *
   * @throws org.countinghouse.errors.BusinessException {@code close.expiry-invalid}
   */
  Instant endOfLastDay(ZoneId zone) {
    String written = text(OPEN_UNTIL).orElse("");
    try {
      return LocalDate.parse(written).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw CloseError.EXPIRY_INVALID.with(31, written);
    }
  }

  void reopening(Reopening reopening) {
    scope.setVariable(REOPENING_ID, reopening.id().toString());
    scope.setVariable(PERIOD, reopening.period().toString());
    // the timer's notation: ISO 8601 without fractions
    scope.setVariable(
        EXPIRES_AT, Instant.ofEpochSecond(reopening.expiresAt().getEpochSecond()).toString());
  }

  void figuresChanged(boolean changed) {
    scope.setVariable(FIGURES_CHANGED, changed);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable((String) scope.getVariable(name)).filter(text -> !text.isBlank());
  }
}
