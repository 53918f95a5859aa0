// The forms of the process "group-close".
import { el, get, instant, section, pairs, choices, field, select, user } from './forms-kit.js';

const texts = {
  en: {
    lead: 'Every member is checked, their books are translated and held against each other, you review the consolidated trial balance, a second person approves it, and it is frozen.',
    group: 'Group', month: 'Month', monthHint: 'Year and month, for example 2026-10.', noGroup: 'You need the permission in every company of a group to close its months.',
    notYet: 'This month of the group cannot be closed yet', notYetHint: 'Settle what is listed here, then have it checked again.', cameBack: 'Why it came back', nothing: 'Nothing is open any more: have it checked again.',
    matching: 'What members say about each other', pair: 'Between', currency: 'Currency', difference: 'Difference', agree: 'agree',
    what: 'What is to be done?', again: 'Check again', againHint: 'Everything listed is settled.', accept: 'Let the differences stand', acceptHint: 'For a controller. Say why; the reason is approved and certified with the figures.',
    giveUp: 'Give this closing up', giveUpHint: 'Say why.', why: 'Why', whyHint: 'At least 10 characters. Kept with the figures.',
    reviewHint: 'These figures are frozen by their hash: nothing else is approved and closed.', workbook: 'Open the workbook', trialBalance: 'Consolidated trial balance',
    account: 'Account', name: 'Name', members: 'Members', eliminations: 'Eliminations', balance: 'Group', total: 'Total',
    restsOn: 'What it rests on', member: 'Member', certificate: 'Certificate', reserve: 'Translation reserve', onEquity: 'from equity', onResult: 'from results', rounding: 'rounding',
    rates: 'Closing rates', preparedBy: 'Prepared by', acceptedBy: 'Differences let stand by', reviewedBy: 'Reviewed by', hash: 'Hash of the figures', startedAt: 'Started',
    submit: 'They are right', submitHint: 'They go to a second person for approval.', sendBack: 'Something is not right', sendBackHint: 'The figures are made anew. Say what.', complete: 'Then press “Complete” below.'
  },
  de: {
    lead: 'Jede Gesellschaft wird geprüft, die Bücher werden umgerechnet und gegeneinander abgestimmt, Sie prüfen die konsolidierte Summen- und Saldenliste, eine zweite Person gibt sie frei, und sie wird festgeschrieben.',
    group: 'Konzern', month: 'Monat', monthHint: 'Jahr und Monat, zum Beispiel 2026-10.', noGroup: 'Um Monate eines Konzerns zu schließen, brauchen Sie das Recht in jeder seiner Gesellschaften.',
    notYet: 'Dieser Konzernmonat kann noch nicht geschlossen werden', notYetHint: 'Erledigen Sie, was hier steht, und lassen Sie dann erneut prüfen.', cameBack: 'Warum er zurückkam', nothing: 'Es ist nichts mehr offen: lassen Sie erneut prüfen.',
    matching: 'Was die Gesellschaften übereinander sagen', pair: 'Zwischen', currency: 'Währung', difference: 'Differenz', agree: 'stimmt',
    what: 'Was soll geschehen?', again: 'Erneut prüfen', againHint: 'Alles Genannte ist erledigt.', accept: 'Die Differenzen stehen lassen', acceptHint: 'Für Controller. Sagen Sie, warum; der Grund wird mit den Zahlen freigegeben und zertifiziert.',
    giveUp: 'Abschluss aufgeben', giveUpHint: 'Sagen Sie, warum.', why: 'Warum', whyHint: 'Mindestens 10 Zeichen. Wird mit den Zahlen aufbewahrt.',
    reviewHint: 'Diese Zahlen sind durch ihren Hash festgeschrieben: nur genau sie werden freigegeben und geschlossen.', workbook: 'Arbeitsmappe öffnen', trialBalance: 'Konsolidierte Summen- und Saldenliste',
    account: 'Konto', name: 'Bezeichnung', members: 'Gesellschaften', eliminations: 'Konsolidierung', balance: 'Konzern', total: 'Summe',
    restsOn: 'Worauf sie beruht', member: 'Gesellschaft', certificate: 'Zertifikat', reserve: 'Währungsumrechnung', onEquity: 'aus Eigenkapital', onResult: 'aus Ergebnissen', rounding: 'Rundung',
    rates: 'Stichtagskurse', preparedBy: 'Vorbereitet von', acceptedBy: 'Differenzen stehen gelassen von', reviewedBy: 'Geprüft von', hash: 'Hash der Zahlen', startedAt: 'Begonnen',
    submit: 'Sie stimmen', submitHint: 'Sie gehen zur Freigabe an eine zweite Person.', sendBack: 'Etwas stimmt nicht', sendBackHint: 'Die Zahlen werden neu gemacht. Sagen Sie, was.', complete: 'Dann unten „Complete“ drücken.'
  }
};

const REASON_MIN = 10;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

let locale = 'en';
const t = key => texts[locale.toLowerCase().startsWith('de') ? 'de' : 'en'][key];

/** An amount in the reader's locale with the digits it came with. */
const amount = text => new Intl.NumberFormat(locale, { minimumFractionDigits: (text.split('.')[1] || '').length }).format(text);
const cell = text => el('td.ch-num', {}, amount(text));
const isZero = text => /^-?0(\.0+)?$/.test(text);

async function reader() { locale = (await user()).locale; }

/** The consolidation of the task: the id is only for showing, the server goes by the business key. */
async function closingOf(form) {
  await reader();
  const variables = await get(`/camunda/api/engine/engine/default/task/${form.taskId}/form-variables?variableNames=consolidationId`);
  return get('/api/consolidation/closings/' + variables.consolidationId.value);
}

const head = closing => el('header.ch-head', {},
  el('div', {}, el('h3', {}, `${closing.groupName} · ${closing.period}`), el('p', {}, `${closing.number} · ${closing.currency}`)));

const workbook = closing => (closing.workbook
  ? el('a.btn.btn-default.ch-document', { href: closing.workbook, target: '_blank', rel: 'noopener' }, t('workbook')) : null);

/** Ways to go on; those of which the last ones ask for a reason. */
function decision(form, variable, options, needReason) {
  const text = el('textarea.form-control', { rows: 3, maxlength: 2000, oninput: () => form.check() });
  const reason = el('div.ch-reason', { hidden: true }, field(t('why'), text, t('whyHint')));
  let chosen = null;
  form.ready = () => !!chosen && (reason.hidden || text.value.trim().length >= REASON_MIN);
  form.values = () => ({ [variable]: chosen, remark: reason.hidden ? '' : text.value.trim() });
  form.declares(variable, 'remark');
  return el('section.ch-section.ch-decide', {}, el('h4', {}, t('what')),
    choices(variable, options, value => {
      chosen = value;
      reason.hidden = !needReason.includes(value);
      if (!reason.hidden) text.focus();
      form.check();
    }), reason, el('p.ch-muted', {}, t('complete')));
}

/** The pairs and what their two accounts hold, those that differ first. */
async function matching(closing) {
  let matches;
  try { matches = await get(`/api/consolidation/groups/${closing.group}/matching?period=${closing.period}`); } catch { return null; }
  const shown = matches.filter(match => match.currencies.length).sort((a, b) => Number(a.matches) - Number(b.matches));
  if (!shown.length) return null;
  return section(t('matching'), el('table.ch-table', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('pair')), el('th', {}, t('currency')), el('th.ch-num', {}, 'A'), el('th.ch-num', {}, 'B'), el('th.ch-num', {}, t('difference')))),
    el('tbody', {}, shown.flatMap(match => match.currencies.map(row => el('tr', {},
      el('td', {}, match.name, el('div', {}, el('small.ch-muted', {}, `A ${match.memberA} ${match.accountA} · B ${match.memberB} ${match.accountB}`))),
      el('td', {}, row.currency), cell(row.amountA), cell(row.amountB),
      el('td.ch-num', {}, isZero(row.difference) ? el('small.ch-muted', {}, t('agree')) : el('strong', {}, amount(row.difference)))))))));
}

/** What keeps the group's month open. */
export async function settleGroupFindings(form) {
  const closing = await closingOf(form);
  const acceptable = closing.findings.length > 0 && closing.findings.every(finding => finding.acceptable);
  return [head(closing),
    closing.remark ? el('section.ch-notice.ch-change', {}, el('h4', {}, t('cameBack')), closing.remark.split('\n').map(line => el('blockquote.ch-quote', {}, line))) : null,
    el('p.ch-why', {}, closing.findings.length ? [el('strong', {}, t('notYet')), '. ', t('notYetHint')] : t('nothing')),
    closing.findings.length ? el('section.ch-notice.ch-warn', {}, el('table.ch-table', {}, el('tbody', {}, closing.findings.map(finding => el('tr', {},
      el('td', {}, finding.member || ''), el('td', {}, finding.message)))))) : null,
    await matching(closing),
    decision(form, 'findingsDecision', [
      { value: 'CHECK_AGAIN', tone: 'good', label: t('again'), hint: t('againHint') },
      ...(acceptable ? [{ value: 'ACCEPT_DIFFERENCES', tone: 'warn', label: t('accept'), hint: t('acceptHint') }] : []),
      { value: 'WITHDRAW', tone: 'bad', label: t('giveUp'), hint: t('giveUpHint') }], ['ACCEPT_DIFFERENCES', 'WITHDRAW'])];
}

async function trialBalance(closing) {
  const rows = await get(`/api/consolidation/closings/${closing.id}/trial-balance`);
  return section(t('trialBalance'), el('table.ch-table', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('account')), el('th', {}, t('name')), el('th.ch-num', {}, t('members')), el('th.ch-num', {}, t('eliminations')), el('th.ch-num', {}, t('balance')))),
    el('tbody', {}, rows.map(row => el('tr', {}, el('td', {}, row.account), el('td', {}, row.name), cell(row.members),
      isZero(row.eliminations) ? el('td') : cell(row.eliminations), el('td.ch-num', {}, el('strong', {}, amount(row.balance))))))));
}

const restsOn = closing => section(t('restsOn'), el('table.ch-table', {},
  el('thead', {}, el('tr', {}, el('th', {}, t('member')), el('th', {}, t('certificate')), el('th', {}, t('reserve')))),
  el('tbody', {}, closing.members.map(member => el('tr', {},
    el('td', {}, `${member.code} · ${member.currency}`),
    el('td', {}, el('a', { href: member.certificateFile, target: '_blank', rel: 'noopener' }, member.certificate)),
    el('td', {}, isZero(member.reserveOnEquity) && isZero(member.reserveOnResult) ? ''
      : `${t('onEquity')} ${amount(member.reserveOnEquity)} · ${t('onResult')} ${amount(member.reserveOnResult)} · ${t('rounding')} ${amount(member.reserveRounding)}`))))),
  pairs(closing.rates.filter(rate => rate.kind === 'CLOSING').map(rate => [`1 ${rate.currency}`, `${rate.rate} ${closing.currency} (${rate.source}, ${rate.publishedOn})`])));

const submitted = closing => pairs([[t('preparedBy'), closing.preparedBy], [t('startedAt'), instant(closing.startedAt)],
  [t('acceptedBy'), closing.acceptedBy ? `${closing.acceptedBy}: ${closing.acceptedReason}` : null],
  [t('reviewedBy'), closing.reviewedBy], [t('hash'), closing.figuresHash]].filter(([, value]) => value));

/** The consolidated trial balance and what it rests on. */
export async function reviewGroupClose(form) {
  const closing = await closingOf(form);
  return [head(closing), el('p.ch-why', {}, t('reviewHint')), workbook(closing), await trialBalance(closing), await matching(closing),
    restsOn(closing), submitted(closing),
    decision(form, 'reviewDecision', [
      { value: 'SUBMIT', tone: 'good', label: t('submit'), hint: t('submitHint') },
      { value: 'SEND_BACK', tone: 'bad', label: t('sendBack'), hint: t('sendBackHint') }], ['SEND_BACK'])];
}

/** Which group, which month. The group's parent becomes the organization of the process. */
export async function startGroupClose(form) {
  await reader();
  const groups = await get('/api/consolidation/groups');
  if (!groups.length) { form.ready = () => false; return [el('p.ch-notice.ch-warn', {}, t('noGroup'))]; }
  const group = select(groups.map(one => ({ value: one.code, label: `${one.code} · ${one.name}` })), groups.length === 1 ? groups[0].code : null);
  const before = new Date();
  before.setDate(0); // the last day of the month before: what is closed as a rule
  const month = el('input.form-control', { maxlength: 7, placeholder: '2026-10', oninput: () => form.check(),
    value: `${before.getFullYear()}-${String(before.getMonth() + 1).padStart(2, '0')}` });
  group.addEventListener('change', () => form.check());
  form.ready = () => group.value !== '' && MONTH.test(month.value.trim());
  form.values = () => ({ group: group.value, period: month.value.trim(), organization: groups.find(one => one.code === group.value)?.parent ?? '' });
  form.declares('group', 'period', 'organization');
  return [el('p.ch-why', {}, t('lead')), el('div.ch-grid', {}, field(t('group'), group), field(t('month'), month, t('monthHint')))];
}

/** How a group's closing shows itself to whoever approves it. */
export const groupSubjects = {
  'group-close': async view => {
    await reader();
    const closing = await get('/api/consolidation/closings/' + view.subjectId);
    return { head: head(closing), body: [workbook(closing), await trialBalance(closing), await matching(closing), restsOn(closing), submitted(closing)] };
  }
};
