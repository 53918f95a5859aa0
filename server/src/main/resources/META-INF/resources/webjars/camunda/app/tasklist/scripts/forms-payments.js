// The forms of the processes "payment-run" and "payment-rejection": ask for a proposal, review it, look into rejections.
import { el, get, post, money, date, instant, section, pairs, choices, field, select, user } from './forms-kit.js';
import { texts } from './forms-payments-texts.js';

let locale = 'en';
const language = () => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');
const t = (key, values = {}) => (texts[language()][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const reason = key => texts[language()]['reason.' + key] ?? key;
const PAGE = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

async function reader() { const me = await user(); locale = me.locale ?? 'en'; return me; }

const problem = error => el('section.ch-notice.ch-bad', { role: 'alert' }, el('p', {}, el('strong', {}, t('refused')), ' ', error.message));
const input = (attributes = {}) => el('input.form-control', { type: 'text', autocomplete: 'off', ...attributes });
const variableOf = async (form, name) =>
  (await get(`/camunda/api/engine/engine/default/task/${form.taskId}/form-variables?variableNames=${name}`))[name].value;

/** What is to be proposed; everything left empty comes from the settings. */
export async function startPaymentRun(form) {
  const me = await reader();
  const mine = me.organizations.filter(one => one.permissions.includes('payments.run:propose'));
  const organization = select(mine.map(one => ({ value: one.code, label: `${one.code} · ${one.name}` })), mine.length === 1 ? mine[0].code : null);
  const payOn = input({ type: 'date' }), dueUntil = input({ type: 'date' });
  const minimum = input({ inputmode: 'decimal' }), currency = input({ maxlength: 3 });
  const bank = el('div', {});
  const settings = el('p.ch-muted');
  let bankAccount = select([], null, t('anyAccount'));
  const show = async () => {
    bankAccount = select([], null, t('anyAccount'));
    bank.replaceChildren(field(t('bankAccount'), bankAccount));
    settings.textContent = '';
    if (!organization.value) return;
    const policy = await get(`/api/payments/settings?organization=${encodeURIComponent(organization.value)}`).catch(() => null);
    if (policy) settings.textContent = t('bySettings', { days: policy.daysAhead, minimum: money(policy.minimum), yield: policy.discountYieldMin });
    const accounts = await get(`/api/banking/accounts?organization=${encodeURIComponent(organization.value)}`).catch(() => []);
    const open = accounts.filter(one => !one.closedOn);
    bankAccount = select(open.map(one => ({ value: one.code, label: `${one.code} · ${one.name}` })), null, t('anyAccount'));
    bank.replaceChildren(field(t('bankAccount'), bankAccount));
  };
  organization.addEventListener('change', () => { show(); form.check(); });
  const plain = text => text.trim().replace(language() === 'de' ? /[.\s]/g : /[,\s]/g, '').replace(',', '.');
  minimum.addEventListener('input', () => form.check());
  form.ready = () => organization.value !== '' && (!minimum.value.trim() || /^\d+(\.\d+)?$/.test(plain(minimum.value)));
  form.values = () => ({ organization: organization.value, payOn: payOn.value, dueUntil: dueUntil.value, minimumAmount: minimum.value.trim() ? plain(minimum.value) : '',
    currency: currency.value.trim().toUpperCase(), bankAccount: bankAccount.value });
  form.declares('organization', 'payOn', 'dueUntil', 'minimumAmount', 'currency', 'bankAccount');
  await show();
  return [el('p', {}, t('lead')), settings, el('div.ch-grid', {}, field(t('organization'), organization), field(t('payOn'), payOn, t('payOnHint')),
    field(t('dueUntil'), dueUntil, t('dueUntilHint')), field(t('minimum'), minimum, t('minimumHint')), field(t('currency'), currency, t('currencyHint')), bank)];
}

const head = (run, totals) => el('header.ch-head', {}, el('div', {}, el('h3', {}, money(totals.base)),
  el('p', {}, t('headLine', { number: run.number, payments: totals.payments, items: totals.items, day: date(run.payOn) }))));

const totalsTable = totals => section(t('totals'), el('table.ch-table', {},
  el('thead', {}, el('tr', {}, el('th', {}, t('bankAccount')), el('th', {}, t('method')), el('th.ch-num', {}, t('payments')), el('th.ch-num', {}, t('items')), el('th.ch-num', {}, t('discount')), el('th.ch-num', {}, t('amount')))),
  el('tbody', {}, totals.lines.map(line => el('tr', {}, el('td', {}, line.bankAccount), el('td', {}, t('method.' + line.method)), el('td.ch-num', {}, String(line.payments)),
    el('td.ch-num', {}, String(line.items)), el('td.ch-num', {}, money(line.discount)), el('td.ch-num', {}, el('strong', {}, money(line.amount))))))));

const leftTable = totals => (totals.left.length ? section(t('leftOut'), el('table.ch-table', {}, el('tbody', {}, totals.left.map(left =>
  el('tr', {}, el('td', {}, reason(left.reason)), el('td.ch-num', {}, String(left.items)), el('td.ch-num', {}, money(left.amount))))))) : null);

const changesList = changes => (changes.length ? section(t('changes'), el('ul.ch-plain', {}, changes.map(change =>
  el('li', {}, `${instant(change.changedAt)} · ${change.changedBy}: ${t('did.' + change.action)} ${change.detail}`)))) : null);

/** The run's items with everything that can be done about them. */
function itemList(runId, accounts, refresh) {
  const state = { included: '', text: '', offset: 0 };
  const chosen = new Set();
  const body = el('tbody'), said = el('div', { 'aria-live': 'polite' }), more = el('button.btn.btn-default', { type: 'button', onclick: () => { state.offset += PAGE; load(true); } }, t('more'));
  const why = input({ maxlength: 500, placeholder: t('whyPlaceholder') }), until = input({ type: 'date', 'aria-label': t('until') }), part = input({ inputmode: 'decimal', placeholder: t('partPlaceholder') });
  const to = select(accounts.map(one => ({ value: one.code, label: one.code })), null, t('bankAccount'));
  const row = item => el('tr', { class: item.included ? '' : 'ch-out' },
    el('td', {}, el('input', { type: 'checkbox', 'aria-label': t('choose', { item: item.documentNumber }), checked: chosen.has(item.itemId),
      onchange: event => (event.target.checked ? chosen.add(item.itemId) : chosen.delete(item.itemId)) })),
    el('td', {}, item.supplierName, el('div', {}, el('small.ch-muted', {}, `${item.supplierNumber} · ${item.accountEnding ?? t('noAccount')}`))),
    el('td', {}, item.supplierInvoiceNumber, el('div', {}, el('small.ch-muted', {}, item.documentNumber))),
    el('td', {}, date(item.dueOn)), el('td.ch-num', {}, money(item.open)), el('td.ch-num', {}, Number(item.discount.amount) ? money(item.discount) : ''),
    el('td.ch-num', {}, item.included ? el('strong', {}, money(item.amount)) : ''), el('td', {}, item.bankAccount ?? ''),
    el('td', {}, el('span.ch-badge', { class: item.included ? 'ch-badge' : 'ch-badge ch-warn' }, reason(item.reason)), item.detail ? el('div', {}, el('small.ch-muted', {}, item.detail)) : null));
  async function load(append) {
    const query = new URLSearchParams({ limit: PAGE, offset: state.offset, ...(state.included && { included: state.included }), ...(state.text && { text: state.text }) });
    const page = await get(`/api/payments/runs/${runId}/items?${query}`);
    if (!append) body.replaceChildren();
    body.append(...page.items.map(row));
    more.hidden = !page.more;
  }
  const restart = () => { state.offset = 0; return load(false); };
  async function act(path, values) {
    said.replaceChildren();
    try {
      await post(`/api/payments/runs/${runId}/${path}`, values);
      chosen.clear(); why.value = ''; part.value = '';
      await Promise.all([restart(), refresh()]);
    } catch (error) { said.replaceChildren(problem(error)); }
  }
  const items = () => [...chosen];
  const button = (label, run) => el('button.btn.btn-default', { type: 'button', onclick: () => (chosen.size ? run() : said.replaceChildren(el('p.ch-notice.ch-warn', {}, t('chooseFirst')))) }, label);
  const filter = select([{ value: 'true', label: t('in') }, { value: 'false', label: t('out') }], null, t('all'));
  filter.addEventListener('change', () => { state.included = filter.value; restart(); });
  const search = input({ placeholder: t('search'), oninput: () => { state.text = search.value.trim(); clearTimeout(state.timer); state.timer = setTimeout(restart, 300); } });
  const plain = text => text.trim().replace(language() === 'de' ? /[.\s]/g : /[,\s]/g, '').replace(',', '.');
  const node = section(t('whatIsIn'),
    el('div.ch-grid', {}, filter, search),
    el('div.ch-scroll', {}, el('table.ch-table', {}, el('thead', {}, el('tr', {}, el('th'), el('th', {}, t('supplier')), el('th', {}, t('invoice')), el('th', {}, t('due')),
      el('th.ch-num', {}, t('open')), el('th.ch-num', {}, t('discount')), el('th.ch-num', {}, t('paid')), el('th', {}, t('from')), el('th', {}, t('why')))), body)), more, said,
    el('div.ch-grid.ch-acts', {},
      el('div', {}, field(t('why'), why), button(t('exclude'), () => act('exclusions', { items: items(), reason: why.value.trim() || '-' })), ' ', button(t('include'), () => act('inclusions', { items: items() }))),
      el('div', {}, field(t('until'), until, t('untilHint')), button(t('defer'), () => act('deferrals', { items: items(), until: until.value || null, reason: why.value.trim() || '-' }))),
      el('div', {}, field(t('part'), part, t('partHint')), button(t('split'), () => act('splits', { item: items()[0], amount: plain(part.value) }))),
      el('div', {}, field(t('moveTo'), to), button(t('move'), () => act('moves', { items: items(), bankAccount: to.value })))));
  return { node, load: restart };
}

/** The proposal: what it comes to, why each item is in or out, and what becomes of it. */
export async function reviewPaymentRun(form) {
  await reader();
  const id = await variableOf(form, 'paymentRunId');
  const top = el('div'), bottom = el('div');
  let run = null;
  const refresh = async () => {
    const view = await get('/api/payments/runs/' + id);
    run = view.run;
    top.replaceChildren(head(view.run, view.totals), totalsTable(view.totals), leftTable(view.totals) ?? '');
    bottom.replaceChildren(changesList(view.changes) ?? '');
  };
  await refresh();
  const bank = await get(`/api/banking/accounts?organization=${encodeURIComponent((await variableOf(form, 'organization')) ?? '')}`).catch(() => []);
  const list = itemList(id, bank.filter(one => !one.closedOn), refresh);
  await list.load();
  const day = input({ type: 'date', value: run.payOn }), said = el('div', { 'aria-live': 'polite' });
  const later = el('button.btn.btn-default', { type: 'button', onclick: async () => {
    said.replaceChildren();
    try { await post(`/api/payments/runs/${id}/reschedulings`, { payOn: day.value }); await refresh(); } catch (error) { said.replaceChildren(problem(error)); }
  } }, t('reschedule'));
  const text = el('textarea.form-control', { rows: 2, maxlength: 500, oninput: () => form.check() });
  const reasonBox = el('div', { hidden: true }, field(t('why'), text, t('whyHint')));
  let decision = null;
  form.ready = () => decision === 'SUBMIT' || (decision === 'GIVE_UP' && text.value.trim().length >= 3);
  form.values = () => ({ reviewDecision: decision, text: decision === 'GIVE_UP' ? text.value.trim() : '' });
  form.declares('reviewDecision', 'text');
  const refused = await variableOf(form, 'releaseErrorText').catch(() => null);
  return [top, refused ? el('section.ch-notice.ch-change', {}, el('h4', {}, t('cameBack')), refused) : null, list.node, el('div.ch-row', {}, field(t('payOn'), day), later), said, bottom,
    el('section.ch-section.ch-decide', {}, el('h4', {}, t('what')), choices('reviewDecision', [
      { value: 'SUBMIT', tone: 'good', label: t('submit'), hint: t('submitHint') },
      { value: 'GIVE_UP', tone: 'bad', label: t('giveUp'), hint: t('giveUpHint') }],
    value => { decision = value; reasonBox.hidden = value !== 'GIVE_UP'; form.check(); }), reasonBox)];
}

/** What a bank did not pay, and what becomes of it. */
export async function settleRejection(form) {
  await reader();
  const payments = await get(`/api/payments/answers/${await variableOf(form, 'answerId')}/payments`);
  const text = el('textarea.form-control', { rows: 2, maxlength: 500, oninput: () => form.check() });
  let decision = null;
  form.ready = () => decision !== null && text.value.trim().length >= 3;
  form.values = () => ({ rejectionDecision: decision, text: text.value.trim() });
  form.declares('rejectionDecision', 'text');
  return [el('header.ch-head', {}, el('div', {}, el('h3', {}, t('rejected', { count: payments.length })), el('p', {}, t('rejectedHint')))),
    ...payments.slice(0, PAGE).map(payment => section(`${payment.creditor} · ${money(payment.amount)}`,
      pairs([[t('bankSays'), [payment.reasonCode, payment.reasonText].filter(Boolean).join(' · ')], [t('state'), t('state.' + payment.state)], [t('account'), payment.accountEnding],
        [t('endToEndId'), payment.endToEndId], [t('pays'), payment.parts.map(part => `${part.supplierInvoiceNumber} (${money(part.amount)})`).join(', ')]]))),
    el('section.ch-section.ch-decide', {}, el('h4', {}, t('what')), choices('rejectionDecision', [
      { value: 'PAY_AGAIN', tone: 'good', label: t('payAgain'), hint: t('payAgainHint') },
      { value: 'HOLD', tone: 'warn', label: t('hold'), hint: t('holdHint') }], value => { decision = value; form.check(); }), field(t('why'), text, t('whyHint')))];
}
