package org.countinghouse.server.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version written into the jar's manifest by the build. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "countinghouse "
          + Objects.requireNonNullElse(
              Version.class.getPackage().getImplementationVersion(), "built from a checkout")
    };
  }
}
