package org.countinghouse.server.security.oauth;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowMapper;

/**
 * Spring Authorization Server writes its table names into its statements and has no setting for a
 * schema; here they get ours.
 */
final class SharedSchemaTemplate extends JdbcTemplate {

  SharedSchemaTemplate(DataSource database) {
    super(database);
  }

  @Override
  public <T> List<T> query(
      String sql, @Nullable PreparedStatementSetter setter, RowMapper<T> mapper) {
    return super.query(qualified(sql), setter, mapper);
  }

  @Override
  public <T> List<T> query(
      String sql, RowMapper<T> mapper, @Nullable Object @Nullable ... arguments) {
    return super.query(qualified(sql), mapper, arguments);
  }

  @Override
  public int update(String sql, @Nullable PreparedStatementSetter setter) {
    return super.update(qualified(sql), setter);
  }

  @Override
  public <T> @Nullable T queryForObject(
      String sql, Class<T> type, @Nullable Object @Nullable ... arguments) {
    return super.queryForObject(qualified(sql), type, arguments);
  }

  private static String qualified(String sql) {
    return sql.replace(" oauth2_", " shared.oauth2_");
  }
}
