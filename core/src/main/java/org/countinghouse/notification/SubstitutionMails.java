package org.countinghouse.notification;

import java.util.List;
import java.util.Map;
import org.countinghouse.access.AccessChanged;
import org.countinghouse.access.Substitution;
import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells somebody that he stands in for somebody else; nobody learns it from a task list only. */
@Component
class SubstitutionMails {

  private final Mails mails;
  private final Users users;

  SubstitutionMails(Mails mails, Users users) {
    this.mails = mails;
    this.users = users;
  }

  @EventListener
  void on(AccessChanged change) {
    if (change.action().equals("granted") && change.newValues() instanceof Substitution granted) {
      mails.send(
          new Mail(
              granted.organizationId(),
              List.of(granted.substitute()),
              "notification/substitution",
              Map.of(
                  "absent", name(granted.absent()),
                  "from", granted.validFrom(),
                  "until", granted.validUntil(),
                  "reason", granted.reason(),
                  "grantedBy", name(granted.grantedBy()),
                  "link", mails.link("/substitutes")),
              "substitution:" + granted.id()));
    }
  }

  private String name(String username) {
    return users.find(username).map(User::displayName).orElse(username);
  }
}
