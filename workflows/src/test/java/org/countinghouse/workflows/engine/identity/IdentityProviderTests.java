package org.countinghouse.workflows.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.TestOrganizations;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class IdentityProviderTests {

  @Autowired IdentityService identity;
  @Autowired TestOrganizations organizations;

  private Organization organization;
  private String clerk;
  private String buyer;

  @BeforeEach
  void twoUsers() {
    organization = organizations.german();
    clerk = organizations.user("clerk", organization, "ap-clerk").username();
    buyer = organizations.user("buyer", organization, "buyer").username();
  }

  @Test
  void usersAreThoseOfAccess() {
    User user = identity.createUserQuery().userId(clerk).singleResult();

    assertThat(user.getEmail()).isEqualTo(clerk + "@example.org");
    assertThat(identity.createUserQuery().userIdIn(clerk, buyer).list())
        .extracting(User::getId)
        .containsExactlyInAnyOrder(clerk, buyer);
    assertThat(identity.createUserQuery().memberOfGroup("ap-clerk").list())
        .extracting(User::getId)
        .contains(clerk)
        .doesNotContain(buyer);
    assertThat(identity.createUserQuery().memberOfTenant(organization.code()).list())
        .extracting(User::getId)
        .containsExactlyInAnyOrder(clerk, buyer);
    assertThat(identity.createUserQuery().userEmailLike(clerk + "@%").count()).isEqualTo(1);
  }

  @Test
  void groupsAreRolesAndTenantsAreOrganizations() {
    assertThat(identity.createGroupQuery().groupMember(clerk).list())
        .extracting(Group::getId)
        .containsExactly("ap-clerk");
    assertThat(identity.createTenantQuery().userMember(clerk).list())
        .extracting(Tenant::getId)
        .containsExactly(organization.code());
    assertThat(identity.createGroupQuery().groupId("ap-clerk").singleResult().getName())
        .isNotBlank();
  }

  @Test
  void passwordIsCheckedByAccess() {
    assertThat(identity.checkPassword(clerk, TestOrganizations.PASSWORD)).isTrue();
    assertThat(identity.checkPassword(clerk, "wrong")).isFalse();
    assertThat(identity.checkPassword("nobody", TestOrganizations.PASSWORD)).isFalse();
  }

  @Test
  void userSeesHimselfHisGroupsAndHisOrganizationsOnly() {
    identity.setAuthentication(clerk, List.of("ap-clerk"), List.of(organization.code()));

    assertThat(identity.createUserQuery().list()).extracting(User::getId).containsExactly(clerk);
    assertThat(identity.createGroupQuery().list())
        .extracting(Group::getId)
        .containsExactly("ap-clerk");
    assertThat(identity.createTenantQuery().list())
        .extracting(Tenant::getId)
        .containsExactly(organization.code());
  }

  @Test
  void auditorSeesEverybody() {
    identity.setAuthentication("audrey", List.of("auditor"), List.of(organization.code()));

    assertThat(identity.createUserQuery().list()).extracting(User::getId).contains(clerk, buyer);
  }

  @Test
  void nothingCanBeWrittenThroughTheEngine() {
    assertThat(identity.isReadOnly()).isTrue();
    assertThatThrownBy(() -> identity.saveUser(identity.newUser("intruder")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void pagesAreCut() {
    assertThat(identity.createUserQuery().userIdIn(clerk, buyer).listPage(1, 5)).hasSize(1);
    assertThat(identity.createUserQuery().userIdIn(clerk, buyer).listPage(9, 5)).isEmpty();
  }
}
