package org.countinghouse.database;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a mapper return a bare {@link UUID}, which MyBatis would take for an object to construct.
 */
@Component
@MappedTypes(UUID.class)
class UuidTypeHandler extends BaseTypeHandler<UUID> {

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int position, UUID id, @Nullable JdbcType type)
      throws SQLException {
    statement.setObject(position, id);
  }

  @Override
  public @Nullable UUID getNullableResult(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  @Override
  public @Nullable UUID getNullableResult(ResultSet row, int position) throws SQLException {
    return row.getObject(position, UUID.class);
  }

  @Override
  public @Nullable UUID getNullableResult(CallableStatement call, int position)
      throws SQLException {
    return call.getObject(position, UUID.class);
  }
}
