// The forms of the processes "invoice-sign-off" and "supplier-change".
import { t, el, get, put, money, date, instant, section, choices, field, select } from './forms-kit.js';
import { headline, warningList, particulars, lineTable, coded, totals, documentLink } from './forms-invoice.js';

const invoiceOf = form => get(`/api/payables/tasks/${form.taskId}/invoice`);

const notes = invoice => (invoice.notes.length ? section(t('notes'), el('ol.ch-history', {}, invoice.notes.map(note =>
  el('li.ch-question', {}, el('div', {}, el('strong', {}, note.writtenBy)), el('time', {}, instant(note.writtenAt)), el('blockquote.ch-quote', {}, note.text))))) : null);

const area = (form, rows = 3) => el('textarea.form-control', { rows, maxlength: 2000, oninput: () => form.check() });
const long = node => node.value.trim().length >= 3;

/** What the domain refuses, line by line. */
function problems(error) {
  const findings = error.problem?.findings ?? error.problem?.errors ?? [];
  return el('div.ch-notice.ch-bad', { role: 'alert' }, el('p', {}, error.message),
    findings.length ? el('ul', {}, findings.map(finding => el('li', {}, finding.message))) : null);
}

function codingTable(invoice, options, onEdit) {
  const accounts = options.accounts.map(account => ({ value: account.code, label: `${account.code} ${account.name}` }));
  const centres = options.costCentres.map(centre => ({ value: centre.code, label: `${centre.code} ${centre.name}` }));
  const rows = new Map();
  const start = line => line.coding ?? line.proposal ?? {};
  const fitting = line => options.taxCodes
    .filter(code => code.category === line.taxCategory && Number(code.rate) === Number(line.taxRate ?? 0))
    .map(code => ({ value: code.code, label: `${code.code} ${code.name}` }));
  const edit = (node, label) => { node.addEventListener('change', onEdit); node.setAttribute('aria-label', label); return node; };
  const table = lineTable(invoice, [t('account'), t('costCentre'), t('taxCode')], line => {
    const value = start(line);
    const row = {
      account: edit(select(accounts, value.account), t('account')),
      costCentre: edit(select(centres, value.costCentre, t('none')), t('costCentre')),
      taxCode: edit(select(fitting(line), value.taxCode), t('taxCode'))
    };
    rows.set(line.position, row);
    return [el('td.ch-edit', {}, row.account), el('td.ch-edit', {}, row.costCentre), el('td.ch-edit', {}, row.taxCode)];
  });
  const forAll = (options, name, label) => {
    const node = select(options, '', label);
    node.addEventListener('change', () => { if (node.value) rows.forEach(row => { row[name].value = node.value; }); onEdit(); });
    return node;
  };
  const all = invoice.lines.length > 1 ? el('div.ch-all', {}, el('span', {}, t('allLines')),
    forAll(accounts, 'account', t('account')), forAll(centres, 'costCentre', t('costCentre'))) : null;
  const lines = () => Object.fromEntries([...rows].map(([position, row]) => [position,
    { account: row.account.value, costCentre: row.costCentre.value || null, taxCode: row.taxCode.value }]));
  return { table, all, lines };
}

/** The clerk says where each line goes, has something clarified, or returns the invoice. */
export async function codeInvoice(form) {
  const invoice = await invoiceOf(form);
  const [options, course] = await Promise.all([
    get('/api/payables/coding-options?organization=' + encodeURIComponent(invoice.organization)),
    get(`/api/approvals/subjects/supplier-invoice/${invoice.id}`).catch(() => null)]);
  const rejection = course?.decisions.filter(decision => decision.verdict === 'REJECTED').pop();
  let saved = false, outcome = null;
  const status = el('div', { 'aria-live': 'polite' });
  const text = area(form);
  const textField = el('div', { hidden: true });
  const touched = () => { saved = false; status.replaceChildren(); form.check(); };
  const { table, all, lines } = codingTable(invoice, options, touched);
  const posting = el('input.form-control', { type: 'date', value: invoice.postingDate, onchange: touched });
  const due = el('input.form-control', { type: 'date', value: invoice.dueOn, onchange: touched });
  const foreign = invoice.currency !== invoice.baseCurrency;
  const rate = el('input.form-control', { type: 'text', inputmode: 'decimal', value: invoice.baseRate, placeholder: invoice.proposedRate ? `${invoice.proposedRate.rate} (${invoice.proposedRate.source}, ${invoice.proposedRate.publishedOn})` : '', oninput: touched });
  const save = el('button.btn.btn-primary', { type: 'button', onclick: async () => {
    status.replaceChildren(el('p.ch-muted', {}, t('saving')));
    try {
      await put(`/api/payables/invoices/${invoice.id}/coding`, { lines: lines(), postingDate: posting.value, dueOn: due.value || null, baseRate: foreign ? rate.value.trim().replace(',', '.') || null : null });
      saved = true;
      status.replaceChildren(el('p.ch-notice.ch-good', {}, t('saved')));
    } catch (error) { status.replaceChildren(problems(error)); }
    form.check();
  } }, t('save'));
  const choose = value => {
    outcome = value;
    textField.hidden = value === 'CODED';
    textField.replaceChildren(value === 'CODED' ? '' : field(t(value === 'CLARIFY' ? 'clarifyText' : 'returnText'), text));
    form.check();
  };
  form.declares('codingOutcome', 'text');
  form.ready = () => (outcome === 'CODED' ? saved : !!outcome && long(text));
  form.values = () => ({ codingOutcome: outcome, text: outcome === 'CODED' ? null : text.value.trim() });
  return [headline(invoice), el('p.ch-why', {}, t('codeHint')),
    rejection ? el('section.ch-notice.ch-bad', {}, t('rejectedBefore', { name: rejection.decidedBy, reason: rejection.reason })) : null,
    warningList(invoice), particulars(invoice), notes(invoice), table, all,
    el('div.ch-row', {}, field(t('postingDate'), posting), field(t('due'), due), foreign ? field(t('baseRate', { currency: invoice.currency, base: invoice.baseCurrency }), rate) : null),
    el('div.ch-row', {}, save, status), totals(invoice),
    el('section.ch-section.ch-decide', {}, el('h4', {}, t('what')), choices('codingOutcome', [
      { value: 'CODED', tone: 'good', label: t('send'), hint: t('sendHint') },
      { value: 'CLARIFY', tone: 'plain', label: t('clarify'), hint: t('clarifyHint') },
      { value: 'REJECT', tone: 'bad', label: t('giveBack'), hint: t('giveBackHint') }], choose), textField, el('p.ch-muted', {}, t('complete')))];
}

export async function clarifyInvoice(form) {
  const invoice = await invoiceOf(form);
  const text = area(form, 4);
  form.declares('text');
  form.ready = () => long(text);
  form.values = () => ({ text: text.value.trim() });
  return [headline(invoice), warningList(invoice), notes(invoice),
    el('div.ch-decide', {}, field(t('clarificationText'), text), el('p.ch-muted', {}, t('complete'))),
    particulars(invoice), lineTable(invoice, [], () => []), totals(invoice)];
}

export async function resolveException(form) {
  const invoice = await invoiceOf(form);
  const first = invoice.duplicateOf ? await get('/api/payables/invoices/' + invoice.duplicateOf).catch(() => null) : null;
  const held = invoice.state === 'DUPLICATE';
  const blocked = invoice.supplier.state === 'BLOCKED';
  const text = area(form);
  let outcome = null;
  form.declares('exceptionOutcome', 'text');
  form.ready = () => !!outcome && (long(text) || (outcome === 'GO_ON' && !held));
  form.values = () => ({ exceptionOutcome: outcome, text: text.value.trim() });
  return [headline(invoice),
    el('section.ch-notice.ch-warn', {}, el('h4', {}, t('exception')),
      el('p', {}, t(held ? 'exceptionDuplicate' : blocked ? 'exceptionBlocked' : 'exceptionNone')),
      first ? el('p', {}, t('openFirst', { number: `${first.documentNumber}, ${date(first.issuedOn)}, ${money(first.totals.payable)}` }), ' ', documentLink(first)) : null),
    particulars(invoice), lineTable(invoice, [], () => []), totals(invoice),
    el('section.ch-section.ch-decide', {}, el('h4', {}, t('yourDecision')), choices('exceptionOutcome', [
      { value: 'GO_ON', tone: 'good', label: t('goOn'), hint: t(held ? 'goOnDuplicate' : 'goOnBlocked') },
      { value: 'REJECT', tone: 'bad', label: t('refuse'), hint: t('giveBackHint') }], value => { outcome = value; form.check(); }),
    field(t('reason'), text), el('p.ch-muted', {}, t('complete')))];
}

export async function reviewPosting(form) {
  const invoice = await invoiceOf(form);
  const refused = form.read('postingErrorText');
  const day = el('input.form-control', { type: 'date', value: invoice.postingDate, onchange: () => form.check() });
  const dayField = el('div', { hidden: true }, field(t('newDate'), day));
  let outcome = null;
  form.declares('reviewOutcome', 'postingDate');
  form.ready = () => outcome === 'CODE_AGAIN' || (outcome === 'POST_AGAIN' && !!day.value);
  form.values = () => ({ reviewOutcome: outcome, postingDate: outcome === 'POST_AGAIN' ? day.value : null });
  return [headline(invoice), el('section.ch-notice.ch-bad', {}, el('h4', {}, t('review')), el('p', {}, refused ?? '')),
    particulars(invoice), lineTable(invoice, [t('account'), t('costCentre'), t('taxCode')], coded), totals(invoice),
    el('section.ch-section.ch-decide', {}, el('h4', {}, t('yourDecision')), choices('reviewOutcome', [
      { value: 'POST_AGAIN', tone: 'good', label: t('reviewAgain'), hint: t('reviewAgainHint') },
      { value: 'CODE_AGAIN', tone: 'plain', label: t('reviewCode'), hint: t('reviewCodeHint') }],
    value => { outcome = value; dayField.hidden = value !== 'POST_AGAIN'; form.check(); }), dayField, el('p.ch-muted', {}, t('complete')))];
}
