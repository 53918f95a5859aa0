// The forms of the processes "period-close" and "period-reopen".
import { el, get, instant, section, pairs, choices, field, select, user } from './forms-kit.js';

const texts = {
  en: {
    closeLead: 'Everything open is checked, you review the trial balance, a second person approves it, and the month is closed for good.',
    reopenLead: 'Once a second person agrees the month is open for a while. The next close issues a second certificate with the difference to the first.',
    organization: 'Organization', month: 'Month', monthHint: 'Year and month, for example 2026-10.',
    why: 'Why', whyHint: 'At least 10 characters. Kept with the books.', until: 'Open until the end of', untilHint: 'At most 30 days ahead, for example 2026-11-05. Then it is locked again by itself.',
    notYet: 'This month cannot be closed yet', notYetHint: 'Settle what is listed here, then have it checked again.', cameBack: 'Why it came back',
    account: 'Account', name: 'Name', ledger: 'General ledger', subledger: 'Subledger', difference: 'Difference',
    checked: 'Checked for {name}, {at}', waiting: 'Waits for the above', done: 'Done', what: 'What is to be done?',
    again: 'Check again', againHint: 'Everything listed is settled.', giveUp: 'Give this closing up', giveUpHint: 'The month stays open. Say why.',
    reviewHint: 'Subledgers are kept out of this month while you look. After the approval nothing but these figures is closed.',
    workbook: 'Open the workbook', trialBalance: 'Trial balance', debit: 'Debit', credit: 'Credit', balance: 'Balance', total: 'Total',
    hash: 'Hash of the figures', preparedBy: 'Prepared by', reviewedBy: 'Reviewed by', submit: 'It is right', submitHint: 'It goes to a second person for approval.',
    sendBack: 'Something is not right', sendBackHint: 'Everybody may post to the month again. Say what.', complete: 'Then press “Complete” below.',
    reopenFor: 'Reason', openUntil: 'Open until', requestedBy: 'Asked by'
  },
  de: {
    closeLead: 'Alles Offene wird geprüft, Sie prüfen die Summen- und Saldenliste, eine zweite Person gibt sie frei, und der Monat wird endgültig geschlossen.',
    reopenLead: 'Stimmt eine zweite Person zu, ist der Monat eine Weile offen. Der nächste Abschluss stellt ein zweites Zertifikat mit der Differenz zum ersten aus.',
    organization: 'Organisation', month: 'Monat', monthHint: 'Jahr und Monat, zum Beispiel 2026-10.',
    why: 'Warum', whyHint: 'Mindestens 10 Zeichen. Wird mit den Büchern aufbewahrt.', until: 'Offen bis zum Ende von', untilHint: 'Höchstens 30 Tage voraus, zum Beispiel 2026-11-05. Danach wird von selbst wieder gesperrt.',
    notYet: 'Dieser Monat kann noch nicht geschlossen werden', notYetHint: 'Erledigen Sie, was hier steht, und lassen Sie dann erneut prüfen.', cameBack: 'Warum er zurückkam',
    account: 'Konto', name: 'Bezeichnung', ledger: 'Hauptbuch', subledger: 'Nebenbuch', difference: 'Differenz',
    checked: 'Geprüft für {name}, {at}', waiting: 'Wartet auf das Obige', done: 'Erledigt', what: 'Was soll geschehen?',
    again: 'Erneut prüfen', againHint: 'Alles Genannte ist erledigt.', giveUp: 'Abschluss aufgeben', giveUpHint: 'Der Monat bleibt offen. Sagen Sie, warum.',
    reviewHint: 'Die Nebenbücher buchen nicht in diesen Monat, während Sie prüfen. Nach der Freigabe werden nur genau diese Zahlen geschlossen.',
    workbook: 'Arbeitsmappe öffnen', trialBalance: 'Summen- und Saldenliste', debit: 'Soll', credit: 'Haben', balance: 'Saldo', total: 'Summe',
    hash: 'Hash der Zahlen', preparedBy: 'Vorbereitet von', reviewedBy: 'Geprüft von', submit: 'Sie stimmt', submitHint: 'Sie geht zur Freigabe an eine zweite Person.',
    sendBack: 'Etwas stimmt nicht', sendBackHint: 'Alle dürfen wieder in den Monat buchen. Sagen Sie, was.', complete: 'Dann unten „Complete“ drücken.',
    reopenFor: 'Grund', openUntil: 'Offen bis', requestedBy: 'Beantragt von'
  }
};

const REASON_MIN = 10;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

let locale = 'en';
const language = () => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');
const t = (key, values = {}) => texts[language()][key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** An amount in the reader's locale with the digits it came with. */
const amount = text => new Intl.NumberFormat(locale, { minimumFractionDigits: (text.split('.')[1] || '').length }).format(text);
const cell = text => el('td.ch-num', {}, amount(text));

async function reader() { locale = (await user()).locale; }

/** The closing of the task: the id is only for showing, the server goes by the process's business key. */
async function closingOf(form) {
  await reader();
  const variables = await get(`/camunda/api/engine/engine/default/task/${form.taskId}/form-variables?variableNames=closingId`);
  return get('/api/close/closings/' + variables.closingId.value);
}

const head = closing => el('header.ch-head', {},
  el('div', {}, el('h3', {}, closing.period), el('p', {}, `${closing.number} · ${closing.organization}`)));

const workbook = closing => (closing.workbook
  ? el('a.btn.btn-default.ch-document', { href: closing.workbook, target: '_blank', rel: 'noopener' }, t('workbook')) : null);

function tieOuts(item) {
  if (!item.tieOuts.length) return null;
  return el('table.ch-table', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('account')), el('th.ch-num', {}, t('ledger')), el('th.ch-num', {}, t('subledger')), el('th.ch-num', {}, t('difference')))),
    el('tbody', {}, item.tieOuts.map(tie => el('tr', {},
      el('td', {}, `${tie.account} · ${tie.subledger}`), cell(tie.ledgerBalance), cell(tie.subledgerBalance),
      el('td.ch-num', {}, el('strong', {}, `${amount(tie.difference)} ${tie.currency}`))))));
}

const openItems = item => (item.openItems.length ? el('table.ch-table', {}, el('tbody', {}, item.openItems.map(open => el('tr', {},
  el('td', {}, open.link ? el('a', { href: open.link, target: '_blank', rel: 'noopener' }, open.label) : open.label),
  el('td', {}, open.detail))))) : null);

const evidence = item => (item.checkedAt ? el('small.ch-muted', {}, t('checked', { name: item.checkedBy, at: instant(item.checkedAt) })) : null);

const openSection = item => el('section.ch-notice.ch-warn', {}, el('h4', {}, '✗ ', item.title[language()]), openItems(item), tieOuts(item), evidence(item));

function checklist(title, items, withFigures) {
  if (!items.length) return null;
  return section(title, el('table.ch-table', {}, el('tbody', {}, items.map(item => el('tr', {},
    el('td', {}, item.state === 'DONE' ? '✓ ' : '', item.title[language()]),
    el('td', {}, evidence(item)),
    el('td', {}, withFigures ? tieOuts(item) : null))))));
}

/** Two ways to go on, of which the second asks for a reason. */
function decision(form, variable, first, second) {
  const text = el('textarea.form-control', { rows: 3, maxlength: 2000, oninput: () => form.check() });
  const reason = el('div.ch-reason', { hidden: true }, field(t('why'), text, t('whyHint')));
  let chosen = null;
  form.ready = () => !!chosen && (reason.hidden || text.value.trim().length >= REASON_MIN);
  form.values = () => ({ [variable]: chosen, remark: reason.hidden ? '' : text.value.trim() });
  form.declares(variable, 'remark');
  return el('section.ch-section.ch-decide', {}, el('h4', {}, t('what')),
    choices(variable, [first, second], value => {
      chosen = value;
      reason.hidden = value !== second.value;
      if (!reason.hidden) text.focus();
      form.check();
    }), reason, el('p.ch-muted', {}, t('complete')));
}

/** What keeps the month open, item by item. */
export async function settleOpenItems(form) {
  const closing = await closingOf(form);
  const of = state => closing.checklist.filter(item => item.state === state && !item.key.startsWith('close.'));
  return [head(closing),
    closing.remark ? el('section.ch-notice.ch-change', {}, el('h4', {}, t('cameBack')), el('blockquote.ch-quote', {}, closing.remark)) : null,
    of('OPEN').length ? el('p.ch-why', {}, el('strong', {}, t('notYet')), '. ', t('notYetHint')) : null,
    ...of('OPEN').map(openSection),
    checklist(t('waiting'), of('WAITING')),
    checklist(t('done'), of('DONE')),
    decision(form, 'openItemsDecision',
      { value: 'CHECK_AGAIN', tone: 'good', label: t('again'), hint: t('againHint') },
      { value: 'WITHDRAW', tone: 'bad', label: t('giveUp'), hint: t('giveUpHint') })];
}

const lastDay = period => new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0)).toISOString().slice(0, 10);

async function trialBalance(closing) {
  const report = await get(`/api/reporting/reports/trial-balance?organization=${encodeURIComponent(closing.organization)}&asOf=${lastDay(closing.period)}`);
  const sum = report.totals;
  return section(`${t('trialBalance')} (${sum.balance.currency})`, el('div.ch-scroll', {}, el('table.ch-table', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('account')), el('th', {}, t('name')),
      el('th.ch-num', {}, t('debit')), el('th.ch-num', {}, t('credit')), el('th.ch-num', {}, t('balance')))),
    el('tbody', {},
      report.rows.map(row => el('tr', {}, el('td', {}, row.account), el('td', {}, row.name), cell(row.debit.amount), cell(row.credit.amount), cell(row.balance.amount))),
      el('tr', {}, el('th', {}, t('total')), el('th', {}),
        el('th.ch-num', {}, amount(sum.debit.amount)), el('th.ch-num', {}, amount(sum.credit.amount)), el('th.ch-num', {}, amount(sum.balance.amount)))))));
}

const reviewer = closing => closing.checklist.find(item => item.key === 'close.trial-balance-reviewed')?.checkedBy;

const submitted = closing => pairs([[t('preparedBy'), closing.preparedBy], [t('reviewedBy'), reviewer(closing)], [t('hash'), closing.figuresHash]]);

/** The trial balance and what was checked. */
export async function reviewTrialBalance(form) {
  const closing = await closingOf(form);
  return [head(closing), el('p.ch-why', {}, t('reviewHint')), workbook(closing),
    await trialBalance(closing),
    checklist(t('done'), closing.checklist.filter(item => item.state === 'DONE'), true), submitted(closing),
    decision(form, 'reviewDecision',
      { value: 'SUBMIT', tone: 'good', label: t('submit'), hint: t('submitHint') },
      { value: 'SEND_BACK', tone: 'bad', label: t('sendBack'), hint: t('sendBackHint') })];
}

async function startForm(form, lead, more) {
  await reader();
  const permitted = form.user.organizations.filter(organization => organization.permissions.includes('close.period-close:start'));
  const organization = select(permitted.map(own => ({ value: own.code, label: `${own.code} · ${own.name}` })), permitted.length === 1 ? permitted[0].code : null);
  const before = new Date();
  before.setDate(0); // the last day of the month before: what is closed as a rule
  const month = el('input.form-control', { maxlength: 7, placeholder: '2026-10', oninput: () => form.check(),
    value: `${before.getFullYear()}-${String(before.getMonth() + 1).padStart(2, '0')}` });
  organization.addEventListener('change', () => form.check());
  form.ready = () => organization.value !== '' && MONTH.test(month.value.trim()) && more.ready();
  form.values = () => ({ organization: organization.value, period: month.value.trim(), ...more.values() });
  form.declares('organization', 'period', ...more.names);
  return [el('p.ch-why', {}, lead), el('div.ch-grid', {}, field(t('organization'), organization), field(t('month'), month, t('monthHint'))),
    ...more.fields];
}

export async function startPeriodClose(form) {
  await reader();
  return startForm(form, t('closeLead'), { fields: [], names: [], ready: () => true, values: () => ({}) });
}

export async function startPeriodReopen(form) {
  await reader();
  const reason = el('textarea.form-control', { rows: 3, maxlength: 2000, oninput: () => form.check() });
  const until = el('input.form-control', { maxlength: 10, oninput: () => form.check(),
    value: new Date(Date.now() + 2 * 86400000).toISOString().slice(0, 10) });
  return startForm(form, t('reopenLead'), {
    fields: [field(t('why'), reason, t('whyHint')), field(t('until'), until, t('untilHint'))],
    names: ['reason', 'openUntil'],
    ready: () => reason.value.trim().length >= REASON_MIN && DAY.test(until.value.trim()),
    values: () => ({ reason: reason.value.trim(), openUntil: until.value.trim() })
  });
}

/** How a closing and a reopening show themselves to whoever approves them. */
export const closeSubjects = {
  'period-close': async view => {
    await reader();
    const closing = await get('/api/close/closings/' + view.subjectId);
    return { head: head(closing), body: [workbook(closing), await trialBalance(closing),
      checklist(t('done'), closing.checklist.filter(item => item.state === 'DONE'), true), submitted(closing)] };
  },
  'period-reopen': async view => {
    await reader();
    const reopening = await get('/api/close/reopenings/' + view.subjectId);
    return { head: head(reopening), body: [el('blockquote.ch-quote', {}, reopening.reason),
      pairs([[t('requestedBy'), reopening.requestedBy], [t('openUntil'), instant(reopening.expiresAt)]])] };
  }
};
