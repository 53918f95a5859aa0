package org.countinghouse.routes.journals.saft;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.countinghouse.errors.Finding;
import org.countinghouse.routes.testing.OracleSamples;
import org.countinghouse.routes.xml.SafeXml;
import org.countinghouse.routes.xml.UnsafeXmlException;
import org.countinghouse.routes.xml.XmlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Published files with the figures a separate script counted in them. */
@Tag("oracle")
class SaftOracleTests {

  private final OracleSamples samples = new OracleSamples("ledger");

  @TestFactory
  Stream<DynamicTest> figuresAreThoseCountedElsewhere() {
    return samples.testsOf("expected-saft.csv", row -> () -> figuresAreThoseOf(row));
  }

  private void figuresAreThoseOf(NamedCsvRecord row) throws UnsafeXmlException {
    List<Finding> findings = new ArrayList<>();
    SaftFile file = SaftFile.read(XmlNode.rootOf(SafeXml.parse(samples.bytes(row))), findings);
    SaftStatistics counted = SaftStatistics.of(file);

    assertThat(findings).isEmpty();
    assertThat(file.stated().entries()).isEqualByComparingTo(number(row, "header_entries"));
    assertThat(file.stated().debit()).isEqualByComparingTo(number(row, "header_total_debit"));
    assertThat(file.stated().credit()).isEqualByComparingTo(number(row, "header_total_credit"));
    assertThat(counted.transactions()).isEqualTo(number(row, "transactions").intValueExact());
    assertThat(counted.lines()).isEqualTo(number(row, "lines").intValueExact());
    assertThat(counted.debit()).isEqualByComparingTo(number(row, "sum_debit"));
    assertThat(counted.credit()).isEqualByComparingTo(number(row, "sum_credit"));
    assertThat(counted.unbalancedTransactions())
        .isEqualTo(number(row, "unbalanced_transactions").intValueExact());
    assertThat(counted.accounts()).isEqualTo(number(row, "accounts").intValueExact());
    assertThat(counted.opening()).isEqualByComparingTo(number(row, "sum_opening"));
    assertThat(counted.closing()).isEqualByComparingTo(number(row, "sum_closing"));
    int tying = number(row, "accounts_where_opening+movement=closing").intValueExact();
    assertThat(counted.tyingAccounts()).isEqualTo(tying);
    assertThat(counted.findings())
        .filteredOn(finding -> finding.code().equals("journals.saft-account"))
        .hasSize(counted.accounts() - tying);
  }

  private static BigDecimal number(NamedCsvRecord row, String column) {
    return new BigDecimal(row.getField(column));
  }
}
