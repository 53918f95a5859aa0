package org.countinghouse.server;

import org.countinghouse.server.cli.CommandLineEntry;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole system in one JVM. */
@SpringBootApplication(scanBasePackages = "org.countinghouse")
@EnableScheduling
public class CountinghouseApplication {

  /** Without a command the server is started; see {@code --help} for the others. */
  public static void main(String[] args) {
    CommandLineEntry.run(args);
  }
}
