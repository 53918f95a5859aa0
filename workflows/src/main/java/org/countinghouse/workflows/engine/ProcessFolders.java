package org.countinghouse.workflows.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The process folders on the class path: {@code bpmn/<area>/<process-key>/**}. Adding a folder adds
 * a process; nothing names it elsewhere.
 */
public final class ProcessFolders {

  private static final String PATTERN = "classpath*:bpmn/*/*/**/*.*";
  private static final Pattern PLACE =
      Pattern.compile(".*/bpmn/(?<area>[^/]+)/(?<key>[^/]+)/(?<name>.+)");

  private ProcessFolders() {}

  /** All folders, by area and key. */
  public static List<ProcessFolder> list() {
    SortedMap<String, List<ProcessFile>> folders = new TreeMap<>();
    for (Resource resource : resources()) {
      Matcher place = PLACE.matcher(url(resource));
      if (place.matches()) {
        folders
            .computeIfAbsent(
                place.group("area") + "/" + place.group("key"), unused -> new ArrayList<>())
            .add(new ProcessFile(place.group("name"), resource));
      }
    }
    return folders.entrySet().stream()
        .map(folder -> ProcessFolder.of(folder.getKey(), folder.getValue()))
        .toList();
  }

  private static Resource[] resources() {
    try {
      return new PathMatchingResourcePatternResolver().getResources(PATTERN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(Resource resource) {
    try {
      return resource.getURL().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
