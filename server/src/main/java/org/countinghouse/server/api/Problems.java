package org.countinghouse.server.api;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns whatever a controller throws into a problem (RFC 9457): {@code type} is a URN of the error
 * code, {@code code} the code itself, {@code findings} everything that was found wrong.
 */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final String FOREIGN_TENANT = "belongs to no authenticated tenant";
  private static final String TYPE = "urn:countinghouse:problem:";

  /** The problem of this code, for places that no exception handler reaches. */
  public static ProblemDetail problem(int status, String code, String detail) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
    problem.setType(URI.create(TYPE + code));
    problem.setProperty("code", code);
    return problem;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(BusinessException refusal) {
    ProblemDetail problem =
        problem(
            refusal.code().httpStatus(), refusal.code().id(), String.valueOf(refusal.getMessage()));
    if (!refusal.findings().isEmpty()) {
      problem.setProperty("findings", refusal.findings());
    }
    return ResponseEntity.of(problem).build();
  }

  /** The chains answer these: 401 or 403, as for any other path. */
  @ExceptionHandler
  void leaveToTheChain(AccessDeniedException denied) {
    throw denied;
  }

  @ExceptionHandler
  void leaveToTheChain(AuthenticationException anonymous) {
    throw anonymous;
  }

  /** The engine's own checks, below those of the controllers. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> forbiddenByTheEngine(AuthorizationException refusal) {
    return ResponseEntity.of(
            problem(403, "access.forbidden", "Your roles do not allow this in the process engine."))
        .build();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failedInTheEngine(
      ProcessEngineException failure, WebRequest request) {
    // what belongs to another organization does not exist
    return String.valueOf(failure.getMessage()).contains(FOREIGN_TENANT)
        ? ResponseEntity.of(problem(404, "api.not-found", "There is nothing here for you.")).build()
        : defect(failure, request);
  }

  /** A defect: the trace goes to the log, never to the caller. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> defect(Exception defect, WebRequest request) {
    log.error("Unexpected failure in {}", request.getDescription(false), defect);
    return ResponseEntity.of(
            problem(
                HttpStatus.INTERNAL_SERVER_ERROR.value(),
                "api.unexpected",
                "This should not have happened: look into the server's log for this moment."))
        .build();
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Finding> findings =
        invalid.getBindingResult().getFieldErrors().stream()
            .map(
                error ->
                    new Finding(
                        "api.field-invalid",
                        error.getField(),
                        String.valueOf(error.getDefaultMessage())))
            .sorted(Comparator.comparing(Finding::place))
            .toList();
    ProblemDetail problem =
        problem(status.value(), "api.invalid", "Some fields are not right: see the findings.");
    problem.setProperty("findings", findings);
    return handleExceptionInternal(invalid, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    // the parser's own words would show class names
    ProblemDetail problem =
        problem(
            status.value(),
            "api.unreadable",
            "The body is not the JSON this resource expects: see /v3/api-docs.");
    return handleExceptionInternal(unreadable, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (body instanceof ProblemDetail problem && problem.getProperties() == null) {
      String code =
          "api."
              + HttpStatus.valueOf(status.value())
                  .name()
                  .toLowerCase(java.util.Locale.ROOT)
                  .replace('_', '-');
      problem.setType(URI.create(TYPE + code));
      problem.setProperty("code", code);
    }
    return super.handleExceptionInternal(exception, body, headers, status, request);
  }
}
