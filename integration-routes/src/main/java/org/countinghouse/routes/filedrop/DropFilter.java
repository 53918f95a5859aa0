package org.countinghouse.routes.filedrop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Which files below the exchange folder one channel's route may take: those directly in a drop
 * folder of an organization we know, whose name is not one that programs give to files they still
 * write, that have stood still for a while, and that do not visibly lack their end.
 */
final class DropFilter implements GenericFileFilter<Object> {

  private static final Pattern UNFINISHED_NAME =
      Pattern.compile(
          "[.~].*|.*(~|\\.(tmp|temp|part|partial|filepart|crdownload|download|writing|swp|lock"
              + "|camellock))");

  private final String channel;
  private final DropFolders folders;
  private final FileDropProperties properties;
  private final Clock clock;

  DropFilter(String channel, DropFolders folders, FileDropProperties properties, Clock clock) {
    this.channel = channel;
    this.folders = folders;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public boolean accept(GenericFile<Object> found) {
    Path path = FileDropRoutes.pathOf(found);
    Path relative = folders.exchange().relativize(path);
    return found.isDirectory() ? isOnTheWay(relative) : isDropped(relative) && isComplete(path);
  }

  private boolean isOnTheWay(Path relative) {
    int depth = relative.getNameCount();
    return depth <= 3
        && folders.organization(relative.getName(0).toString()).isPresent()
        && (depth < 2 || relative.getName(1).toString().equals("in"))
        && (depth < 3 || relative.getName(2).toString().equals(channel));
  }

  private boolean isDropped(Path relative) {
    return relative.getNameCount() == 4
        && isOnTheWay(relative.subpath(0, 3))
        && !UNFINISHED_NAME
            .matcher(relative.getFileName().toString().toLowerCase(Locale.ROOT))
            .matches();
  }

  private boolean isComplete(Path file) {
    try {
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Duration still =
          Duration.between(attributes.lastModifiedTime().toInstant(), Instant.now(clock));
      if (still.compareTo(properties.quietTime()) < 0) {
        // a clock that was set back must not hide a file for ever
        return still.isNegative() && still.abs().compareTo(Duration.ofHours(1)) > 0;
      }
      return still.compareTo(properties.incompleteTime()) >= 0
          || !attributes.isRegularFile()
          || Completeness.seemsComplete(file, attributes.size());
    } catch (IOException e) {
      return false; // gone, or not ours to read: the next look will tell
    }
  }
}
