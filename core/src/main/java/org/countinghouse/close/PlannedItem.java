package org.countinghouse.close;

import java.util.Set;
import org.countinghouse.close.spi.ClosingRoutine;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.close.spi.ReadinessCheck.Title;

/** An item of a checklist before anybody looked at it, whoever does it. */
sealed interface PlannedItem {

  String key();

  Title title();

  String owner();

  Set<String> after();

  ChecklistItem.Kind kind();

  /** A module is asked. */
  record Asked(ReadinessCheck check) implements PlannedItem {
    @Override
    public String key() {
      return check.key();
    }

    @Override
    public Title title() {
      return check.title();
    }

    @Override
    public String owner() {
      return check.owner();
    }

    @Override
    public Set<String> after() {
      return check.after();
    }

    @Override
    public ChecklistItem.Kind kind() {
      return ChecklistItem.Kind.CHECK;
    }
  }

  /** A job does it. */
  record Run(ClosingRoutine routine) implements PlannedItem {
    @Override
    public String key() {
      return routine.key();
    }

    @Override
    public Title title() {
      return routine.title();
    }

    @Override
    public String owner() {
      return routine.owner();
    }

    @Override
    public Set<String> after() {
      return routine.after();
    }

    @Override
    public ChecklistItem.Kind kind() {
      return ChecklistItem.Kind.ROUTINE;
    }
  }

  /** A person signs it off. */
  record Signed(ManualItem item) implements PlannedItem {
    @Override
    public String key() {
      return item.key();
    }

    @Override
    public Title title() {
      return item.title();
    }

    @Override
    public String owner() {
      return item.owner();
    }

    @Override
    public Set<String> after() {
      return Set.copyOf(item.after());
    }

    @Override
    public ChecklistItem.Kind kind() {
      return ChecklistItem.Kind.MANUAL;
    }
  }
}
