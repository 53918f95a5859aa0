package org.countinghouse.workflows.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;

/**
 * One file of a process folder.
 *
 * @param name its path within the folder, the same in a folder and in a jar, so that {@code
 *     embedded:deployment:forms/approve.html} finds it
 */
public record ProcessFile(String name, Resource resource) {

  /** What follows the last dot of the name. */
  public String extension() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The content. */
  public byte[] bytes() {
    try {
      return resource.getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
