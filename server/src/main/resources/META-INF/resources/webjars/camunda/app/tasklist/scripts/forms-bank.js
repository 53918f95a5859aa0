// The form of the process "bank-reconciliation": entries nobody explained, and statements that are held.
import { el, get, post, money, date, section, pairs, field, select, user } from './forms-kit.js';

const texts = {
  en: {
    title: 'Bank account {account}', lead: 'Everything here is posted to suspense already, so that the books equal the bank. Say what it is; each decision is posted at once.',
    entries: 'Not explained yet', none: 'Nothing is left to explain.', held: 'Held statements', why: 'Reason', release: 'Release', retry: 'Try again', drop: 'Drop',
    open: 'Explain', close: 'Close', bookedOn: 'Booked on', party: 'Counterparty', text: 'Text', amount: 'Amount', rest: 'Still open', reference: 'Reference',
    candidates: 'It could be', noCandidates: 'No payment or invoice looks like it.', take: 'Take', suggested: 'Decided {count} times before: {account}',
    parts: 'Book to', account: 'Account', costCentre: 'Cost centre', add: 'Another part', book: 'Book', rule: 'Make a rule from this', ruleHint: 'Entries with this text are booked so from now on.',
    PAYMENT: 'Payment', ITEM: 'Invoice', REFERENCE: 'named in the text', AMOUNT: 'same amount', COUNTERPARTY: 'same account', NAME: 'same name', due: 'due {day}', again: 'Look again for payments and invoices', complete: 'When nothing is left, this task ends.'
  },
  de: {
    title: 'Bankkonto {account}', lead: 'Alles hier steht bereits auf dem Klärungskonto, damit die Bücher der Bank gleichen. Sagen Sie, was es ist; jede Entscheidung wird sofort gebucht.',
    entries: 'Noch ungeklärt', none: 'Es ist nichts mehr zu klären.', held: 'Zurückgehaltene Auszüge', why: 'Grund', release: 'Freigeben', retry: 'Erneut versuchen', drop: 'Verwerfen',
    open: 'Klären', close: 'Schließen', bookedOn: 'Gebucht am', party: 'Gegenseite', text: 'Text', amount: 'Betrag', rest: 'Noch offen', reference: 'Referenz',
    candidates: 'Es könnte sein', noCandidates: 'Keine Zahlung und keine Rechnung sieht danach aus.', take: 'Übernehmen', suggested: 'Bisher {count}-mal so entschieden: {account}',
    parts: 'Buchen auf', account: 'Konto', costCentre: 'Kostenstelle', add: 'Weiterer Teil', book: 'Buchen', rule: 'Daraus eine Regel machen', ruleHint: 'Buchungen mit diesem Text werden künftig so gebucht.',
    PAYMENT: 'Zahlung', ITEM: 'Rechnung', REFERENCE: 'im Text genannt', AMOUNT: 'gleicher Betrag', COUNTERPARTY: 'gleiches Konto', NAME: 'gleicher Name', due: 'fällig {day}', again: 'Erneut nach Zahlungen und Rechnungen suchen', complete: 'Wenn nichts mehr offen ist, endet diese Aufgabe.'
  }
};

const UNKNOWN = 'UNKNOWN';
const REASON_MIN = 3;
const RULE_RANK = 100;

let locale = 'en';
const t = (key, values = {}) => (texts[locale.toLowerCase().startsWith('de') ? 'de' : 'en'][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const problem = error => el('p.ch-notice.ch-bad', { role: 'alert' }, error.message);
const sum = (amount, currency) => money({ amount: String(amount), currency });
const button = (label, onclick, tone = 'default') => el(`button.btn.btn-${tone}`, { type: 'button', onclick }, label);

/** Minor units as an integer: parts have to sum exactly. */
const minor = text => {
  const [whole, fraction = ''] = String(text).trim().split('.');
  return BigInt(whole + (fraction + '0000').slice(0, 4));
};

export async function explainBankEntries(form) {
  locale = (await user()).locale;
  const task = await get(`/camunda/api/engine/engine/default/task/${form.taskId}`);
  const instance = await get(`/camunda/api/engine/engine/default/process-instance/${task.processInstanceId}`);
  const where = { organization: task.tenantId, account: instance.businessKey };
  const place = el('div');
  let left = 1;
  form.ready = () => left === 0;

  async function refresh() {
    const known = where.account !== UNKNOWN;
    const query = `organization=${where.organization}` + (known ? `&account=${encodeURIComponent(where.account)}` : '');
    const [entries, statements, accounts] = await Promise.all([
      known ? get(`/api/reconciliation/entries?${query}&limit=200`) : [],
      get(`/api/banking/statements?${query}&state=HELD`),
      get(`/api/ledger/accounts?organization=${where.organization}`).catch(() => [])]);
    const held = statements.filter(statement => known || !statement.bankAccountId);
    left = entries.length + held.length;
    place.replaceChildren(
      held.length ? section(t('held'), held.map(statement => heldCard(statement, refresh))) : '',
      section(`${t('entries')} (${entries.length})`,
        entries.length ? entries.map(entry => entryCard(entry, where, usable(accounts), refresh)) : el('p.ch-muted', {}, t('none')),
        known && entries.length ? button(t('again'), () => attempt(place, () => post(`/api/reconciliation/matches?${query}`), refresh)) : ''));
    form.check();
  }

  await refresh();
  return [el('header.ch-head', {}, el('div', {}, el('h3', {}, t('title', { account: where.account })), el('p', {}, t('lead')))), place, el('p.ch-muted', {}, t('complete'))];
}

const usable = accounts => accounts.filter(account => account.active && account.postable && !account.controlledBy);

async function attempt(node, work, refresh) {
  try { await work(); await refresh(); } catch (error) { node.append(problem(error)); }
}

function heldCard(statement, refresh) {
  const reason = el('input.form-control', { type: 'text', maxlength: 2000 });
  const card = el('div.ch-card', {}, el('strong', {}, statement.name), ' ', el('span.ch-muted', {}, statement.accountShown),
    statement.findings.map(finding => el('p.ch-notice.ch-change', {}, finding.message)));
  const act = (path, needsReason) => () => {
    if (needsReason && reason.value.trim().length < REASON_MIN) { reason.focus(); return; }
    attempt(card, () => post(`/api/banking/statements/${statement.id}/${path}`, needsReason ? { reason: reason.value.trim() } : {}), refresh);
  };
  card.append(field(t('why'), reason), button(t('retry'), act('retries', false)), ' ', button(t('release'), act('releases', true)), ' ', button(t('drop'), act('drops', true)));
  return card;
}

function entryCard(entry, where, accounts, refresh) {
  const body = el('div', { hidden: true });
  const card = el('div.ch-card', {},
    el('div.ch-row', {}, el('strong', {}, sum(entry.open, entry.currency)), ' · ', date(entry.bookedOn), ' · ', entry.counterpartyName || '', ' · ', entry.remittance),
    button(t('open'), async event => {
      body.hidden = !body.hidden;
      event.target.textContent = body.hidden ? t('open') : t('close');
      if (!body.hidden && !body.childElementCount) body.append(...await detail(entry, where, accounts, refresh, card));
    }), body);
  return card;
}

async function detail(entry, where, accounts, refresh, card) {
  const view = await get('/api/reconciliation/entries/' + entry.entryId);
  const explain = parts => attempt(card, () => post(`/api/reconciliation/entries/${entry.entryId}/explanations`, { parts }), refresh);
  return [
    pairs([[t('amount'), sum(entry.amount, entry.currency)], [t('rest'), sum(entry.open, entry.currency)], [t('party'), [entry.counterpartyName, view.entry.counterpartyAccount].filter(Boolean).join(', ')],
      [t('text'), entry.remittance], [t('reference'), entry.endToEndId]]),
    section(t('candidates'), view.candidates.length
      ? el('ul', {}, view.candidates.map(candidate => candidateLine(candidate, entry, explain))) : el('p.ch-muted', {}, t('noCandidates'))),
    booking(entry, where, accounts, explain, refresh, card)];
}

function candidateLine(candidate, entry, explain) {
  const open = String(entry.open);
  const most = minor(candidate.amount) < 0n ? -minor(candidate.amount) : minor(candidate.amount);
  const wanted = minor(open) < 0n ? -minor(open) : minor(open);
  const fits = candidate.kind === 'PAYMENT' ? most === wanted : wanted <= most;
  const part = { paymentId: candidate.kind === 'PAYMENT' ? candidate.id : null, itemId: candidate.kind === 'ITEM' ? candidate.id : null, account: null, costCentre: null, amount: open };
  return el('li', {}, el('strong', {}, `${t(candidate.kind)} ${candidate.number}`), ` ${candidate.party}, ${candidate.detail || ''}, ${sum(candidate.amount, candidate.currency)}, ${t('due', { day: date(candidate.day) })} `,
    el('small.ch-muted', {}, candidate.reasons.split(',').map(reason => t(reason)).join(', ')), ' ', fits ? button(t('take'), () => explain([part]), 'primary') : '');
}

function booking(entry, where, accounts, explain, refresh, card) {
  const rows = el('div');
  const lines = [];
  const addRow = (account, costCentre, amount) => {
    const line = {
      account: select(accounts.map(each => ({ value: each.code, label: `${each.code} ${each.name}` })), account),
      costCentre: el('input.form-control', { type: 'text', value: costCentre || '' }),
      amount: el('input.form-control', { type: 'text', value: amount })
    };
    lines.push(line);
    rows.append(el('div.ch-row', {}, field(t('account'), line.account), field(t('costCentre'), line.costCentre), field(t('amount'), line.amount)));
  };
  addRow(entry.suggestedAccount, entry.suggestedCostCentre, String(entry.open));
  const ruleText = el('input.form-control', { type: 'text', maxlength: 200, value: entry.remittance.slice(0, 60) });
  const book = () => explain(lines.map(line => ({ paymentId: null, itemId: null, account: line.account.value, costCentre: line.costCentre.value.trim() || null, amount: line.amount.value.trim() })));
  const rule = () => attempt(card, async () => {
    await post(`/api/reconciliation/rules?organization=${where.organization}`, { name: ruleText.value.trim(), rank: RULE_RANK, bankAccount: where.account, contains: ruleText.value.trim(), pattern: null,
      likeEntry: null, amountFrom: null, amountTo: null, account: lines[0].account.value, costCentre: lines[0].costCentre.value.trim() || null });
    await post(`/api/reconciliation/matches?organization=${where.organization}&account=${encodeURIComponent(where.account)}`);
  }, refresh);
  return section(t('parts'),
    entry.suggestedAccount ? el('p.ch-notice', {}, t('suggested', { count: entry.decisions, account: entry.suggestedAccount })) : '',
    rows, button(t('add'), () => addRow('', '', '0')), ' ', button(t('book'), book, 'primary'),
    field(t('rule'), ruleText, t('ruleHint')), button(t('rule'), rule));
}
