// The forms of the process "approval": decide, answer, enable somebody to decide.
import { t, el, get, money, date, instant, role, section, pairs, choices, field, factValue } from './forms-kit.js';
import { closeSubjects } from './forms-close.js';
import { groupSubjects } from './forms-consolidation.js';
import { journalSubjects } from './forms-journals.js';
import { supplierSubjects } from './forms-suppliers.js';
import { orderSubjects } from './forms-orders.js';
import { headline, particulars, lineTable, coded, totals } from './forms-invoice.js';
import { noticeList, budgetTable, difference, documents } from './forms-approval-sheet.js';

/** How a subject shows itself; one without an entry is shown by its facts. */
const subjects = {
  ...closeSubjects,
  ...journalSubjects,
  ...orderSubjects,
  ...groupSubjects,
  ...supplierSubjects,
  'supplier-invoice': async view => {
    const invoice = await get('/api/payables/invoices/' + view.subjectId);
    return { head: headline(invoice), body: [particulars(invoice),
      lineTable(invoice, [t('account'), t('costCentre'), t('taxCode')], coded), totals(invoice)] };
  }
};

const plainHead = view => el('header.ch-head', {},
  el('div', {}, el('h3', {}, view.title), el('p', {}, view.reference)),
  view.amount ? el('div.ch-sum', {}, el('strong', {}, money(view.amount))) : null);

const factLabel = fact => t('fact.' + fact.kind, { item: fact.item }).replace(/^fact\./, '');

const facts = view => section(t('facts'), pairs(view.facts.map(fact => [factLabel(fact), factValue(fact.value)])));

const person = (view, username) => view.names[username] ?? username;

function why(view) {
  if (!view.why) return el('p.ch-why', {}, t('notAsked'));
  const values = { role: role(view.why.role), level: view.why.level, levels: view.levels.length, name: person(view, view.why.onBehalfOf) };
  const others = view.asked.filter(name => name !== view.me).map(name => person(view, name));
  return el('p.ch-why', {},
    t(view.why.onBehalfOf ? 'whyFor' : 'whyRole', values), ' ',
    view.why.limit ? t('whyLimit', { limit: money(view.why.limit) }) + ' ' : '',
    view.makers.length ? t('preparedBy', { names: view.makers.map(name => person(view, name)).join(', ') }) + '. ' : '',
    others.length ? t('alsoAsked', { names: others.join(', ') }) : '');
}

function history(view) {
  const entries = [
    ...view.decisions.map(decision => ({ at: decision.decidedAt, tone: decision.verdict.toLowerCase(),
      line: [el('strong', {}, person(view, decision.decidedBy)), ' ', t(decision.verdict === 'APPROVED' ? 'decidedApproved' : 'decidedRejected'),
        decision.onBehalfOf ? ' ' + t('forName', { name: person(view, decision.onBehalfOf) }) : '', ` · ${t('level', { level: decision.level })}, ${role(decision.role)}`,
        decision.requestId === view.id ? '' : ` · ${t('superseded')}`], text: decision.reason })),
    ...view.questions.flatMap(question => [
      { at: question.askedAt, tone: 'question', line: [el('strong', {}, person(view, question.askedBy)), ' ', t('asked')], text: question.question },
      question.answeredAt ? { at: question.answeredAt, tone: 'answer', line: [el('strong', {}, person(view, question.answeredBy)), ' ', t('answered')], text: question.answer } : null])
  ].filter(Boolean).sort((a, b) => a.at.localeCompare(b.at));
  return section(t('history'), entries.length
    ? el('ol.ch-history', {}, entries.map(entry => el('li.ch-' + entry.tone, {},
      el('div', {}, ...entry.line), el('time', {}, instant(entry.at)), entry.text ? el('blockquote.ch-quote', {}, entry.text) : null)))
    : el('p.ch-muted', {}, t('noHistory')));
}

async function subject(view) {
  const show = subjects[view.subjectType];
  return show ? show(view) : { head: plainHead(view), body: [facts(view)] };
}

/** Approve, reject with a reason, or ask whoever prepared it. */
export async function approval(form) {
  const view = await get('/api/approvals/tasks/' + form.taskId);
  view.me = form.user.username;
  const { head, body } = await subject(view);
  const text = el('textarea.form-control', { rows: 3, maxlength: 2000, oninput: () => form.check() });
  const textField = el('div.ch-reason', { hidden: true });
  let decision = null;
  const choose = value => {
    decision = value;
    const wanted = value === 'REJECT' ? 'reason' : value === 'ASK' ? 'question' : view.evidence ? 'evidence' : null;
    textField.hidden = !wanted;
    textField.replaceChildren(wanted ? field(t(wanted), text, wanted === 'evidence' ? t('evidenceHint') : null) : '');
    if (wanted) text.focus();
    form.check();
  };
  form.ready = () => !!decision && (textField.hidden || text.value.trim().length >= 3);
  form.values = () => ({ decision, text: textField.hidden ? null : text.value.trim(), seenHash: view.contentHash });
  form.declares('decision', 'text', 'seenHash');
  return [head, why(view), ...noticeList(view.sheet), difference(view, factLabel), budgetTable(view.sheet), ...body, await documents(view.sheet), history(view),
    view.why ? el('section.ch-section.ch-decide', {}, el('h4', {}, t('yourDecision')), choices('decision', [
      { value: 'APPROVE', tone: 'good', label: t('approve'), hint: t('approveHint') },
      { value: 'REJECT', tone: 'bad', label: t('reject'), hint: t('rejectHint') },
      { value: 'ASK', tone: 'plain', label: t('ask'), hint: t('askHint') }], choose), textField, el('p.ch-muted', {}, t('complete'))) : null];
}

export async function answer(form) {
  const view = await get('/api/approvals/tasks/' + form.taskId);
  view.me = form.user.username;
  const { head, body } = await subject(view);
  const question = view.questions.find(candidate => !candidate.answeredAt);
  const text = el('textarea.form-control', { rows: 4, maxlength: 2000, oninput: () => form.check() });
  form.ready = () => text.value.trim().length > 0;
  form.values = () => ({ text: text.value.trim() });
  form.declares('text');
  return [head,
    question ? el('section.ch-notice.ch-change', {}, el('h4', {}, t('questionOn', { reference: view.reference })),
      el('blockquote.ch-quote', {}, question.question), el('small.ch-muted', {}, `${person(view, question.askedBy)} · ${instant(question.askedAt)}`)) : null,
    el('div.ch-decide', {}, field(t('answer'), text), el('p.ch-muted', {}, t('complete'))), ...noticeList(view.sheet), ...body, await documents(view.sheet), history(view)];
}

export async function appoint(form) {
  const view = await get('/api/approvals/tasks/' + form.taskId);
  form.ready = () => true;
  const level = view.levels[view.level - 1];
  return [plainHead(view), el('section.ch-notice.ch-warn', {}, el('h4', {}, t('appoint')), el('p', {}, t('appointHint')),
    el('p', {}, `${t('level', { level: view.level })}: ${role(level.role)}`)), facts(view), history(view)];
}
