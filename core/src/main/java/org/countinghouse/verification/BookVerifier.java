package org.countinghouse.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Runs every check of {@code db/verify/} over the whole database. */
@Service
public class BookVerifier {

  /** So many violations of one check are listed. */
  public static final int LISTED_MAX = 100;

  private static final String FOLDER = "db/verify/";

  private final JdbcTemplate jdbc;
  private final List<Check> checks;

  BookVerifier(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.checks = load();
  }

  /**
   * Runs all checks on one snapshot of the database.
   *
   * @return one result per check, by name; every one must hold
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<CheckResult> verify() {
    return checks.stream().map(this::run).toList();
  }

  private CheckResult run(Check check) {
    List<String> violations = new ArrayList<>();
    boolean isComplete =
        Boolean.TRUE.equals(
            jdbc.query(
                check.sql(),
                (ResultSetExtractor<Boolean>)
                    rows -> {
                      while (rows.next()) {
                        if (violations.size() == LISTED_MAX) {
                          return false;
                        }
                        violations.add(line(rows));
                      }
                      return true;
                    }));
    return new CheckResult(check.name(), check.proves(), violations, isComplete);
  }

  private static String line(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    List<String> fields = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      fields.add(columns.getColumnLabel(i) + "=" + row.getString(i));
    }
    return String.join(" ", fields);
  }

  private static List<Check> load() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + FOLDER + "**/*.sql");
      return Arrays.stream(files).map(Check::of).sorted(Comparator.comparing(Check::name)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + FOLDER, e);
    }
  }

  private record Check(String name, String proves, String sql) {

    static Check of(Resource file) {
      try {
        String path = file.getURL().getPath();
        String name = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
        String sql = file.getContentAsString(StandardCharsets.UTF_8);
        String proves =
            sql.lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining(" "));
        if (proves.isEmpty()) {
          throw new IllegalStateException(name + " must say in its first line what it proves");
        }
        return new Check(name.substring(0, name.length() - ".sql".length()), proves, sql);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
  }
}
