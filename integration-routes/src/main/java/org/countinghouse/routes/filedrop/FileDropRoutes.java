package org.countinghouse.routes.filedrop;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.countinghouse.exchange.Handlers;
import org.springframework.stereotype.Component;

/**
 * One route per channel that some handler serves, {@code <channel>.file-drop}, over the folders of
 * all organizations, those made later included.
 *
 * <p>Camel looks for files that stand still and hands them on; it neither moves nor remembers them
 * ({@code noop}): the inbox does, and what it decided survives a crash.
 */
@Component
class FileDropRoutes extends RouteBuilder {

  /** {@code <ORGANIZATION>/in/<channel>/<file>}. */
  private static final int DEPTH = 4;

  private final Handlers handlers;
  private final DropFolders folders;
  private final FileDropProperties properties;
  private final FileDrop drop;
  private final Clock clock;

  FileDropRoutes(
      Handlers handlers,
      DropFolders folders,
      FileDropProperties properties,
      FileDrop drop,
      Clock clock) {
    this.handlers = handlers;
    this.folders = folders;
    this.properties = properties;
    this.drop = drop;
    this.clock = clock;
  }

  @Override
  public void configure() {
    handlers.channels().forEach(this::route);
  }

  private void route(String channel) {
    String filter = "dropFilter-" + channel;
    bindToRegistry(filter, new DropFilter(channel, folders, properties, clock));
    from(uri(filter))
        .routeId(channel + ".file-drop")
        .routeConfigurationId("exchange")
        .process(exchange -> drop.take(path(exchange), channel));
  }

  private String uri(String filter) {
    return ("file:%s?recursive=true&minDepth=%d&maxDepth=%d&filter=#%s"
            + "&readLock=changed&readLockMinAge=%d&readLockMinLength=0&readLockMarkerFile=false"
            + "&readLockLoggingLevel=DEBUG&noop=true&idempotent=false"
            + "&delay=%d&initialDelay=%d&bridgeErrorHandler=true")
        .formatted(
            folders.exchange(),
            DEPTH,
            DEPTH,
            filter,
            properties.quietTime().toMillis(),
            properties.pollInterval().toMillis(),
            properties.pollInterval().toMillis());
  }

  /** From the file itself: headers are for anybody to set. */
  private static Path path(Exchange exchange) {
    return pathOf(exchange.getIn().getBody(GenericFile.class));
  }

  /** The file as it was listed: Camel's own idea of its path takes a backslash for a separator. */
  static Path pathOf(GenericFile<?> file) {
    return ((File) file.getFile()).toPath().toAbsolutePath();
  }
}
