package org.countinghouse.routes.statistics.table;

import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.allocations.StatisticImport;
import org.countinghouse.allocations.Statistics;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.routes.tables.TableDocuments;
import org.springframework.stereotype.Component;

/** Takes the values of a file, all or none. */
@Component
class StatisticTableHandler implements DocumentHandler<List<Statistics.Value>> {

  private final StatisticImport imports;
  private final Statistics statistics;

  StatisticTableHandler(StatisticImport imports, Statistics statistics) {
    this.imports = imports;
    this.statistics = statistics;
  }

  @Override
  public String channel() {
    return "statistics";
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return TableDocuments.looksLikeTable(document);
  }

  @Override
  public Reading<List<Statistics.Value>> read(IncomingDocument document) {
    return TableDocuments.read(
        () -> {
          List<Statistics.Value> values = imports.read(document.organizationId(), document.bytes());
          return Reading.of(values, values.size() + " statistical values", List.of());
        });
  }

  @Override
  public Outcome apply(IncomingDocument document, List<Statistics.Value> values) {
    statistics.report(document.organizationId(), values, Actor.system("inbox"));
    return Outcome.accepted();
  }
}
