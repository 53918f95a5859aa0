package org.countinghouse.server.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser without a screen: keeps cookies, follows no redirect, and sends the CSRF token the way
 * the pages of the engine do.
 */
public final class Browser {

  /** What every user of the demo logs in with. */
  public static final String PASSWORD = "countinghouse";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final String address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();

  /** A fresh browser in front of the server on this port. */
  public Browser(int port) {
    this.address = "http://localhost:" + port;
  }

  /** A browser whose user has logged in and opened Tasklist, as everybody does. */
  public static Browser of(int port, String username) {
    var browser = new Browser(port);
    HttpResponse<String> answer = browser.login(username, PASSWORD);
    if (answer.statusCode() != 302 || browser.location(answer).contains("error")) {
      throw new AssertionError(username + " could not log in: " + answer);
    }
    browser.get("/camunda/app/tasklist/default/");
    return browser;
  }

  /** Fills in the login page. */
  public HttpResponse<String> login(String username, String password) {
    String form =
        "_csrf=%s&username=%s&password=%s"
            .formatted(encoded(formToken()), encoded(username), encoded(password));
    return send(
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** The CSRF token hidden in the login page's form. */
  public String formToken() {
    Matcher token = CSRF.matcher(get("/login").body());
    return token.find() ? token.group(1) : "";
  }

  /** Reads a path. */
  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Posts JSON with the CSRF token. */
  public HttpResponse<String> post(String path, String json) {
    return send("POST", path, json);
  }

  /** Sends JSON with the CSRF token by any method. */
  public HttpResponse<String> send(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", csrfToken())
            .method(method, BodyPublishers.ofString(json)));
  }

  /** Sends anything as it is, with the CSRF token. */
  public HttpResponse<String> send(
      String method, String path, String contentType, BodyPublisher body) {
    var request = request(path).header("X-XSRF-TOKEN", csrfToken()).method(method, body);
    return send(contentType == null ? request : request.header("Content-Type", contentType));
  }

  /** Sends a request made by hand; the cookies are added. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The start of a request to this path. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
  }

  /** The value of a cookie; empty when there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .reduce((first, last) -> last)
        .orElse("");
  }

  /** The CSRF token a script would read from the cookie. */
  public String csrfToken() {
    String token = cookie("XSRF-TOKEN");
    return token.isEmpty() ? "none" : token;
  }

  /** Forgets the session, as after a timeout, but keeps the page and its CSRF cookie. */
  public void loseSession() {
    List.copyOf(cookies.getCookieStore().getCookies()).stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
  }

  /** Where a redirect leads, without the server's address. */
  public String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("").replace(address, "");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
