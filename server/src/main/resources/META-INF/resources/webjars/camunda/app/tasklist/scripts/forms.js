// The task forms of Countinghouse. A form's HTML names one and hands it over:
//   <form role="form" name="taskForm" class="ch-form"> … Countinghouse.mount('approval', camForm, $scope);
// What a form shows comes from /api in the user's session; what it sends are a few variables, which the
// server checks against the database before anything counts.
import { t, el, user } from './forms-kit.js';
import { approval, answer, appoint } from './forms-approval.js';
import { codeInvoice, clarifyInvoice, resolveException, reviewPosting } from './forms-payables.js';
import { completeSupplier, requestSupplier } from './forms-suppliers.js';
import { settleOpenItems, reviewTrialBalance, startPeriodClose, startPeriodReopen, signOffItem, settleCertification } from './forms-close.js';
import { startGroupClose, settleGroupFindings, reviewGroupClose } from './forms-consolidation.js';
import { enterJournal, correctJournal } from './forms-journals.js';
import { enterOrder, placeOrder, reworkOrder } from './forms-orders.js';
import { resolveMatch } from './forms-matching.js';
import { t as approver } from './forms-approval-sheet.js';
import { startPaymentRun, reviewPaymentRun, settleRejection } from './forms-payments.js';
import { explainBankEntries } from './forms-bank.js';
import { receiveGoods, returnGoods, decideOverDelivery, settleResponse } from './forms-receipts.js';
import * as kit from './forms-kit.js';

const forms = { approval, answer, appoint, codeInvoice, clarifyInvoice, resolveException, reviewPosting, completeSupplier, requestSupplier,
  settleOpenItems, reviewTrialBalance, startPeriodClose, startPeriodReopen, signOffItem, settleCertification, enterJournal, correctJournal,
  startGroupClose, settleGroupFindings, reviewGroupClose, enterOrder, placeOrder, reworkOrder, resolveMatch,
  startPaymentRun, reviewPaymentRun, settleRejection, explainBankEntries,
  receiveGoods, returnGoods, decideOverDelivery, settleResponse };

/** Adds a form of another process: async form => [nodes]. See docs/how-to/add-a-process.md. */
function define(name, build) { forms[name] = build; }

function mount(name, camForm, $scope) {
  const root = camForm.formElement[0].querySelector('.ch-mount');
  const declared = [];
  const form = {
    taskId: camForm.taskId,
    ready: () => true,
    values: () => ({}),
    /** the variables the form will send */
    declares: (...names) => declared.push(...names),
    /** a variable of the process, fetched with the form */
    read: variable => camForm.variableManager.variables[variable]?.value,
    /** call after anything changed: enables “Complete” */
    check: () => { $scope.ready = form.ready() || undefined; $scope.$applyAsync(); }
  };
  $scope.ready = undefined;
  root.replaceChildren(el('p.ch-muted', {}, t('loading')));
  camForm.on('form-loaded', () => ['postingErrorText', 'orderErrorText'].forEach(name => camForm.variableManager.fetchVariable(name)));
  camForm.on('submit', event => {
    if (!form.ready()) { event.submitPrevented = true; return; }
    const values = form.values();
    declared.forEach(variable => camForm.variableManager.createVariable({ name: variable, type: 'String', value: values[variable] ?? null }));
  });
  camForm.on('submit-failed', () => declared.forEach(variable => { delete camForm.variableManager.variables[variable]; }));
  camForm.on('variables-fetched', async () => {
    try {
      form.user = await user();
      // seen only as long as nobody took the task, see user-styles.css
      const claimFirst = el('p.ch-notice.ch-change.ch-claim', {}, t('claimFirst'));
      root.replaceChildren(claimFirst, ...(await forms[name](form)).filter(Boolean));
      form.check();
    } catch (error) {
      console.error(error);
      root.replaceChildren(el('p.ch-notice.ch-bad', { role: 'alert' }, t('failed') + error.message));
    }
  });
}

window.Countinghouse = { mount, define, kit };

/** The pages for approvers, in Tasklist's own navigation. */
const link = (id, priority, key, href) => ({
  id, priority, pluginPoint: 'tasklist.navbar.action',
  render: async node => {
    await user().catch(() => null);
    node.replaceChildren(el('a.ch-nav', { href }, approver(key)));
  },
  unmount: () => {}
});
export default [link('ch-several', 20, 'several', '/approvals'), link('ch-substitutes', 10, 'substitutes', '/substitutes')];
