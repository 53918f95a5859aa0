package org.countinghouse.server.api.allocations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.countinghouse.allocations.StatisticImport;
import org.countinghouse.allocations.Statistics;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The figures costs are allocated by: people, square metres. */
@RestController
@RequestMapping("/api/allocations/statistics")
class StatisticController {

  private static final String READ = "allocations.rule:read";
  private static final String REPORT = "allocations.statistic:report";

  private final Statistics statistics;
  private final StatisticImport imports;

  StatisticController(Statistics statistics, StatisticImport imports) {
    this.statistics = statistics;
    this.imports = imports;
  }

  /** What is to be counted. */
  record StatisticBody(
      @NotBlank @Size(max = 20) String code,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 50) String unit) {}

  /** A value of a cost centre, valid from a month on. */
  record ValueBody(
      @NotBlank String costCentre,
      @NotNull YearMonth validFrom,
      @NotNull @PositiveOrZero BigDecimal quantity) {}

  /** How many values were taken. */
  record Taken(int values) {}

  /** What is counted. */
  @GetMapping
  List<Statistics.Statistic> list(@RequestParam String organization, Caller caller) {
    return statistics.list(caller.organization(organization, READ).id());
  }

  /** Adds something to count. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  void create(
      @RequestParam String organization, @RequestBody @Valid StatisticBody wanted, Caller caller) {
    Organization where = caller.organization(organization, REPORT);
    statistics.create(
        where.id(),
        new Statistics.Statistic(wanted.code(), wanted.name(), wanted.unit()),
        caller.actor());
  }

  /** The values valid in a month. */
  @GetMapping("/{code}/values")
  List<Statistics.Value> values(
      @PathVariable String code,
      @RequestParam String organization,
      @RequestParam YearMonth period,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return statistics.values(where.id(), code, period);
  }

  /** Takes values. */
  @PostMapping("/{code}/values")
  Taken report(
      @PathVariable String code,
      @RequestParam String organization,
      @RequestBody @Valid @NotNull List<@Valid @NotNull ValueBody> wanted,
      Caller caller) {
    Organization where = caller.organization(organization, REPORT);
    statistics.report(
        where.id(),
        wanted.stream()
            .map(
                value ->
                    new Statistics.Value(
                        code, value.costCentre(), value.validFrom(), value.quantity()))
            .toList(),
        caller.actor());
    return new Taken(wanted.size());
  }

  /** Takes the values of a CSV file or workbook, all or none. */
  @PostMapping(path = "/imports", consumes = MediaType.ALL_VALUE)
  Taken importFile(@RequestParam String organization, @RequestBody byte[] content, Caller caller) {
    Organization where = caller.organization(organization, REPORT);
    return new Taken(imports.run(where.id(), content, caller.actor()));
  }
}
