package org.countinghouse.routes.filedrop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.countinghouse.exchange.Handlers;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The drop folders there are: one per organization and channel, made as soon as either appears. */
@Component
class DropFolders {

  private static final Logger LOG = LoggerFactory.getLogger(DropFolders.class);

  private final Path exchange;
  private final Organizations organizations;
  private final Handlers handlers;
  private final Map<String, Organization> known = new ConcurrentHashMap<>();

  DropFolders(FileDropProperties properties, Organizations organizations, Handlers handlers) {
    this.exchange = properties.directory();
    this.organizations = organizations;
    this.handlers = handlers;
  }

  /** Makes whatever folder is missing, for organizations new since the last time too. */
  void makeAll() {
    for (Organization organization : organizations.list()) {
      for (String channel : handlers.channels()) {
        try {
          of(organization, channel).create();
        } catch (IOException e) {
          LOG.error("The drop folder of {} for {} is missing", organization.code(), channel, e);
        }
      }
      known.put(organization.code(), organization);
    }
  }

  Path exchange() {
    return exchange;
  }

  DropFolder of(Organization organization, String channel) {
    return DropFolder.of(exchange, organization.code(), channel);
  }

  /** The organization of a folder name. */
  Optional<Organization> organization(String code) {
    return Optional.ofNullable(known.get(code));
  }

  /** Every folder with its organization. */
  List<DropFolder> all() {
    return known.values().stream()
        .flatMap(
            organization -> handlers.channels().stream().map(channel -> of(organization, channel)))
        .toList();
  }
}
