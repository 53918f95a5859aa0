package org.countinghouse.notification;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people want to be mailed besides what they must be. */
@Service
@Transactional
public class MailPreferences {

  private final MailMapper mapper;

  MailPreferences(MailMapper mapper) {
    this.mapper = mapper;
  }

  /** Whether this user wants a mail for every new task; nobody does unless he says so. */
  @Transactional(readOnly = true)
  public boolean wantsTaskMails(String username) {
    return mapper.wantsTaskMails(username);
  }

  /** Those of these users who want a mail for every new task, sorted; in one query. */
  @Transactional(readOnly = true)
  public List<String> taskMailReaders(Collection<String> usernames) {
    return usernames.isEmpty() ? List.of() : mapper.listTaskMailReaders(List.copyOf(usernames));
  }

  /** What this user wants from now on. */
  public void wantTaskMails(String username, boolean wanted) {
    mapper.upsertTaskMails(username, wanted);
  }
}
