package org.countinghouse.journals;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.approvals.Fact;
import org.countinghouse.journals.JournalComposer.Composed;
import org.jspecify.annotations.Nullable;

/** Everything of a manual journal whose change needs a new approval, in the order it is shown. */
final class ManualJournalFacts {

  private ManualJournalFacts() {}

  static List<Fact> of(ManualJournal journal, @Nullable Schedule schedule, Composed composed) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("journal.postingDate", journal.postingDate()));
    facts.add(Fact.of("journal.description", journal.description()));
    facts.add(Fact.of("journal.total", composed.total()));
    add(facts, "journal.reverseOn", "", journal.reverseOn());
    add(facts, "journal.document", "", journal.documentId());
    if (schedule != null) {
      add(facts, schedule);
    }
    for (int i = 0; i < composed.lines().size(); i++) {
      add(facts, Integer.toString(i + 1), composed.lines().get(i));
    }
    return facts;
  }

  private static void add(List<Fact> facts, Schedule schedule) {
    facts.add(Fact.of("journal.frequency", schedule.frequency()));
    facts.add(Fact.of("journal.every", schedule.every()));
    facts.add(Fact.of("journal.monthEnd", schedule.monthEnd()));
    facts.add(Fact.of("journal.dayRule", schedule.dayRule()));
    add(facts, "journal.lastOn", "", schedule.lastOn());
    facts.add(Fact.of("journal.reverses", schedule.reverses()));
  }

  private static void add(List<Fact> facts, String item, ManualLine line) {
    facts.add(Fact.of("line.account", item, line.account()));
    facts.add(Fact.of("line.amount", item, line.amount()));
    if (!line.inBase().equals(line.amount())) {
      facts.add(Fact.of("line.baseAmount", item, line.inBase()));
    }
    add(facts, "line.costCentre", item, line.costCentre());
    add(facts, "line.project", item, line.project());
    add(facts, "line.taxCode", item, line.taxCode());
    add(facts, "line.text", item, line.text());
  }

  private static void add(List<Fact> facts, String kind, String item, @Nullable Object value) {
    if (value != null) {
      facts.add(Fact.of(kind, item, value));
    }
  }
}
