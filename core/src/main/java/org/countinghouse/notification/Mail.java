package org.countinghouse.notification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param to names of users or, where there is an {@code @} in it, addresses; each gets a mail of
 *     his own. Users who are locked out or have no address get none
 * @param template {@code <module>/<name>}, such as {@code approvals/reminder}
 * @param model what the template's tags stand for; amounts, days and moments are written as the
 *     reader does, null is nothing to say. Beside it every template knows {@code recipient}, {@code
 *     organization} and {@code server}
 * @param attachments documents of the organization, by id
 * @param dedupKey the same key reaches the same address once for ever, whoever sends again
 * @param language for addresses; users read their own. Null for the organization's
 */
public record Mail(
    UUID organizationId,
    List<String> to,
    String template,
    Map<String, ?> model,
    List<UUID> attachments,
    String dedupKey,
    @Nullable Locale language) {

  private static final int KEY_LENGTH_MAX = 200;

  /**
   * Copies what is given; null in the model stands for nothing to say.
   *
   * @throws IllegalArgumentException when the key is empty or longer than 200 characters
   */
  public Mail {
    if (dedupKey.isBlank() || dedupKey.length() > KEY_LENGTH_MAX) {
      throw new IllegalArgumentException("no key to know a mail by: '" + dedupKey + "'");
    }
    to = List.copyOf(to);
    attachments = List.copyOf(attachments);
  }

  /** A mail without attachments, in its readers' languages. */
  public Mail(
      UUID organizationId,
      List<String> to,
      String template,
      Map<String, ?> model,
      String dedupKey) {
    this(organizationId, to, template, model, List.of(), dedupKey, null);
  }

  /** A mail with attachments, in its readers' languages. */
  public Mail(
      UUID organizationId,
      List<String> to,
      String template,
      Map<String, ?> model,
      List<UUID> attachments,
      String dedupKey) {
    this(organizationId, to, template, model, attachments, dedupKey, null);
  }
}
