package org.countinghouse.exchange;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** States stand in tables by their code, so that plain SQL reads like the documentation. */
@Component
@MappedTypes(InboxState.class)
class InboxStateHandler extends BaseTypeHandler<InboxState> {

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, InboxState state, @Nullable JdbcType type)
      throws SQLException {
    statement.setString(index, state.code());
  }

  @Override
  public @Nullable InboxState getNullableResult(ResultSet row, String column) throws SQLException {
    return state(row.getString(column));
  }

  @Override
  public @Nullable InboxState getNullableResult(ResultSet row, int column) throws SQLException {
    return state(row.getString(column));
  }

  @Override
  public @Nullable InboxState getNullableResult(CallableStatement call, int column)
      throws SQLException {
    return state(call.getString(column));
  }

  private static @Nullable InboxState state(@Nullable String code) {
    return code == null ? null : InboxState.ofCode(code);
  }
}
