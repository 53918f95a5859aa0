package org.countinghouse.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tells every connection it hands out which organizations the row-level policies may show. */
final class ScopedDataSource extends DelegatingDataSource {

  /** What each physical connection was told last: saying it again would cost a round trip. */
  private final Map<PGConnection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

  ScopedDataSource(DataSource pool) {
    super(pool);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      tell(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void tell(Connection connection) throws SQLException {
    String scope = OrganizationScope.current();
    PGConnection physical = connection.unwrap(PGConnection.class);
    if (scope.equals(told.get(physical))) {
      return;
    }
    told.remove(physical);
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('countinghouse.organizations', ?, false)")) {
      statement.setString(1, scope);
      statement.execute();
    }
    told.put(physical, scope);
  }
}
