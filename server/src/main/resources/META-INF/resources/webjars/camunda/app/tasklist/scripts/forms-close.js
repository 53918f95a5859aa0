// The forms of the processes "period-close", "period-certification", "close-sign-off" and "period-reopen".
import { el, get, upload, instant, date, role, section, pairs, choices, field, select, user } from './forms-kit.js';

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
    reopenFor: 'Reason', openUntil: 'Open until', requestedBy: 'Asked by',
    signedOff: 'Signed off by {name}, {at}', toSignOff: 'To be signed off by: {role}', owner: 'Owner: {role}',
    movedSince: 'Moved since {name} signed it off', movedSinceCheck: 'Moved since it was checked', then: 'Then', now: 'Now', movement: 'Movement',
    routine: 'Period-end routine', runAgainHint: 'It runs again when you have it checked again.', jobRun: 'Job run', toDo: 'What is to be looked at',
    vouchFor: 'You vouch for these balances', vouchHint: 'When one of them changes before the month is closed, your signature is void and you are asked again.',
    balanceAt: 'Balance, {day}', atSignOff: 'When signed off', found: 'What you looked at and found', foundHint: 'At least 10 characters. It stands in the close certificate.',
    proof: 'Document that proves it', proofNeeded: 'Needed: a statement, a reconciliation, a calculation. Kept with the books.', proofOptional: 'Optional. Kept with the books.',
    uploading: 'Being stored …', stored: 'Stored: {name}', notStored: 'Not stored: {why}', earlier: 'Signed off before', document: 'Open the document', signHint: 'Your name and the time are kept with it.',
    settledAlready: 'Nothing to do: it was signed off by {name}, {at}.',
    sinceCertificate: 'What changed since certificate {number}', nothingChanged: 'No balance is another than certified.', before: 'Certified', after: 'Now', change: 'Change',
    resultChange: 'Result of the year to date', journalsSince: 'Journals recorded since', postingDate: 'Posted on', recorded: 'Recorded', journal: 'Journal', text: 'Text',
    totals: 'In short', ASSET: 'Assets', LIABILITY: 'Liabilities', EQUITY: 'Equity', INCOME: 'Income', EXPENSE: 'Expenses', result: 'Result not carried forward yet',
    signatures: 'Signed off', routinesRun: 'Routines run', checks: 'Checks', reports: 'Reports',
    setAside: 'What was set aside', closedFor: 'The month is closed for good; this is about what follows.', tryAgain: 'Try again', tryAgainHint: 'The cause is gone. What is done already is not done twice.',
    goOn: 'Go on without', goOnHint: 'The certificate is issued as things are. Say why.', noFinding: 'Nothing was set aside.'
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
    sendBack: 'Etwas stimmt nicht', sendBackHint: 'Alle dürfen wieder in den Monat buchen. Sagen Sie, was.', complete: 'Dann unten „Abschließen“ drücken.',
    reopenFor: 'Grund', openUntil: 'Offen bis', requestedBy: 'Beantragt von',
    signedOff: 'Abgezeichnet von {name}, {at}', toSignOff: 'Abzuzeichnen durch: {role}', owner: 'Verantwortlich: {role}',
    movedSince: 'Bewegt, seit {name} abgezeichnet hat', movedSinceCheck: 'Bewegt seit der Prüfung', then: 'Damals', now: 'Jetzt', movement: 'Bewegung',
    routine: 'Abschlusslauf', runAgainHint: 'Er läuft erneut, wenn Sie erneut prüfen lassen.', jobRun: 'Lauf', toDo: 'Was anzusehen ist',
    vouchFor: 'Sie stehen für diese Salden ein', vouchHint: 'Ändert sich einer davon vor dem Abschluss, gilt Ihre Unterschrift nicht mehr und Sie werden erneut gefragt.',
    balanceAt: 'Saldo, {day}', atSignOff: 'Beim Abzeichnen', found: 'Was Sie angesehen und festgestellt haben', foundHint: 'Mindestens 10 Zeichen. Es steht im Abschlusszertifikat.',
    proof: 'Dokument als Nachweis', proofNeeded: 'Nötig: ein Auszug, eine Abstimmung, eine Berechnung. Wird mit den Büchern aufbewahrt.', proofOptional: 'Freiwillig. Wird mit den Büchern aufbewahrt.',
    uploading: 'Wird gespeichert …', stored: 'Gespeichert: {name}', notStored: 'Nicht gespeichert: {why}', earlier: 'Vorher abgezeichnet', document: 'Dokument öffnen', signHint: 'Ihr Name und die Zeit werden dazu aufbewahrt.',
    settledAlready: 'Nichts zu tun: abgezeichnet von {name}, {at}.',
    sinceCertificate: 'Was sich seit Zertifikat {number} geändert hat', nothingChanged: 'Kein Saldo ist anders als zertifiziert.', before: 'Zertifiziert', after: 'Jetzt', change: 'Änderung',
    resultChange: 'Ergebnis des laufenden Jahres', journalsSince: 'Seither erfasste Buchungen', postingDate: 'Buchungstag', recorded: 'Erfasst', journal: 'Buchung', text: 'Text',
    totals: 'Kurz gefasst', ASSET: 'Aktiva', LIABILITY: 'Verbindlichkeiten', EQUITY: 'Eigenkapital', INCOME: 'Erträge', EXPENSE: 'Aufwendungen', result: 'Noch nicht vorgetragenes Ergebnis',
    signatures: 'Abgezeichnet', routinesRun: 'Abschlussläufe', checks: 'Prüfungen', reports: 'Berichte',
    setAside: 'Was zur Seite gelegt wurde', closedFor: 'Der Monat ist endgültig geschlossen; hier geht es um das, was folgt.', tryAgain: 'Erneut versuchen', tryAgainHint: 'Die Ursache ist behoben. Was schon getan ist, geschieht nicht zweimal.',
    goOn: 'Ohne das weiter', goOnHint: 'Das Zertifikat wird ausgestellt, wie es steht. Sagen Sie, warum.', noFinding: 'Nichts wurde zur Seite gelegt.'
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

const signedBy = item => (item.checkedAt
  ? t(item.kind === 'MANUAL' ? 'signedOff' : 'checked', { name: item.checkedFor ? `${item.checkedBy} (${item.checkedFor})` : item.checkedBy, at: instant(item.checkedAt) }) : null);

const evidence = item => (item.checkedAt ? el('small.ch-muted', {}, signedBy(item)) : null);

/** What an item vouched for that is not so any more. */
function moved(item) {
  if (!item.moved.length) return null;
  return el('div', {},
    el('p', {}, el('strong', {}, item.kind === 'MANUAL' ? t('movedSince', { name: item.checkedBy }) : t('movedSinceCheck'))),
    el('table.ch-table', {},
      el('thead', {}, el('tr', {}, el('th', {}, t('account')), el('th.ch-num', {}, t('then')), el('th.ch-num', {}, t('now')), el('th.ch-num', {}, t('movement')))),
      el('tbody', {}, item.moved.map(balance => el('tr', {},
        el('td', {}, balance.account), cell(balance.then), cell(balance.now),
        el('td.ch-num', {}, el('strong', {}, `${amount(balance.movement)} ${balance.currency}`)))))));
}

/** What somebody said and showed. */
const said = item => (item.signOff && item.signOff.note ? el('div', {}, el('q', {}, item.signOff.note), ' ',
  item.signOff.document ? el('a', { href: item.signOff.document, target: '_blank', rel: 'noopener' }, t('document')) : null) : null);

const openSection = item => el('section.ch-notice.ch-warn', {},
  el('h4', {}, '✗ ', item.title[language()]),
  el('p.ch-muted', {}, t(item.kind === 'MANUAL' ? 'toSignOff' : 'owner', { role: role(item.owner) }),
    item.kind === 'ROUTINE' ? ' · ' + t('runAgainHint') : ''),
  openItems(item), tieOuts(item), moved(item),
  item.kind === 'MANUAL' && !item.moved.length ? null : evidence(item));

const figureNames = {
  journals: 'Buchungen', amount: 'Betrag', openDocuments: 'offene Dokumente', unfinishedInvoices: 'offene Rechnungen',
  unfinishedJournals: 'offene Belege', emptyMonthsClosedAlong: 'leere Monate mitgeschlossen', accrualsReversed: 'aufgelöste Abgrenzungen',
  fiscalYear: 'Geschäftsjahr', result: 'Ergebnis', postingDate: 'Buchungstag', reports: 'Berichte', payables: 'Kreditoren', posted: 'gebucht',
  recurringPosted: 'wiederkehrende Buchungen', gain: 'Gewinn', loss: 'Verlust', positions: 'Positionen'
};

/** "openDocuments" as people would say it. */
const figureName = name => (language() === 'de' && figureNames[name]) || name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** An amount with its currency in the reader's locale, anything else as it is. */
const figureValue = value => value.replace(/^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/, (whole, digits, currency) => `${amount(digits)} ${currency}`);

/** Name and value of what was found: "journals 3". What machines compare is left to the certificate. */
const figures = item => Object.entries(item.figures)
  .filter(([name]) => !['note', 'document', 'documentSha256', 'figures', 'workbook', 'archiveSha256', 'journal'].includes(name))
  .map(([name, value]) => `${figureName(name)}: ${figureValue(value)}`).join(' · ');

function checklist(title, items, withFigures) {
  if (!items.length) return null;
  return section(title, el('table.ch-table', {}, el('tbody', {}, items.map(item => el('tr', {},
    el('td', {}, item.state === 'DONE' ? '✓ ' : '', item.title[language()],
      item.state === 'DONE' ? said(item) : el('div', {}, el('small.ch-muted', {}, t(item.kind === 'MANUAL' ? 'toSignOff' : 'owner', { role: role(item.owner) })))),
    el('td', {}, evidence(item)),
    withFigures ? el('td', {}, tieOuts(item), el('small.ch-muted', {}, figures(item))) : null)))));
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
  const of = state => closing.checklist.filter(item => item.state === state && item.kind !== 'STEP');
  return [head(closing),
    closing.remark ? el('section.ch-notice.ch-change', {}, el('h4', {}, t('cameBack')), closing.remark.split('\n').map(line => el('blockquote.ch-quote', {}, line))) : null,
    of('OPEN').length ? el('p.ch-why', {}, el('strong', {}, t('notYet')), '. ', t('notYetHint')) : null,
    ...of('OPEN').map(openSection),
    checklist(t('waiting'), of('WAITING')),
    checklist(t('done'), of('DONE')),
    decision(form, 'openItemsDecision',
      { value: 'CHECK_AGAIN', tone: 'good', label: t('again'), hint: t('againHint') },
      { value: 'WITHDRAW', tone: 'bad', label: t('giveUp'), hint: t('giveUpHint') })];
}

const lastDay = period => new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0)).toISOString().slice(0, 10);

const CLASSES = ['ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'];

/** Exact sum of amounts written with the same number of digits. */
function sum(texts) {
  const digits = Math.max(0, ...texts.map(text => (text.split('.')[1] || '').length));
  const units = texts.reduce((total, text) => {
    const [whole, part = ''] = text.replace('-', '').split('.');
    const value = BigInt(whole + part.padEnd(digits, '0'));
    return text.startsWith('-') ? total - value : total + value;
  }, 0n);
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  return (units < 0n ? '-' : '') + (digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text);
}
const negated = text => (text.startsWith('-') ? text.slice(1) : /[1-9]/.test(text) ? '-' + text : text);

/** The month in five lines, before all its accounts: what an approver looks at first. */
function inShort(report, currency) {
  const of = (...types) => sum(report.rows.filter(row => types.includes(row.type)).map(row => row.balance.amount));
  const known = report.rows.some(row => CLASSES.includes(row.type));
  if (!known) return null;
  return section(`${t('totals')} (${currency})`, pairs([
    ...CLASSES.map(type => [t(type), amount(type === 'ASSET' || type === 'EXPENSE' ? of(type) : negated(of(type)))]),
    [t('result'), el('strong', {}, amount(negated(of('INCOME', 'EXPENSE'))))]]));
}

async function trialBalance(closing) {
  const report = await get(`/api/reporting/reports/trial-balance?organization=${encodeURIComponent(closing.organization)}&asOf=${lastDay(closing.period)}`);
  const total = report.totals;
  return [inShort(report, total.balance.currency),
    section(`${t('trialBalance')} (${total.balance.currency})`, el('div.ch-scroll', {}, el('table.ch-table', {},
      el('thead', {}, el('tr', {}, el('th', {}, t('account')), el('th', {}, t('name')),
        el('th.ch-num', {}, t('debit')), el('th.ch-num', {}, t('credit')), el('th.ch-num', {}, t('balance')))),
      el('tbody', {},
        report.rows.map(row => el('tr', {}, el('td', {}, row.account), el('td', {}, row.name), cell(row.debit.amount), cell(row.credit.amount), cell(row.balance.amount))),
        el('tr', {}, el('th', {}, t('total')), el('th', {}),
          el('th.ch-num', {}, amount(total.debit.amount)), el('th.ch-num', {}, amount(total.credit.amount)), el('th.ch-num', {}, amount(total.balance.amount)))))))];
}

/** After a reopening: what is not as it was certified, and the journals that made it so. */
async function sinceCertificate(closing) {
  if (!closing.certificates.length) return null;
  let difference;
  try { difference = await get(`/api/close/closings/${closing.id}/difference`); } catch { return null; }
  if (!difference) return null;
  return el('section.ch-notice.ch-change', {}, el('h4', {}, t('sinceCertificate', { number: difference.before })),
    difference.accounts.length ? null : el('p', {}, t('nothingChanged')),
    difference.accounts.length ? el('table.ch-table', {},
      el('thead', {}, el('tr', {}, el('th', {}, t('account')), el('th', {}, t('name')), el('th.ch-num', {}, t('before')), el('th.ch-num', {}, t('after')), el('th.ch-num', {}, t('change')))),
      el('tbody', {}, difference.accounts.map(row => el('tr', {}, el('td', {}, row.account), el('td', {}, row.name), cell(row.before), cell(row.after),
        el('td.ch-num', {}, el('strong', {}, amount(row.change))))),
      el('tr', {}, el('th', {}, t('resultChange')), el('th', {}), el('th', {}), el('th', {}), el('th.ch-num', {}, `${amount(difference.resultChange)} ${difference.currency}`)))) : null,
    difference.journals.length ? el('div', {}, el('h4', {}, t('journalsSince')), el('table.ch-table', {},
      el('thead', {}, el('tr', {}, el('th', {}, t('journal')), el('th', {}, t('postingDate')), el('th', {}, t('recorded')), el('th', {}, t('text')))),
      el('tbody', {}, difference.journals.map(journal => el('tr', {},
        el('td', {}, journal.number), el('td', {}, date(journal.postingDate)), el('td', {}, instant(journal.recordedAt)), el('td', {}, journal.description)))))) : null);
}

/** What moved or opened since it was checked: the month is not closed over it. */
const openAgain = closing => closing.checklist.filter(item => item.state === 'OPEN' && item.kind !== 'STEP').map(openSection);

/** What was done, by who did it: tie-outs and routines, signatures, checks. */
const done = closing => {
  const of = kind => closing.checklist.filter(item => item.state === 'DONE' && item.kind === kind);
  return [checklist(t('signatures'), of('MANUAL'), false), checklist(t('routinesRun'), of('ROUTINE'), true), checklist(t('checks'), [...of('CHECK'), ...of('STEP')], true)];
};

const reviewer = closing => closing.checklist.find(item => item.key === 'close.trial-balance-reviewed')?.checkedBy;

const submitted = closing => pairs([[t('preparedBy'), closing.preparedBy], [t('reviewedBy'), reviewer(closing)], [t('hash'), closing.figuresHash ? el('code', { title: closing.figuresHash }, closing.figuresHash.slice(0, 16) + ' …') : null]]);

/** The trial balance and what was checked. */
export async function reviewTrialBalance(form) {
  const closing = await closingOf(form);
  return [head(closing), el('p.ch-why', {}, t('reviewHint')), workbook(closing),
    ...openAgain(closing), await sinceCertificate(closing), ...await trialBalance(closing), ...done(closing), submitted(closing),
    decision(form, 'reviewDecision',
      { value: 'SUBMIT', tone: 'good', label: t('submit'), hint: t('submitHint') },
      { value: 'SEND_BACK', tone: 'bad', label: t('sendBack'), hint: t('sendBackHint') })];
}

/** One item of a closing, for who owns it: the balances to vouch for, a note, a document. */
export async function signOffItem(form) {
  await reader();
  const variables = await get(`/camunda/api/engine/engine/default/task/${form.taskId}/form-variables?variableNames=closingId,itemKey`);
  const path = `/api/close/closings/${variables.closingId.value}/items/${encodeURIComponent(variables.itemKey.value)}`;
  const task = await get(path);
  const { item } = task;
  const note = el('textarea.form-control', { rows: 3, maxlength: 2000, oninput: () => form.check() });
  const needed = item.signOff.required === 'DOCUMENT';
  const state = el('small.ch-muted', { 'aria-live': 'polite' });
  let documentId = '';
  const file = el('input', { type: 'file', onchange: async () => {
    documentId = '';
    form.check();
    if (!file.files.length) { state.textContent = ''; return; }
    state.textContent = t('uploading');
    try {
      const stored = await upload(`${path}/documents?name=${encodeURIComponent(file.files[0].name)}`, file.files[0]);
      documentId = stored.id;
      state.textContent = t('stored', { name: stored.name });
    } catch (error) { state.textContent = t('notStored', { why: error.message }); }
    form.check();
  } });
  form.ready = () => note.value.trim().length >= REASON_MIN && (!needed || documentId !== '');
  form.values = () => ({ note: note.value.trim(), documentId });
  form.declares('note', 'documentId');
  return [
    el('header.ch-head', {}, el('div', {}, el('h3', {}, item.title[language()]), el('p', {}, `${task.period} · ${task.number} · ${task.organization}`))),
    item.state === 'DONE' ? el('p.ch-notice.ch-good', {}, t('settledAlready', { name: item.checkedBy, at: instant(item.checkedAt) })) : null,
    item.moved.length ? el('section.ch-notice.ch-change', {}, moved(item), said(item), evidence(item)) : null,
    item.signOff.instructions ? section(t('toDo'), el('p', {}, item.signOff.instructions)) : null,
    task.balances.length ? section(t('vouchFor'), el('p.ch-muted', {}, t('vouchHint')), el('table.ch-table', {},
      el('thead', {}, el('tr', {}, el('th', {}, t('account')), el('th', {}, t('name')),
        item.moved.length ? el('th.ch-num', {}, t('atSignOff')) : null, el('th.ch-num', {}, t('balanceAt', { day: date(lastDay(task.period)) })))),
      el('tbody', {}, task.balances.map(balance => el('tr', {}, el('td', {}, balance.account), el('td', {}, balance.name),
        item.moved.length ? (balance.then === null ? el('td') : cell(balance.then)) : null,
        el('td.ch-num', {}, `${amount(balance.now)} ${balance.currency}`)))))) : null,
    el('section.ch-section.ch-decide', {},
      field(t('found'), note, t('foundHint')),
      el('div.ch-field', {}, el('span', {}, t('proof')), file, el('small', {}, t(needed ? 'proofNeeded' : 'proofOptional')), state),
      el('p.ch-muted', {}, t('signHint'), ' ', t('complete')))];
}

/** What a job after the hard close set aside. */
export async function settleCertification(form) {
  const closing = await closingOf(form);
  const variables = await get(`/camunda/api/engine/engine/default/task/${form.taskId}/form-variables?variableNames=lastJobRunId`);
  const run = variables.lastJobRunId?.value ? await get('/api/jobs/runs/' + variables.lastJobRunId.value) : null;
  const errors = run?.rowErrors ?? [];
  return [head(closing), el('p.ch-why', {}, t('closedFor')),
    el('section.ch-notice.ch-warn', {}, el('h4', {}, t('setAside')),
      errors.length ? el('table.ch-table', {}, el('tbody', {}, errors.map(error => el('tr', {}, el('td', {}, error.place), el('td', {}, error.message))))) : el('p', {}, t('noFinding'))),
    decision(form, 'certificationDecision',
      { value: 'TRY_AGAIN', tone: 'good', label: t('tryAgain'), hint: t('tryAgainHint') },
      { value: 'GO_ON', tone: 'bad', label: t('goOn'), hint: t('goOnHint') })];
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
    return { head: head(closing), body: [workbook(closing), ...openAgain(closing), await sinceCertificate(closing), ...await trialBalance(closing), ...done(closing), submitted(closing)] };
  },
  'period-reopen': async view => {
    await reader();
    const reopening = await get('/api/close/reopenings/' + view.subjectId);
    return { head: head(reopening), body: [el('blockquote.ch-quote', {}, reopening.reason),
      pairs([[t('requestedBy'), reopening.requestedBy], [t('openUntil'), instant(reopening.expiresAt)]])] };
  }
};
