package org.countinghouse.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countinghouse.errors.Finding;
import org.countinghouse.payables.InvoiceDetails;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.payables.spi.InvoiceBackground;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells whoever codes or approves an invoice what its order says. */
@Component
class OrderBackground implements InvoiceBackground {

  private final Matching matching;

  /**
   * @param matching lazily: it uses payables, who ask us
   */
  OrderBackground(@Lazy Matching matching) {
    this.matching = matching;
  }

  @Override
  public Map<Integer, LineCoding> coding(InvoiceDetails details) {
    return matching
        .find(details.invoice().id())
        .map(match -> matching.proposal(details, match))
        .orElse(Map.of());
  }

  @Override
  public List<Finding> remarks(InvoiceDetails details) {
    List<Finding> findings = new ArrayList<>();
    matching
        .find(details.invoice().id())
        .ifPresent(
            match -> {
              match.remarks().forEach(remark -> findings.add(finding(remark, match)));
            });
    return findings;
  }

  /** What was decided about it is said with it. */
  private static Finding finding(Remark remark, Match match) {
    String decided =
        match.decisions().stream()
            .filter(decision -> Objects.equals(decision.position(), remark.position()))
            .filter(decision -> remark.effect() != Effect.NOTE)
            .findFirst()
            .map(
                decision ->
                    " [%s by %s: %s]"
                        .formatted(decision.kind(), decision.decidedBy(), decision.reason()))
            .orElse("");
    return new Finding(
        remark.difference().id(),
        remark.position() == null ? "order" : remark.position().toString(),
        remark.text() + decided);
  }
}
