// The form of the process "bank-reconciliation": entries nobody explained, and statements that are held.
import { el, get, post, money, date, section, pairs, field, select, user } from './forms-kit.js';

const texts = {
  en: {
    title: 'Bank account {account}', lead: 'Everything here is posted to suspense already, so that the books equal the bank. Say what it is; each decision is posted at once.',
    entries: 'Not explained yet', none: 'Nothing is left to explain.', held: 'Held statements', why: 'Reason', release: 'Release', retry: 'Try again', drop: 'Drop',
    open: 'Explain', close: 'Close', bookedOn: 'Booked on', party: 'Counterparty', text: 'Text', amount: 'Amount', rest: 'Still open', reference: 'Reference',
    candidates: 'It could be', noCandidates: 'No payment or invoice looks like it.', take: 'Take', suggested: 'Decided {count} times before: {account}',
    part: 'As a part', remove: 'Remove', parts: 'Book to', account: 'Account', costCentre: 'Cost centre', add: 'Another account', book: 'Book', left: 'Left to explain: {sum}', all: 'Nothing is left of it',
    rule: 'Make a rule from this', ruleText: 'Entries with this text', ruleHint: 'They are booked to the first account above from now on, this one at once.',
    PAYMENT: 'Payment', ITEM: 'Invoice', REFERENCE: 'named in the text', AMOUNT: 'same amount', COUNTERPARTY: 'same account', NAME: 'same name', due: 'due {day}', again: 'Look again for payments and invoices', complete: 'With the last entry this task ends by itself.', ended: 'Everything is explained: this task has ended.'
  },
  de: {
    title: 'Bankkonto {account}', lead: 'Alles hier steht bereits auf dem Klärungskonto, damit die Bücher der Bank gleichen. Sagen Sie, was es ist; jede Entscheidung wird sofort gebucht.',
    entries: 'Noch ungeklärt', none: 'Es ist nichts mehr zu klären.', held: 'Zurückgehaltene Auszüge', why: 'Grund', release: 'Freigeben', retry: 'Erneut versuchen', drop: 'Verwerfen',
    open: 'Klären', close: 'Schließen', bookedOn: 'Gebucht am', party: 'Gegenseite', text: 'Text', amount: 'Betrag', rest: 'Noch offen', reference: 'Referenz',
    candidates: 'Es könnte sein', noCandidates: 'Keine Zahlung und keine Rechnung sieht danach aus.', take: 'Übernehmen', suggested: 'Bisher {count}-mal so entschieden: {account}',
    part: 'Als Teil', remove: 'Entfernen', parts: 'Buchen auf', account: 'Konto', costCentre: 'Kostenstelle', add: 'Weiteres Konto', book: 'Buchen', left: 'Noch zu klären: {sum}', all: 'Es bleibt nichts offen',
    rule: 'Daraus eine Regel machen', ruleText: 'Buchungen mit diesem Text', ruleHint: 'Sie werden künftig auf das erste Konto oben gebucht, diese sofort.',
    PAYMENT: 'Zahlung', ITEM: 'Rechnung', REFERENCE: 'im Text genannt', AMOUNT: 'gleicher Betrag', COUNTERPARTY: 'gleiches Konto', NAME: 'gleicher Name', due: 'fällig {day}', again: 'Erneut nach Zahlungen und Rechnungen suchen', complete: 'Mit der letzten Buchung endet diese Aufgabe von selbst.', ended: 'Alles ist geklärt: Diese Aufgabe ist beendet.'
  }
};

const UNKNOWN = 'UNKNOWN';
const REASON_MIN = 3;
const RULE_RANK = 100;
const RULE_TEXT_MAX = 60;

let locale = 'en';
const t = (key, values = {}) => (texts[locale.toLowerCase().startsWith('de') ? 'de' : 'en'][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const problem = error => el('p.ch-notice.ch-bad', { role: 'alert' }, error.message);
const sum = (amount, currency) => money({ amount: String(amount), currency });
const button = (label, onclick, tone = 'default') => el(`button.btn.btn-${tone}`, { type: 'button', onclick }, label);

/** Minor units as an integer: parts have to sum exactly. */
const DIGITS = 4;
const minor = text => {
  const [, sign, whole, fraction = ''] = /^([-+]?)(\d+)(?:\.(\d{0,4}))?$/.exec(String(text).trim()) ?? [];
  return whole === undefined ? null : BigInt((sign === '-' ? '-' : '') + whole + fraction.padEnd(DIGITS, '0'));
};
const plain = units => {
  const digits = String(abs(units)).padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0{1,2}$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -DIGITS)}.${fraction}`;
};
const abs = units => (units < 0n ? -units : units);

export async function explainBankEntries(form) {
  const me = await user();
  locale = me.locale;
  const where = await get('/api/reconciliation/tasks/' + form.taskId);
  where.mayRule = me.organizations.some(own => own.code === where.organization && own.permissions.includes('reconciliation.rule:manage'));
  const place = el('div');
  let left = 1;
  let ended = false;
  form.ready = () => left === 0 && !ended;

  async function refresh() {
    const known = where.account !== UNKNOWN;
    const query = `organization=${where.organization}` + (known ? `&account=${encodeURIComponent(where.account)}` : '');
    const [entries, statements, accounts] = await Promise.all([
      known ? get(`/api/reconciliation/entries?${query}&limit=200`) : [],
      get(`/api/banking/statements?${query}&state=HELD`),
      get(`/api/ledger/accounts?organization=${where.organization}`).catch(() => [])]);
    const held = statements.filter(statement => known || !statement.bankAccountId);
    left = entries.length + held.length;
    // the decision about the last entry ends the task in its own transaction
    ended = left === 0 && await get('/api/reconciliation/tasks/' + form.taskId).then(() => false, () => true);
    if (ended) {
      place.replaceChildren(el('p.ch-notice.ch-good', { role: 'status' }, t('ended')));
      form.check();
      return;
    }
    place.replaceChildren(
      held.length ? section(t('held'), held.map(statement => heldCard(statement, refresh))) : '',
      section(`${t('entries')} (${entries.length})`,
        entries.length ? entries.map(entry => entryCard(entry, where, usable(accounts), refresh)) : el('p.ch-muted', {}, t('none')),
        known && entries.length ? button(t('again'), () => attempt(place, () => post(`/api/reconciliation/matches?${query}`), refresh)) : ''),
      el('p.ch-muted', {}, t('complete')));
    form.check();
  }

  await refresh();
  return [el('header.ch-head', {}, el('div', {}, el('h3', {}, t('title', { account: where.account })), el('p', {}, t('lead')))), place];
}

const usable = accounts => accounts.filter(account => account.active && account.postable && !account.controlledBy);

async function attempt(node, work, refresh) {
  node.querySelectorAll('[role=alert]').forEach(before => before.remove());
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
    el('div.ch-line', {}, el('strong.ch-num', {}, sum(entry.open, entry.currency)), el('span', {}, [date(entry.bookedOn), entry.counterpartyName, entry.remittance].filter(Boolean).join(' · ')),
      button(t('open'), async event => {
        body.hidden = !body.hidden;
        event.target.textContent = body.hidden ? t('open') : t('close');
        if (body.hidden || body.childElementCount) return;
        try { body.append(...await detail(entry, where, accounts, refresh, card)); } catch (error) { body.append(problem(error)); }
      })), body);
  return card;
}

async function detail(entry, where, accounts, refresh, card) {
  const view = await get('/api/reconciliation/entries/' + entry.entryId);
  const explain = parts => attempt(card, () => post(`/api/reconciliation/entries/${entry.entryId}/explanations`, { parts }), refresh);
  const split = parts(entry, accounts);
  return [
    pairs([[t('amount'), sum(entry.amount, entry.currency)], [t('rest'), sum(entry.open, entry.currency)], [t('party'), [entry.counterpartyName, view.entry.counterpartyAccount].filter(Boolean).join(', ')],
      [t('text'), entry.remittance], [t('reference'), entry.endToEndId]]),
    section(t('candidates'), view.candidates.length
      ? el('ul.ch-plain', {}, view.candidates.map(candidate => candidateLine(candidate, entry, explain, split))) : el('p.ch-muted', {}, t('noCandidates'))),
    section(t('parts'),
      entry.suggestedAccount ? el('p.ch-notice.ch-change', {}, t('suggested', { count: entry.decisions, account: entry.suggestedAccount })) : '',
      split.node, el('div.ch-actions', {}, button(t('add'), () => split.add()), button(t('book'), () => explain(split.values()), 'primary'))),
    where.mayRule ? ruleFrom(entry, where, split, refresh, card) : ''];
}

/** How much of an entry a candidate can take, with the entry's sign; null: it cannot. */
function takes(candidate, entry, rest) {
  const foreign = candidate.currency !== entry.currency;
  const size = abs(minor(candidate.amount));
  if (candidate.kind === 'PAYMENT') return foreign ? rest : size <= abs(rest) ? (rest < 0n ? -size : size) : null;
  if (foreign) return null;
  return size < abs(rest) ? (rest < 0n ? -size : size) : rest;
}

const target = (candidate, amount) => ({ paymentId: candidate.kind === 'PAYMENT' ? candidate.id : null, itemId: candidate.kind === 'ITEM' ? candidate.id : null, account: null, costCentre: null, amount });

function candidateLine(candidate, entry, explain, split) {
  const open = minor(entry.open);
  const whole = takes(candidate, entry, open);
  return el('li.ch-line', {}, el('strong.ch-num', {}, sum(candidate.amount, candidate.currency)),
    el('span', {}, [`${t(candidate.kind)} ${candidate.number}`, candidate.party, candidate.detail, t('due', { day: date(candidate.day) })].filter(Boolean).join(' · '),
      el('small', {}, candidate.reasons.split(',').map(reason => t(reason)).join(', '))),
    whole === open ? button(t('take'), () => explain([target(candidate, plain(open))]), 'primary') : '',
    whole === null ? '' : button(t('part'), () => split.give(candidate)));
}

/** What an entry is split into: accounts, and the payments and invoices given a part of it. */
function parts(entry, accounts) {
  const lines = [];
  const rows = el('div');
  const left = el('p.ch-muted', { role: 'status' });
  const given = () => lines.reduce((total, line) => total + (minor(line.amount.value) ?? 0n), 0n);
  const show = () => {
    const rest = minor(entry.open) - given();
    left.textContent = rest === 0n ? t('all') : t('left', { sum: sum(plain(rest), entry.currency) });
  };
  const input = value => el('input.form-control', { type: 'text', value, 'aria-label': t('amount'), oninput: show });
  const place = (line, ...cells) => {
    line.row = el('div.ch-row', {}, cells, button(t('remove'), () => {
      lines.splice(lines.indexOf(line), 1);
      line.row.remove();
      show();
    }));
    lines.push(line);
    rows.append(line.row);
    show();
  };
  const add = (account = '', costCentre = '') => {
    const line = {
      account: select(accounts.map(each => ({ value: each.code, label: `${each.code} ${each.name}` })), account),
      costCentre: el('input.form-control', { type: 'text', value: costCentre || '', maxlength: 20 }),
      amount: input(plain(minor(entry.open) - given()))
    };
    place(line, field(t('account'), line.account), field(t('costCentre'), line.costCentre), field(t('amount'), line.amount));
  };
  const give = candidate => {
    if (lines.some(line => line.candidate?.id === candidate.id)) return;
    // an account that was to take everything makes room
    const taker = lines.find(line => line.account && minor(line.amount.value) === minor(entry.open));
    if (taker) taker.amount.value = '0.00';
    const amount = takes(candidate, entry, minor(entry.open) - given());
    const line = { candidate, amount: input(plain(amount ?? 0n)) };
    place(line, el('div.ch-field', {}, el('span', {}, `${t(candidate.kind)} ${candidate.number}`), candidate.party), field(t('amount'), line.amount));
    if (taker) taker.amount.value = plain(minor(entry.open) - given());
    show();
  };
  const values = () => lines.filter(line => minor(line.amount.value) !== 0n).map(line => (line.candidate ? target(line.candidate, line.amount.value.trim())
    : { paymentId: null, itemId: null, account: line.account.value || null, costCentre: line.costCentre.value.trim() || null, amount: line.amount.value.trim() }));
  add(entry.suggestedAccount, entry.suggestedCostCentre);
  return { node: el('div', {}, rows, left), add, give, values, account: () => lines.find(line => line.account) };
}

function ruleFrom(entry, where, split, refresh, card) {
  const text = el('input.form-control', { type: 'text', maxlength: 200, value: entry.remittance.slice(0, RULE_TEXT_MAX) });
  return section(t('rule'), field(t('ruleText'), text, t('ruleHint')), el('div.ch-actions', {}, button(t('rule'), () => {
    const line = split.account();
    if (!line?.account.value) { line?.account.focus(); return; }
    attempt(card, async () => {
      await post(`/api/reconciliation/rules?organization=${where.organization}`, { name: text.value.trim(), rank: RULE_RANK, bankAccount: where.account, contains: text.value.trim(), pattern: null,
        likeEntry: null, amountFrom: null, amountTo: null, account: line.account.value, costCentre: line.costCentre.value.trim() || null });
      await post(`/api/reconciliation/matches?organization=${where.organization}&account=${encodeURIComponent(where.account)}`);
    }, refresh);
  })));
}
