package org.countinghouse.workflows.closesignoff;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.close.SignOffs;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/** On completing "Sign off": the domain takes the signature, or says why it does not. */
@Component("takeCloseSignOff")
class TakeCloseSignOff implements TaskListener {

  private final SignOffs signOffs;
  private final SignedOffItem signedOff;
  private final CurrentUser user;

  TakeCloseSignOff(SignOffs signOffs, SignedOffItem signedOff, CurrentUser user) {
    this.signOffs = signOffs;
    this.signedOff = signedOff;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    var variables = new CloseSignOffVariables(task.getExecution());
    SignedOffItem.Place place = signedOff.of(task.getExecution());
    signOffs.signOff(
        place.closing().id(),
        place.itemKey(),
        variables.note(),
        variables.documentId().orElse(null),
        user.require());
  }
}
