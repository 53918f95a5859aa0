package org.countinghouse.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class AccessTests {

  private static final Actor SETUP = Actor.system("test");

  @Autowired Access access;
  @Autowired Users users;
  @Autowired Roles roles;
  @Autowired ApprovalLimits limits;
  @Autowired Substitutions substitutions;
  @Autowired Organizations organizations;
  @Autowired TestOrganizations given;
  @Autowired Clock clock;

  Organization here;
  Organization elsewhere;

  @BeforeEach
  void twoOrganizations() {
    here = given.german();
    elsewhere = given.british();
  }

  @Test
  void roleHoldsOnlyWhereItWasGranted() {
    Actor anna = given.user("anna", here, "controller");

    assertThat(access.isPermitted(anna, "payables.invoice:approve", here.id())).isTrue();
    assertThat(access.isPermitted(anna, "payables.invoice:approve", elsewhere.id())).isFalse();
    assertThat(access.isPermitted(anna, "access.user:manage", here.id())).isFalse();
    assertThat(access.organizationsOf(anna.username())).containsExactly(here.id());
    assertThat(organizations.visibleTo(anna.username())).containsExactly(here);
    assertThatThrownBy(() -> access.require(anna, "payables.invoice:approve", elsewhere.id()))
        .hasMessageContaining("ask an administrator");
  }

  @Test
  void roleOfTheInstallationHoldsInOrganizationsThatComeLater() {
    Actor root = given.user("root", here, "administrator");
    Organization later = given.german();

    assertThat(access.isPermitted(root, "access.user:manage", later.id())).isTrue();
    assertThat(access.organizationCodesOf(root.username())).contains(here.code(), later.code());
    access.requireEverywhere(root, "access.user:manage");
  }

  @Test
  void rolesOfOneOrganizationNeverCountForTheInstallation() {
    Actor anna = given.user("anna", here, "controller");

    assertThatThrownBy(() -> access.requireEverywhere(anna, "jobs.run:start"))
        .extracting("code")
        .isEqualTo(AccessError.FORBIDDEN);
  }

  @Test
  void disabledUserMayNothing() {
    Actor anna = given.user("anna", here, "controller");
    users.setEnabled(anna.username(), false, SETUP);

    assertThat(access.isPermitted(anna, "payables.invoice:approve", here.id())).isFalse();
    assertThat(access.usersWithRole("controller", here.id())).doesNotContain(anna.username());
    assertThat(users.checkPassword(anna.username(), TestOrganizations.PASSWORD)).isFalse();
    assertThat(users.stamp(anna.username())).isEmpty();
  }

  @Test
  void everyChangeOfRightsChangesTheStampThatSessionsRemember() {
    Actor anna = given.user("anna", here, "controller");
    int before = users.stamp(anna.username()).orElseThrow();

    roles.revoke(anna.username(), "controller", here.id(), SETUP);

    assertThat(users.stamp(anna.username()).orElseThrow()).isGreaterThan(before);
  }

  @Test
  void nobodyHoldsTwoRolesThatControlEachOther() {
    Actor anna = given.user("anna", here, "ap-clerk");

    assertThatThrownBy(() -> roles.grant(anna.username(), "treasurer", here.id(), SETUP))
        .hasMessageContaining("whoever enters invoices does not pay them");
    roles.grant(anna.username(), "treasurer", elsewhere.id(), SETUP);
  }

  @Test
  void roleOfTheInstallationMeetsTheRolesOfEveryOrganization() {
    Actor anna = given.user("anna", here, "treasurer");

    assertThatThrownBy(() -> roles.grant(anna.username(), "administrator", null, SETUP))
        .extracting("code")
        .isEqualTo(AccessError.DUTY_CONFLICT);
  }

  @Test
  void nobodyChangesHisOwnRights() {
    Actor root = given.user("root", here, "administrator");

    assertThatThrownBy(() -> roles.grant(root.username(), "ops", null, root))
        .extracting("code")
        .isEqualTo(AccessError.OWN_RIGHTS);
    assertThatThrownBy(() -> users.setEnabled(root.username(), true, root))
        .extracting("code")
        .isEqualTo(AccessError.OWN_RIGHTS);
  }

  @Test
  void refusesNamesAndPasswordsThatAreNotGoodEnough() {
    assertThatThrownBy(() -> create("system:inbox", "long enough for us"))
        .extracting("code")
        .isEqualTo(AccessError.USERNAME_INVALID);
    assertThatThrownBy(() -> create("short", "shortpass"))
        .extracting("code")
        .isEqualTo(AccessError.PASSWORD_WEAK);
    assertThatThrownBy(() -> create("nobody", "nobody-nobody-nobody"))
        .extracting("code")
        .isEqualTo(AccessError.PASSWORD_WEAK);
  }

  @Test
  void mostSpecificLimitWins() {
    Actor anna = given.user("anna", here, "department-head");
    organizations.createCostCentre(here.id(), "4100", "Sales", SETUP);
    limit(null, null, "1000");
    limit(null, "4100", "2000");
    limit(anna.username(), null, "5000");

    assertThat(upTo(anna, null)).contains(Money.of("5000", "EUR"));
    assertThat(upTo(anna, "4100")).contains(Money.of("5000", "EUR"));
    assertThat(upTo(given.user("bert", here, "department-head"), "4100"))
        .contains(Money.of("2000", "EUR"));
    assertThat(upTo(given.user("carl", here, "department-head"), null))
        .contains(Money.of("1000", "EUR"));
    assertThat(upTo(given.user("dora", here, "requester"), null)).isEmpty();
    assertThat(upTo(given.user("emil", elsewhere, "department-head"), null)).isEmpty();
  }

  @Test
  void substituteActsWithTheRightsOfWhoIsAbsentOnThoseDaysOnly() {
    Actor anna = given.user("anna", here, "controller");
    Actor bert = given.user("bert", here, "requester");
    LocalDate today = clock.instant().atZone(here.zone()).toLocalDate();
    Actor bertForAnna = new Actor(bert.username(), anna.username());
    assertThat(access.isPermitted(bertForAnna, "payables.invoice:approve", here.id())).isFalse();

    Substitution granted = grant(anna, bert, today, today.plusDays(3), anna);

    assertThat(access.isPermitted(bertForAnna, "payables.invoice:approve", here.id())).isTrue();
    assertThat(access.isPermitted(bert, "payables.invoice:approve", here.id())).isFalse();
    assertThat(substitutions.activeFor(anna.username(), here.id(), today.plusDays(3)))
        .containsExactly(bert.username());
    assertThat(substitutions.activeFor(anna.username(), here.id(), today.plusDays(4))).isEmpty();
    assertThat(substitutions.absentFor(bert.username(), here.id(), today))
        .containsExactly(anna.username());

    substitutions.revoke(granted.id(), bert);
    assertThat(access.isPermitted(bertForAnna, "payables.invoice:approve", here.id())).isFalse();
  }

  @Test
  void substitutionIsGrantedOnlyByWhoIsAbsentOrWhoManagesThem() {
    Actor anna = given.user("anna", here, "cfo");
    Actor bert = given.user("bert", here, "requester");
    Actor controller = given.user("carl", here, "controller");
    LocalDate today = LocalDate.now(clock);

    assertThatThrownBy(() -> grant(anna, bert, today, today, bert))
        .extracting("code")
        .isEqualTo(AccessError.FORBIDDEN);
    assertThatThrownBy(() -> grant(anna, controller, today, today, controller))
        .hasMessageContaining("nobody names himself");
    grant(anna, bert, today, today, controller);
  }

  @Test
  void substituteMustBelongToTheOrganization() {
    Actor anna = given.user("anna", here, "controller");
    Actor stranger = given.user("stranger", elsewhere, "controller");
    LocalDate today = LocalDate.now(clock);

    assertThatThrownBy(() -> grant(anna, stranger, today, today, anna))
        .hasMessageContaining("no role here");
  }

  private void create(String username, String password) {
    users.create(NewUser.person(username, "Somebody", "", Locale.ENGLISH, password), SETUP);
  }

  private Substitution grant(
      Actor absent, Actor substitute, LocalDate from, LocalDate until, Actor by) {
    return substitutions.grant(
        new NewSubstitution(
            here.id(), absent.username(), substitute.username(), from, until, "holiday"),
        by);
  }

  private void limit(String username, String costCentre, String amount) {
    limits.set(
        new ApprovalLimit(
            here.id(),
            "department-head",
            username,
            "supplier-invoice",
            costCentre,
            Money.of(amount, "EUR")),
        SETUP);
  }

  private java.util.Optional<Money> upTo(Actor actor, String costCentre) {
    return limits.upTo(
        actor.username(), "department-head", here.id(), "supplier-invoice", costCentre);
  }
}
