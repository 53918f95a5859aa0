package org.countinghouse.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactChangeTests {

  @Test
  void tellsWhatIsOtherNewAndGone() {
    List<Fact> before =
        List.of(Fact.of("line.net", 1, "10.00 EUR"), Fact.of("line.net", 2, "5.00 EUR"));
    List<Fact> after =
        List.of(Fact.of("line.net", 1, "12.00 EUR"), Fact.of("line.net", 3, "1.00 EUR"));
    assertThat(FactChange.between(before, after))
        .containsExactly(
            new FactChange("line.net", "1", "10.00 EUR", "12.00 EUR"),
            new FactChange("line.net", "3", null, "1.00 EUR"),
            new FactChange("line.net", "2", "5.00 EUR", null));
  }

  @Test
  void noTextCanShiftFromOneFactIntoAnother() {
    assertThat(ContentHash.of(List.of(new Fact("a", "b", "c"))))
        .isNotEqualTo(ContentHash.of(List.of(new Fact("a", "bc", ""))))
        .isNotEqualTo(ContentHash.of(List.of(new Fact("ab", "", "c"))))
        .hasSize(64);
  }
}
