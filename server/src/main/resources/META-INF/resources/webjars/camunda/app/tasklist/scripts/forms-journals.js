// The forms of the process "journal-approval": write a journal, correct it, look at it before approving.
import { el, get, put, post, upload, money, date, section, pairs, choices, field, select, user } from './forms-kit.js';
import { texts } from './forms-journals-texts.js';

let locale = 'en';
const language = () => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');
const t = (key, values = {}) => texts[language()][key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

async function reader() { locale = (await user()).locale; }

const decimal = () => new Intl.NumberFormat(locale).formatToParts(1.5).find(part => part.type === 'decimal').value;

/** What was typed as plain digits: thousands and the reader's decimal sign are understood. */
function plain(text) {
  const sign = decimal();
  const thousands = sign === ',' ? /[.\s'’]/g : /[,\s'’]/g;
  return text.trim().replace(thousands, '').replace(sign, '.');
}
const isNumber = text => /^-?\d+(\.\d+)?$/.test(text);
const typed = text => (text == null ? '' : text.replace('.', decimal()));
const shown = (value, currency) => (value == null ? '' : money({ amount: value, currency }));

/** Exact sums: amounts are text and are added as whole ten-thousandths. */
const units = text => { const [whole, rest = ''] = text.split('.'); return BigInt((whole.startsWith('-') ? '-' : '') + (whole.replace('-', '') || '0') + rest.padEnd(4, '0').slice(0, 4)); };
const fromUnits = value => { const digits = String(value < 0n ? -value : value).padStart(5, '0'); return (value < 0n ? '-' : '') + digits.slice(0, -4) + '.' + digits.slice(-4); };

const findingsOf = error => error.problem?.findings ?? error.problem?.errors ?? [];

function findingList(title, findings) {
  return el('section.ch-notice.ch-bad', { role: 'alert' }, el('p', {}, el('strong', {}, title)),
    el('ul', {}, findings.map(finding => el('li', {}, finding.place ? el('strong', {}, placeName(finding.place) + ': ') : null, finding.message))));
}

function placeName(place) {
  const [kind, number] = place.split(' ');
  return kind === 'line' ? t('line', { number }) : kind === 'row' ? t('row', { number }) : place === 'posting date' ? t('postingDate') : place;
}

/** One line being edited. */
function lineRow(editor, line) {
  const cell = (name, attributes = {}) => el('input.form-control', { type: 'text', value: line[name] ?? '', 'aria-label': t(name), autocomplete: 'off', oninput: () => editor.touched(), ...attributes });
  const amount = name => cell(name, { value: typed(line[name]), inputmode: 'decimal', class: 'form-control ch-num' });
  const inputs = {
    account: cell('account', { list: editor.id + '-accounts' }), debit: amount('debit'), credit: amount('credit'),
    costCentre: cell('costCentre', { list: editor.id + '-centres' }), text: cell('text', { maxlength: 1000 }),
    project: cell('project', { list: editor.id + '-projects' }), taxCode: cell('taxCode', { list: editor.id + '-taxes' }),
    currency: cell('currency', { maxlength: 3, placeholder: editor.options.baseCurrency }), currencyAmount: amount('currencyAmount')
  };
  const name = el('small.ch-muted');
  const remove = el('button.btn.btn-link', { type: 'button', title: t('removeLine'), 'aria-label': t('removeLine'), onclick: () => editor.remove(row) }, '✕');
  const faults = el('div.ch-fault', { role: 'alert' });
  const node = el('tr', {}, el('td.ch-account', {}, inputs.account, name, faults), el('td', {}, inputs.debit), el('td', {}, inputs.credit),
    el('td', {}, inputs.costCentre), el('td.ch-text', {}, inputs.text),
    ...['project', 'taxCode', 'currency', 'currencyAmount'].map(key => el('td.ch-more', {}, inputs[key])), el('td', {}, remove));
  const row = {
    node, inputs,
    isEmpty: () => Object.values(inputs).every(input => !input.value.trim()),
    value: () => Object.fromEntries(Object.entries(inputs).map(([key, input]) => {
      const text = ['debit', 'credit', 'currencyAmount'].includes(key) ? plain(input.value) : input.value.trim();
      return [key, text || null];
    })),
    unreadable: () => ['debit', 'credit', 'currencyAmount'].filter(key => inputs[key].value.trim() && !isNumber(plain(inputs[key].value))),
    say: messages => { faults.replaceChildren(...messages.map(message => el('div', {}, message))); node.classList.toggle('ch-wrong', messages.length > 0); },
    tell: () => { name.textContent = editor.names.get(inputs.account.value.trim()) ?? ''; }
  };
  row.tell();
  return row;
}

const more = line => line.project || line.taxCode || line.currency;

/** The table of lines with everything that fills it. */
function lineEditor(options, onTouch) {
  const editor = { id: 'journal-' + Math.random().toString(36).slice(2), options, names: new Map(options.accounts.map(account => [account.code, account.name])), rows: [] };
  const body = el('tbody');
  const sums = { debit: el('th.ch-num'), credit: el('th.ch-num'), difference: el('th') };
  const list = (id, entries) => el('datalist', { id: `${editor.id}-${id}` }, entries.map(entry => el('option', { value: entry.code }, `${entry.code} ${entry.name}`)));
  const sum = key => editor.rows.map(row => plain(row.inputs[key].value)).filter(isNumber).reduce((total, text) => total + units(text), 0n);
  editor.touched = (quietly) => {
    const last = editor.rows[editor.rows.length - 1];
    if (!last || !last.isEmpty()) editor.add({});
    editor.rows.forEach(row => row.tell());
    const debit = sum('debit'), credit = sum('credit');
    sums.debit.textContent = shown(fromUnits(debit), options.baseCurrency);
    sums.credit.textContent = shown(fromUnits(credit), options.baseCurrency);
    sums.difference.textContent = debit === credit ? '✓' : t('open', { amount: shown(fromUnits(debit - credit), options.baseCurrency) });
    sums.difference.classList.toggle('ch-open', debit !== credit);
    if (!quietly) { editor.rows.forEach(row => row.say([])); onTouch(); }
  };
  editor.add = line => { const row = lineRow(editor, line); editor.rows.push(row); body.append(row.node); return row; };
  editor.remove = row => { editor.rows = editor.rows.filter(other => other !== row); row.node.remove(); editor.touched(); };
  editor.fill = lines => {
    editor.rows = []; body.replaceChildren();
    lines.forEach(line => editor.add(line));
    if (lines.some(more)) show(true);
    editor.touched(true);
  };
  editor.filled = () => editor.rows.filter(row => !row.isEmpty());
  editor.lines = () => editor.filled().map(row => row.value());
  editor.say = findings => {
    const rows = editor.filled();
    rows.forEach((row, index) => row.say(findings.filter(finding => finding.place === `line ${index + 1}`).map(finding => finding.message)));
  };
  const toggle = el('input', { type: 'checkbox', onchange: () => show(toggle.checked) });
  const table = el('table.ch-table.ch-lines', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('account')), el('th.ch-num', {}, t('debit')), el('th.ch-num', {}, t('credit')), el('th', {}, t('costCentre')), el('th', {}, t('text')),
      ...['project', 'taxCode', 'currency', 'currencyAmount'].map(key => el('th.ch-more', {}, t(key))), el('th'))),
    body, el('tfoot', {}, el('tr', {}, el('th', {}, t('total')), sums.debit, sums.credit, sums.difference, el('th', { colspan: 6 }))));
  const show = on => { toggle.checked = on; table.classList.toggle('ch-all-columns', on); };
  editor.node = el('div', {}, el('div.ch-scroll', {}, table),
    el('label.ch-inline', {}, toggle, ' ', t('moreColumns')),
    list('accounts', options.accounts), list('centres', options.costCentres), list('projects', options.projects), list('taxes', options.taxCodes));
  return editor;
}

/** When it is posted again, or undone. */
function repetition(journal, onTouch) {
  const schedule = journal.schedule;
  const changed = () => { show(); onTouch(); };
  const kind = select([{ value: 'ONCE', label: t('once') }, { value: 'ACCRUAL', label: t('accrual') }, { value: 'RECURRING', label: t('recurring') }],
    schedule ? 'RECURRING' : journal.reverseOn ? 'ACCRUAL' : 'ONCE');
  const input = (value, attributes) => el('input.form-control', { value: value ?? '', oninput: onTouch, ...attributes });
  const reverseOn = input(journal.reverseOn, { type: 'date' });
  const frequency = select(['WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'].map(value => ({ value, label: t(value) })), schedule?.frequency ?? 'MONTHLY');
  const dayRule = select(['EXACT', 'FOLLOWING', 'MODIFIED_FOLLOWING', 'PRECEDING'].map(value => ({ value, label: t(value) })), schedule?.dayRule ?? 'EXACT');
  const every = input(schedule?.every ?? 1, { type: 'number', min: 1, max: 99 });
  const lastOn = input(schedule?.lastOn, { type: 'date' });
  const monthEnd = el('input', { type: 'checkbox', checked: !!schedule?.monthEnd, onchange: onTouch });
  const reverses = el('input', { type: 'checkbox', checked: !!schedule?.reverses, onchange: onTouch });
  [frequency, dayRule].forEach(node => node.addEventListener('change', onTouch));
  kind.addEventListener('change', changed);
  const accrual = el('div.ch-grid', {}, field(t('reverseOn'), reverseOn, t('reverseOnHint')));
  const recurring = el('div', {}, el('div.ch-grid', {}, field(t('frequency'), frequency), field(t('every'), every), field(t('dayRule'), dayRule), field(t('lastOn'), lastOn, t('lastOnHint'))),
    el('label.ch-inline', {}, monthEnd, ' ', t('monthEnd')), el('label.ch-inline', {}, reverses, ' ', t('reverses')), el('p.ch-muted', {}, t('recurringHint')));
  const show = () => { accrual.hidden = kind.value !== 'ACCRUAL'; recurring.hidden = kind.value !== 'RECURRING'; };
  show();
  return {
    node: section(t('repetition'), el('div.ch-grid', {}, field(t('kind'), kind)), accrual, recurring),
    suggest: day => { if (!reverseOn.value && /^\d{4}-\d{2}-\d{2}$/.test(day)) reverseOn.value = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1)).toISOString().slice(0, 10); },
    value: () => ({
      reverseOn: kind.value === 'ACCRUAL' ? reverseOn.value || null : null,
      schedule: kind.value === 'RECURRING' ? { frequency: frequency.value, every: Number(every.value), monthEnd: monthEnd.checked, dayRule: dayRule.value, lastOn: lastOn.value || null, reverses: reverses.checked } : null
    })
  };
}

/** Everything of one journal of one organization; saving keeps a draft and says what is wrong. */
function journalEditor(organization, options, journal, onChange) {
  let id = journal.id ?? null, documentId = journal.documentId ?? null, origin = journal.origin ?? 'TYPED', saved = false;
  const status = el('div', { 'aria-live': 'polite' });
  const touched = () => { saved = false; status.replaceChildren(); repeats.suggest(day.value); onChange(); };
  const day = el('input.form-control', { type: 'date', value: journal.postingDate ?? new Date().toISOString().slice(0, 10), onchange: () => touched() });
  const description = el('input.form-control', { type: 'text', maxlength: 1000, value: journal.description ?? '', oninput: () => touched() });
  const lines = lineEditor(options, () => touched());
  const repeats = repetition(journal, () => touched());
  lines.fill(journal.lines ?? []);
  if (journal.findings?.length) { lines.say(journal.findings); status.replaceChildren(findingList(t('notYet'), journal.findings)); }

  async function save() {
    const unreadable = lines.filled().flatMap(row => row.unreadable().map(key => { row.say([t('notANumber', { name: t(key) })]); return key; }));
    if (unreadable.length) return;
    status.replaceChildren(el('p.ch-muted', {}, t('saving')));
    const body = { postingDate: day.value, description: description.value.trim(), documentId, origin, lines: lines.lines(), ...repeats.value() };
    try {
      const view = id ? await put('/api/ledger/manual-journals/' + id, body)
        : await post('/api/ledger/manual-journals?organization=' + encodeURIComponent(organization), body);
      id = view.id;
      saved = view.findings.length === 0;
      lines.say(view.findings);
      status.replaceChildren(saved ? el('p.ch-notice.ch-good', {}, t('saved', { number: view.number, total: money(view.total) })) : findingList(t('notYet'), view.findings));
    } catch (error) {
      const findings = findingsOf(error);
      lines.say(findings);
      status.replaceChildren(findings.length ? findingList(t('notYet'), findings) : el('p.ch-notice.ch-bad', { role: 'alert' }, error.message));
    }
    onChange();
  }

  const file = el('input', { type: 'file', accept: '.xlsx,.csv,.txt', onchange: async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    status.replaceChildren(el('p.ch-muted', {}, t('reading', { name: chosen.name })));
    try {
      const read = await upload(`/api/ledger/manual-journals/files?organization=${encodeURIComponent(organization)}&name=${encodeURIComponent(chosen.name)}&postingDate=${day.value}`, chosen);
      documentId = read.documentId; origin = 'FILE'; saved = false;
      if (read.postingDate) day.value = read.postingDate;
      lines.fill(read.lines);
      // the file knows rows, the table knows lines
      lines.say(read.findings.map(finding => ({ ...finding, place: read.places.includes(finding.place) ? `line ${read.places.indexOf(finding.place) + 1}` : '' })));
      status.replaceChildren(read.findings.length ? findingList(t('fileWrong', { name: chosen.name, count: read.findings.length }), read.findings)
        : el('p.ch-notice.ch-good', {}, t('fileRead', { name: chosen.name, count: read.lines.length })));
    } catch (error) {
      const findings = findingsOf(error);
      status.replaceChildren(findings.length ? findingList(error.message, findings) : el('p.ch-notice.ch-bad', { role: 'alert' }, error.message));
    }
    file.value = '';
    onChange();
  } });
  const total = el('input.form-control', { type: 'text', inputmode: 'decimal', placeholder: t('templateTotal'), hidden: true });
  const template = select(options.templates.map(entry => ({ value: entry.id, label: `${entry.code} · ${entry.name}` })), '', t('noTemplate'));
  const chosenTemplate = () => options.templates.find(entry => entry.id === template.value);
  const useTemplate = el('button.btn.btn-default', { type: 'button', hidden: true, onclick: async () => {
    try {
      const filled = await get(`/api/ledger/templates/${template.value}/lines${chosenTemplate().hasShares ? '?total=' + plain(total.value) : ''}`);
      origin = 'TEMPLATE';
      if (!description.value.trim()) description.value = filled.description;
      lines.fill(filled.lines);
      touched();
    } catch (error) { status.replaceChildren(el('p.ch-notice.ch-bad', { role: 'alert' }, error.message)); }
  } }, t('useTemplate'));
  template.addEventListener('change', () => { useTemplate.hidden = !template.value; total.hidden = !chosenTemplate()?.hasShares; });
  const workbook = el('a.btn.btn-link', { href: '/api/ledger/manual-journals/workbook?organization=' + encodeURIComponent(organization) }, t('emptyWorkbook'));

  return {
    id: () => id,
    isSaved: () => saved,
    node: el('div', {},
      el('div.ch-grid.ch-when', {}, field(t('postingDate'), day), field(t('description'), description)),
      el('div.ch-row.ch-sources', {}, el('label.btn.btn-default.ch-upload', {}, t('upload'), file), workbook,
        options.templates.length ? template : null, total, useTemplate),
      section(t('lines'), lines.node), repeats.node,
      el('div.ch-row', {}, el('button.btn.btn-primary.ch-save', { type: 'button', onclick: save }, t('save'))), status)
  };
}

const optionsOf = organization => get('/api/ledger/manual-journals/options?organization=' + encodeURIComponent(organization));

/** Write a journal, or go on with a draft. */
export async function enterJournal(form) {
  await reader();
  const permitted = form.user.organizations.filter(organization => organization.permissions.includes('ledger.manual-journal:prepare'));
  const organization = select(permitted.map(own => ({ value: own.code, label: `${own.code} · ${own.name}` })), permitted.length === 1 ? permitted[0].code : null);
  const place = el('div');
  const drafts = el('div');
  let editor = null;
  const open = async journal => {
    const options = await optionsOf(organization.value);
    editor = journalEditor(organization.value, options, journal, () => form.check());
    place.replaceChildren(editor.node);
    form.check();
  };
  const choose = async () => {
    editor = null; place.replaceChildren(); drafts.replaceChildren();
    form.check();
    if (!organization.value) return;
    const mine = (await get(`/api/ledger/manual-journals?state=DRAFT&limit=100&organization=${encodeURIComponent(organization.value)}`))
      .filter(draft => draft.preparedBy === form.user.username);
    if (mine.length) {
      const draft = select(mine.map(entry => ({ value: entry.id, label: `${entry.number} · ${date(entry.postingDate)} · ${entry.description}` })), '', t('newJournal'));
      const discard = el('button.btn.btn-link', { type: 'button', hidden: true, onclick: async () => {
        await post(`/api/ledger/manual-journals/${draft.value}/withdrawals`, { reason: t('discarded') });
        await choose();
      } }, t('discard'));
      draft.addEventListener('change', async () => { discard.hidden = !draft.value; await open(draft.value ? await get('/api/ledger/manual-journals/' + draft.value) : {}); });
      drafts.replaceChildren(field(t('draft'), draft), discard);
    }
    await open({});
  };
  organization.addEventListener('change', choose);
  form.declares('organization', 'manualJournalId');
  form.ready = () => !!editor?.isSaved();
  form.values = () => ({ organization: organization.value, manualJournalId: editor.id() });
  if (organization.value) await choose();
  return [el('div.ch-wide'), el('p.ch-why', {}, t('lead')), el('div.ch-grid', {}, field(t('organization'), organization), drafts), place];
}

/** The journal came back: correct it and hand it in again, or withdraw it. */
export async function correctJournal(form) {
  await reader();
  const journal = await get(`/api/ledger/tasks/${form.taskId}/manual-journal`);
  const options = await optionsOf(journal.organization);
  const course = await get(`/api/approvals/subjects/manual-journal/${journal.id}`).catch(() => null);
  const rejection = course?.decisions.filter(decision => decision.verdict === 'REJECTED').pop();
  const refused = form.read('postingErrorText');
  let outcome = null;
  const text = el('textarea.form-control', { rows: 3, maxlength: 2000, oninput: () => form.check() });
  const reason = el('div', { hidden: true }, field(t('reason'), text));
  const editor = journalEditor(journal.organization, options, journal, () => form.check());
  form.declares('correctionOutcome', 'text');
  form.ready = () => (outcome === 'SUBMIT' ? editor.isSaved() : outcome === 'WITHDRAW' && text.value.trim().length >= 3);
  form.values = () => ({ correctionOutcome: outcome, text: outcome === 'WITHDRAW' ? text.value.trim() : null });
  return [el('div.ch-wide'), head(journal),
    rejection ? el('section.ch-notice.ch-bad', {}, el('h4', {}, t('rejectedBy', { name: course.names?.[rejection.decidedBy] ?? rejection.decidedBy })), el('blockquote.ch-quote', {}, rejection.reason)) : null,
    refused ? el('section.ch-notice.ch-bad', {}, el('h4', {}, t('refused')), el('p', {}, refused)) : null,
    editor.node,
    el('section.ch-section.ch-decide', {}, el('h4', {}, t('what')), choices('correctionOutcome', [
      { value: 'SUBMIT', tone: 'good', label: t('submit'), hint: t('submitHint') },
      { value: 'WITHDRAW', tone: 'bad', label: t('withdraw'), hint: t('withdrawHint') }],
    value => { outcome = value; reason.hidden = value !== 'WITHDRAW'; form.check(); }), reason, el('p.ch-muted', {}, t('complete')))];
}

const head = journal => el('header.ch-head', {},
  el('div', {}, el('h3', {}, journal.description), el('p', {}, `${journal.number} · ${date(journal.postingDate)} · ${journal.organization}`)),
  el('div.ch-sum', {}, el('strong', {}, money(journal.total))));

function postingTable(journal, names) {
  const lines = journal.posting.length ? journal.posting : journal.lines;
  const extra = lines.some(line => line.currency);
  const where = line => [line.costCentre, line.project, line.taxCode].filter(Boolean).join(' · ');
  return section(t('lines'), el('div.ch-scroll', {}, el('table.ch-table', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('account')), el('th.ch-num', {}, t('debit')), el('th.ch-num', {}, t('credit')), extra ? el('th.ch-num', {}, t('currencyAmount')) : null, el('th', {}, t('assigned')), el('th', {}, t('text')))),
    el('tbody', {}, lines.map(line => el('tr', {}, el('td', {}, line.account, names.has(line.account) ? el('small', {}, names.get(line.account)) : null),
      el('td.ch-num', {}, shown(line.debit, journal.baseCurrency)), el('td.ch-num', {}, shown(line.credit, journal.baseCurrency)),
      extra ? el('td.ch-num', {}, line.currency ? shown(line.currencyAmount, line.currency) : '') : null,
      el('td', {}, where(line)), el('td', {}, line.text ?? '')))))));
}

const scheduleText = schedule => (schedule ? `${t(schedule.frequency)}${schedule.every > 1 ? ` (${t('every')} ${schedule.every})` : ''}, ${t('from', { date: date(schedule.firstOn) })}${schedule.lastOn ? ' ' + t('until', { date: date(schedule.lastOn) }) : ''}, ${t(schedule.dayRule)}` : '');

/** How a manual journal shows itself to whoever approves it. */
export const journalSubjects = {
  'manual-journal': async view => {
    await reader();
    const journal = await get('/api/ledger/manual-journals/' + view.subjectId);
    const accounts = await get('/api/ledger/accounts?organization=' + encodeURIComponent(journal.organization)).catch(() => []);
    const names = new Map(accounts.map(account => [account.code, account.name]));
    return { head: head(journal), body: [
      journal.findings.length ? findingList(t('notYet'), journal.findings) : null,
      journal.documentId ? el('a.btn.btn-default.ch-document', { href: `/api/documents/${journal.documentId}/content`, target: '_blank', rel: 'noopener' }, t('document')) : null,
      pairs([[t('postingDate'), date(journal.postingDate)], [t('preparedBy'), view.names[journal.changedBy] ?? journal.changedBy],
        [t('reverseOn'), journal.reverseOn ? date(journal.reverseOn) : ''], [t('schedule'), scheduleText(journal.schedule)]]),
      postingTable(journal, names)] };
  }
};
