package org.countinghouse.server.api.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.countinghouse.server.security.Caller;
import org.countinghouse.server.security.oauth.MachineClients;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Programs that call the API, for administrators; roles are granted to them as to people. */
@RestController
@RequestMapping("/api/access/clients")
class ClientController {

  private static final String MANAGE = "access.user:manage";

  private final MachineClients clients;

  ClientController(MachineClients clients) {
    this.clients = clients;
  }

  /** Makes a client; the secret is told this once. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Secret create(@RequestBody @Valid Wanted wanted, Caller caller) {
    caller.requireEverywhere(MANAGE);
    List<String> redirects = wanted.redirectUris();
    return new Secret(
        wanted.name(),
        clients.create(
            wanted.name(),
            wanted.displayName(),
            redirects == null ? List.of() : redirects,
            caller.actor()));
  }

  /** Replaces the secret; the old one and its tokens are void at once. */
  @PostMapping("/{name}/secrets")
  @ResponseStatus(HttpStatus.CREATED)
  Secret replaceSecret(@PathVariable String name, Caller caller) {
    caller.requireEverywhere(MANAGE);
    return new Secret(name, clients.replaceSecret(name, caller.actor()));
  }

  record Wanted(
      @NotBlank @Size(max = 63) String name,
      @NotBlank @Size(max = 120) String displayName,
      @Nullable @Size(max = 5)
          List<
                  @Pattern(
                      regexp =
                          "https://[^\\s#]{1,200}|http://(localhost|127\\.0\\.0\\.1)[^\\s#]{0,200}",
                      message = "https, or http on the own machine, without a fragment")
                  String>
              redirectUris) {}

  record Secret(String clientId, String clientSecret) {}
}
