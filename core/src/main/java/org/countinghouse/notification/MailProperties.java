package org.countinghouse.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mails come from and lead to.
 *
 * @param from the sender's address; the organization's name stands before it
 * @param server the address people know this server by, before every link
 */
@ConfigurationProperties("countinghouse.mail")
record MailProperties(
    @DefaultValue("countinghouse@localhost") String from,
    @DefaultValue("http://localhost:8080") String server) {

  MailProperties {
    server = server.replaceFirst("/+$", "");
  }
}
