package org.countinghouse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A permission the code asks for but nobody can hold is a locked room. */
@SystemTest
class PermissionCatalogueTests {

  private static final Pattern PERMISSION =
      Pattern.compile("\"([a-z][a-z-]*\\.[a-z][a-z-]*:[a-z][a-z-]*)\"");

  @Autowired JdbcTemplate jdbc;

  @Test
  void everyPermissionTheCodeNamesExistsAndIsHeldBySomeRole() throws IOException {
    var named = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(
              file ->
                  file.toString()
                      .contains("src/main/java".replace('/', java.io.File.separatorChar)))
          .forEach(
              file ->
                  PERMISSION
                      .matcher(read(file))
                      .results()
                      .map(PermissionCatalogueTests::text)
                      .filter(PermissionCatalogueTests::isOfACapability)
                      .forEach(named::add));
    }

    assertThat(named).isNotEmpty();
    assertThat(
            jdbc.queryForList(
                "select distinct resource || ':' || action from shared.role_permissions",
                String.class))
        .containsAll(named);
  }

  @Test
  void everyPermissionIsHeldBySomeRole() {
    assertThat(
            jdbc.queryForList(
                """
                select resource || ':' || action from shared.permissions
                except select resource || ':' || action from shared.role_permissions""",
                String.class))
        .isEmpty();
  }

  /** Other things are written with a dot and a colon too. */
  private static boolean isOfACapability(String text) {
    String capability = text.substring(0, text.indexOf('.'));
    return Files.isDirectory(Path.of("../core/src/main/java/org/countinghouse", capability));
  }

  private static String text(MatchResult found) {
    return found.group(1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
