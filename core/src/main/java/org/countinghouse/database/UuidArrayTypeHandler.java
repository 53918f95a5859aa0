package org.countinghouse.database;

import org.apache.ibatis.type.ArrayTypeHandler;

/**
 * Hands {@code UUID[]} to the database as {@code uuid[]}, so that a statement takes any number of
 * ids in one parameter. Named in mappers: {@code #{ids,
 * typeHandler=org.countinghouse.database.UuidArrayTypeHandler}}.
 */
public final class UuidArrayTypeHandler extends ArrayTypeHandler {

  @Override
  protected String resolveTypeName(Class<?> type) {
    return "uuid";
  }
}
