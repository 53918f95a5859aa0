package org.countinghouse.routes.filedrop;

import java.io.IOException;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the folders of new organizations and puts away what a crash left, from the start on. */
@Component
class FolderKeeper extends RouteBuilder {

  private final DropFolders folders;
  private final FileReturn fileReturn;
  private final FileDrop drop;
  private final String period;

  FolderKeeper(
      DropFolders folders,
      FileReturn fileReturn,
      FileDrop drop,
      @Value("${countinghouse.exchange.folder-interval:5s}") String period) {
    this.folders = folders;
    this.fileReturn = fileReturn;
    this.drop = drop;
    this.period = period;
  }

  /** Before the server says that it is ready: people drop files from then on. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void makeFirst() throws IOException {
    folders.makeAll();
  }

  @Override
  public void configure() {
    from("timer:file-drop.folders?delay=0&period=" + period)
        .routeId("file-drop.folders")
        .routeConfigurationId("exchange")
        .process(exchange -> folders.makeAll())
        .process(exchange -> fileReturn.putAwayAll())
        .process(exchange -> drop.refuseUnusableNames());
  }
}
