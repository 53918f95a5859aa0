package org.countinghouse.routes.filedrop;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/**
 * How drop folders are watched.
 *
 * @param directory the exchange folder; one folder per organization below it
 * @param pollInterval how often it is looked at
 * @param quietTime how long a file must have stood still before it is taken
 * @param incompleteTime how long a file that visibly lacks its end (no closing tag, no trailer)
 *     must have stood still before it is taken all the same, and refused for what it is
 * @param sizeMax larger files are refused unread
 */
@ConfigurationProperties("countinghouse.exchange")
record FileDropProperties(
    @DefaultValue("data/exchange") Path directory,
    @DefaultValue("1s") @Name("poll-interval") Duration pollInterval,
    @DefaultValue("2s") @Name("quiet-time") Duration quietTime,
    @DefaultValue("30s") @Name("incomplete-time") Duration incompleteTime,
    @DefaultValue("512MB") @Name("size-max") DataSize sizeMax) {

  FileDropProperties {
    directory = directory.toAbsolutePath().normalize();
  }
}
