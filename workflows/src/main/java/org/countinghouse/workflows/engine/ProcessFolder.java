package org.countinghouse.workflows.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One process with everything that belongs to it.
 *
 * @param area the business area, such as {@code finance}
 * @param key the process key, which is the folder's name
 * @param files everything in it, by name
 */
public record ProcessFolder(String area, String key, List<ProcessFile> files) {

  /** What the engine reads; everything else in a folder is for people and tests. */
  private static final Set<String> DEPLOYED = Set.of("bpmn", "dmn", "form", "html");

  static ProcessFolder of(String path, List<ProcessFile> files) {
    int slash = path.indexOf('/');
    return new ProcessFolder(
        path.substring(0, slash),
        path.substring(slash + 1),
        files.stream().sorted(Comparator.comparing(ProcessFile::name)).toList());
  }

  /** Area and key, such as {@code finance/invoice-sign-off}. */
  public String path() {
    return area + "/" + key;
  }

  /** The files the engine gets, which together are one deployment. */
  public List<ProcessFile> deployed() {
    return files.stream().filter(file -> DEPLOYED.contains(file.extension())).toList();
  }
}
