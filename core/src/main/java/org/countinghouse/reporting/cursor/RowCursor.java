package org.countinghouse.reporting.cursor;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Runs a query and hands over its rows as the server sends them, some thousand at a time. Mapping
 * by reflection costs more per row than all the rest of an export, so the rows come raw. Only in a
 * transaction: without one the driver fetches everything at once.
 */
@Component
public class RowCursor {

  private static final int FETCH_ROWS = 5_000;

  private final NamedParameterJdbcTemplate jdbc;

  RowCursor(DataSource dataSource) {
    JdbcTemplate template = new JdbcTemplate(dataSource);
    template.setFetchSize(FETCH_ROWS);
    this.jdbc = new NamedParameterJdbcTemplate(template);
  }

  /** Hands over each row of the query. */
  public void forEach(String sql, Map<String, ?> parameters, RowCallbackHandler rows) {
    jdbc.query(sql, parameters, rows);
  }
}
