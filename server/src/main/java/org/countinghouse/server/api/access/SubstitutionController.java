package org.countinghouse.server.api.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.NewSubstitution;
import org.countinghouse.access.Substitution;
import org.countinghouse.access.Substitutions;
import org.countinghouse.access.Users;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who stands in for whom: everybody names his own substitute. */
@RestController
@RequestMapping("/api/access/substitutions")
class SubstitutionController {

  private static final String MANAGE = "access.substitution:manage";

  private final Substitutions substitutions;
  private final Users users;
  private final Clock clock;

  SubstitutionController(Substitutions substitutions, Users users, Clock clock) {
    this.substitutions = substitutions;
    this.users = users;
    this.clock = clock;
  }

  /** The caller's running and coming substitutions, on either side. */
  @GetMapping
  List<Substitution> list(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization);
    LocalDate today = clock.instant().atZone(where.zone()).toLocalDate();
    return substitutions.listOf(caller.username(), where.id(), today);
  }

  /** Everybody's running and coming substitutions, for those who manage them. */
  @GetMapping("/all")
  List<Substitution> listAll(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    LocalDate today = clock.instant().atZone(where.zone()).toLocalDate();
    return substitutions.listAll(where.id(), today);
  }

  /** The colleagues in an organization, to choose a substitute from. */
  @GetMapping("/people")
  List<Person> people(@RequestParam String organization, Caller caller) {
    return users.peopleOf(caller.organization(organization).id()).stream()
        .map(user -> new Person(user.username(), user.displayName()))
        .toList();
  }

  /** A colleague. */
  record Person(String username, String displayName) {}

  /** Names a substitute: for the caller, or for somebody else with the permission to. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Substitution grant(
      @RequestParam String organization, @RequestBody @Valid Wanted wanted, Caller caller) {
    Organization where = caller.organization(organization);
    String absent = wanted.absent();
    return substitutions.grant(
        new NewSubstitution(
            where.id(),
            absent == null ? caller.username() : absent,
            wanted.substitute(),
            wanted.validFrom(),
            wanted.validUntil(),
            wanted.reason()),
        caller.actor());
  }

  /** Ends a substitution at once. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id, Caller caller) {
    substitutions.revoke(id, caller.actor());
  }

  /**
   * What is asked for.
   *
   * @param absent null for the caller himself
   */
  record Wanted(
      @Nullable @Size(max = 63) String absent,
      @NotBlank @Size(max = 63) String substitute,
      @NotNull LocalDate validFrom,
      @NotNull LocalDate validUntil,
      @NotBlank @Size(max = 500) String reason) {}
}
