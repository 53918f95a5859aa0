package org.countinghouse.server.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.countinghouse.idempotency.CommandKey;
import org.countinghouse.idempotency.IdempotencyKeys;
import org.countinghouse.idempotency.StoredResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key} on a POST below {@code /api}: the command, its key and its answer are one
 * transaction, and nothing is sent before it is committed. The same key with the same request gets
 * the first answer (marked {@code Idempotency-Replayed: true}), with another request 422, while the
 * first is still at work 409. Refusals are not kept: a corrected request may use the key again.
 *
 * <p>Keys are per caller and organization. An answer that tells a secret ({@link
 * #ANSWER_IS_SECRET}) is not kept: asked again, it is found again.
 */
@Component
public class IdempotencyFilter extends OncePerRequestFilter {

  /** The request attribute by which a controller says that its answer must not be kept. */
  public static final String ANSWER_IS_SECRET = IdempotencyFilter.class.getName() + ".secret";

  private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final int BODY_BYTES_MAX = 32 * 1024 * 1024;
  private static final int ANSWER_BYTES_MAX = 1024 * 1024;

  private final IdempotencyKeys keys;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;

  IdempotencyFilter(
      IdempotencyKeys keys, PlatformTransactionManager transactions, ObjectMapper json) {
    this.keys = keys;
    this.transaction = new TransactionTemplate(transactions);
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().startsWith("/api/")
        || request.getHeader(HEADER) == null
        || request.getRemoteUser() == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER);
    String type = request.getContentType();
    if (!KEY.matcher(key).matches()) {
      refuse(response, 400, "api.idempotency-key-invalid", "Use 1 to 200 printable characters.");
      return;
    }
    if (type != null && type.startsWith("multipart/")) {
      // the boundary differs in every attempt; an upload is recognized by its content instead
      refuse(
          response, 400, "api.idempotency-key-unsupported", "Uploads take no key: leave it out.");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
    if (body.length > BODY_BYTES_MAX) {
      refuse(response, 413, "api.too-large", "Send at most 32 MiB.");
      return;
    }
    var command =
        new CommandKey(
            request.getRemoteUser(),
            Objects.requireNonNullElse(request.getParameter("organization"), ""),
            key);
    var answer = new ContentCachingResponseWrapper(response);
    try {
      Outcome outcome =
          Objects.requireNonNull(
              transaction.execute(
                  status ->
                      run(
                          command,
                          hash(request, body),
                          new BufferedBodyRequest(request, body),
                          answer,
                          chain,
                          status)));
      finish(outcome, answer, response);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (TransactionException e) {
      log.error("Command {} of {} could not be committed", key, command.username(), e);
      response.reset();
      refuse(response, 500, "api.unexpected", "Nothing was done. Try again with the same key.");
    }
  }

  private Outcome run(
      CommandKey command,
      byte[] hash,
      HttpServletRequest request,
      ContentCachingResponseWrapper answer,
      FilterChain chain,
      TransactionStatus status) {
    if (!keys.tryClaim(command)) {
      return new Outcome(Kind.IN_FLIGHT, null);
    }
    StoredResult first = keys.find(command).orElse(null);
    if (first != null) {
      return MessageDigest.isEqual(first.requestHash(), hash)
          ? new Outcome(Kind.REPLAYED, first)
          : new Outcome(Kind.OTHER_REQUEST, null);
    }
    try {
      chain.doFilter(request, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
    if (answer.getStatus() >= 400 || answer.getContentSize() > ANSWER_BYTES_MAX) {
      status.setRollbackOnly();
      return answer.getStatus() >= 400
          ? new Outcome(Kind.DONE, null)
          : new Outcome(Kind.ANSWER_TOO_LARGE, null);
    }
    if (request.getAttribute(ANSWER_IS_SECRET) != null) {
      return new Outcome(Kind.DONE, null);
    }
    keys.store(
        command,
        new StoredResult(
            hash,
            answer.getStatus(),
            answer.getContentType(),
            answer.getHeader("Location"),
            answer.getContentAsByteArray()));
    return new Outcome(Kind.DONE, null);
  }

  private void finish(
      Outcome outcome, ContentCachingResponseWrapper answer, HttpServletResponse response)
      throws IOException {
    switch (outcome.kind()) {
      case DONE -> answer.copyBodyToResponse();
      case REPLAYED -> replay(Objects.requireNonNull(outcome.first()), response);
      case IN_FLIGHT ->
          refuse(
              response,
              409,
              "api.idempotency-key-in-flight",
              "The first request with this key is still at work: ask again later.");
      case OTHER_REQUEST ->
          refuse(
              response,
              422,
              "api.idempotency-key-reused",
              "This key was used for another request: choose a new one.");
      case ANSWER_TOO_LARGE -> {
        response.reset();
        refuse(response, 500, "api.answer-too-large", "Nothing was done: send it without a key.");
      }
    }
  }

  private static void replay(StoredResult first, HttpServletResponse response) throws IOException {
    response.setStatus(first.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (first.contentType() != null) {
      response.setContentType(first.contentType());
    }
    if (first.location() != null) {
      response.setHeader("Location", first.location());
    }
    response.getOutputStream().write(first.body());
  }

  private void refuse(HttpServletResponse response, int status, String code, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), Problems.problem(status, code, detail));
  }

  /** What was asked, exactly: path, parameters and body. */
  private static byte[] hash(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(
          Objects.requireNonNullElse(request.getQueryString(), "")
              .getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return digest.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private enum Kind {
    DONE,
    REPLAYED,
    IN_FLIGHT,
    OTHER_REQUEST,
    ANSWER_TOO_LARGE
  }

  private record Outcome(Kind kind, @Nullable StoredResult first) {}
}
