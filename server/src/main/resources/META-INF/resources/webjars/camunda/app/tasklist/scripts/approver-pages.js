// Two pages beside Tasklist for approvers: approve several at once, and who stands in for whom. The same session,
// words and look as the task forms.
import { el, get, post, put, remove, user, money, date, instant, role, section, field, select, language } from './forms-kit.js';
import { t } from './forms-approval-sheet.js';

const root = document.querySelector('main');
const page = root.dataset.page;
const notice = (tone, text) => el(`p.ch-notice.ch-${tone}`, { role: tone === 'bad' ? 'alert' : 'status' }, text);

function navigation() {
  const link = (name, href) => el('a', { href, 'aria-current': name === page ? 'page' : null }, t(name));
  document.querySelector('nav').replaceChildren(link('several', '/approvals'), link('substitutes', '/substitutes'), el('a', { href: '/camunda/app/tasklist/default/' }, t('back')));
  document.title = `${t(page)} · Countinghouse`;
  document.documentElement.lang = language();
}

// ---- approve several ----

const outcomeText = (outcome, view) => outcome.outcome === 'REFUSED' ? t('refused', { why: outcome.detail })
  : outcome.outcome === 'OPEN' ? t('nextLevel') : t('approved');

function sums(views) {
  const byCurrency = new Map();
  // in cents, so that nothing is lost: amounts are text and never have more than four decimals
  views.filter(view => view.amount).forEach(({ amount: { amount, currency } }) => {
    const [whole, part = ''] = amount.replace('-', '').split('.');
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + BigInt(whole + part.padEnd(4, '0')));
  });
  return [...byCurrency].map(([currency, sum]) => money({ amount: `${sum / 10000n}.${String(sum % 10000n).padStart(4, '0')}`, currency })).join(', ');
}

async function closedRequest(id) {
  const view = await get('/api/approvals/requests/' + encodeURIComponent(id));
  const last = view.decisions[view.decisions.length - 1];
  const name = last && (view.names[last.decidedBy] ?? last.decidedBy);
  return el('section.ch-notice.ch-change', {}, el('h4', {}, t('closedTitle')),
    el('p', {}, `${view.title}. ${t('closedLead', { reference: view.reference })}`),
    last ? el('p', {}, `${name} · ${t('state' + view.state)} · ${instant(last.decidedAt)}`) : el('p', {}, t('state' + view.state)));
}

async function several() {
  const asked = new URLSearchParams(location.search).get('request');
  const closed = asked ? await closedRequest(asked).catch(() => null) : null;
  const waiting = await get('/api/approvals/waiting');
  const rows = waiting.map(view => {
    const box = el('input', { type: 'checkbox', 'aria-label': t('choose', { title: view.title }), disabled: !!view.evidence, onchange: show });
    const result = el('td.ch-result', {}, view.evidence ? t('needsLook') : '');
    const line = el('tr', {}, el('td', {}, box),
      el('td', {}, el('strong', {}, view.title), el('small', {}, `${view.reference} · ${view.organization}`),
        view.difference.length ? el('span.ch-badge.ch-candidate', {}, t('changedTag')) : null),
      el('td.ch-num', {}, money(view.amount)),
      el('td.ch-wide-only', {}, role(view.why.role), view.why.onBehalfOf ? el('small', {}, t('substituteFor', { name: view.names[view.why.onBehalfOf] ?? view.why.onBehalfOf })) : null),
      el('td.ch-wide-only', {}, instant(view.requestedAt)),
      el('td', {}, el('a', { href: '/tasks/' + view.id }, t('open2'))), result);
    return { view, box, line, result };
  });
  const chosen = () => rows.filter(row => row.box.checked && !row.box.disabled);
  const button = el('button.btn.btn-primary', { type: 'button', onclick: approve });
  const sum = el('span', {});
  const all = el('input', { type: 'checkbox', 'aria-label': t('chooseAll'), onchange: () => {
    rows.forEach(row => { if (!row.box.disabled) row.box.checked = all.checked; });
    show();
  } });
  function show() {
    const count = chosen().length;
    button.disabled = !count;
    button.textContent = t('approveChosen', { count });
    sum.textContent = count ? t('sum', { count, sums: sums(chosen().map(row => row.view)) }) : '';
  }
  async function approve() {
    const wanted = chosen();
    button.disabled = true;
    button.textContent = t('approving');
    // a hundred at once is what the server takes
    for (let from = 0; from < wanted.length; from += 100) {
      const part = wanted.slice(from, from + 100);
      const outcomes = await post('/api/approvals/decisions', { decisions: part.map(({ view }) => ({ requestId: view.id, decision: 'APPROVE', text: null, contentHash: view.contentHash })) });
      outcomes.forEach((outcome, index) => {
        const row = part[index];
        row.box.checked = false;
        row.box.disabled = true;
        row.line.classList.add('ch-done');
        row.result.textContent = outcomeText(outcome, row.view);
      });
    }
    show();
  }
  const heads = ['what', 'amount', 'why', 'waits'];
  root.replaceChildren(...[closed, el('h3', {}, t('several')), el('p.ch-muted', {}, t('severalLead')),
    rows.length ? el('table.ch-table.ch-list', {},
      el('thead', {}, el('tr', {}, el('th', {}, all), heads.map((head, index) => el('th' + (index === 1 ? '.ch-num' : index > 1 ? '.ch-wide-only' : ''), {}, t(head))), el('th', {}), el('th', {}))),
      el('tbody', {}, rows.map(row => row.line))) : notice('good', t('nothing')),
    rows.length ? el('div.ch-bar', {}, sum, button) : null].filter(Boolean));
  show();
}

// ---- substitutes ----

// 2026-11-22, in the reader's zone; a week is what most absences take, and no zone has it over already
const day = later => new Date(Date.now() + later * 86400000).toLocaleDateString('sv');

async function substitutes() {
  const me = await user();
  const places = me.organizations;
  const all = await Promise.all(places.map(async place => ({
    place,
    people: await get('/api/access/substitutions/people?organization=' + encodeURIComponent(place.code)),
    own: await get('/api/access/substitutions?organization=' + encodeURIComponent(place.code)),
    others: place.permissions.includes('access.substitution:manage')
      ? await get('/api/access/substitutions/all?organization=' + encodeURIComponent(place.code)) : null
  })));
  const name = username => all.flatMap(one => one.people).find(person => person.username === username)?.displayName ?? username;
  const managed = all.some(one => one.others);
  const entries = pick => all.flatMap(one => (one[pick] ?? []).map(entry => ({ ...entry, place: one.place.code })));
  const foreign = entry => entry.absent !== me.username && entry.substitute !== me.username;
  root.replaceChildren(...[el('h3', {}, t('substitutes')), el('p.ch-muted', {}, t('substitutesLead')),
    table(t('forMe'), entries('own').filter(entry => entry.absent === me.username), 'substitute', t('none')),
    table(t('forOthers'), entries('own').filter(entry => entry.substitute === me.username), 'absent', t('none')),
    enter(), managed ? table(t('forSomebody'), entries('others').filter(foreign), 'both', t('noneManaged')) : null, mails()].filter(Boolean));

  function table(title, list, who, none) {
    if (!list.length) return section(title, el('p.ch-muted', {}, none));
    return section(title, el('table.ch-table', {},
      el('thead', {}, el('tr', {}, ['who', 'organization', 'from', 'until', 'reason', 'by'].map(head => el('th', {}, t(head))), el('th', {}))),
      el('tbody', {}, list.map(entry => el('tr', {},
        el('td', {}, who === 'both' ? `${name(entry.absent)} → ${name(entry.substitute)}` : name(entry[who])),
        el('td', {}, entry.place), el('td', {}, date(entry.validFrom)), el('td', {}, date(entry.validUntil)),
        el('td', {}, entry.reason), el('td', {}, name(entry.grantedBy)),
        el('td', {}, el('button.btn', { type: 'button', onclick: event => end(entry, event.target) }, t('end'))))))));
  }

  async function end(entry, button) {
    button.disabled = true;
    await remove('/api/access/substitutions/' + entry.id);
    await substitutes();
    root.prepend(notice('good', t('ended')));
  }

  function enter() {
    const options = one => one.people.map(person => ({ value: person.username, label: person.displayName }));
    const where = select(all.map(one => ({ value: one.place.code, label: `${one.place.name} (${one.place.code})` })), all[0]?.place.code);
    where.name = 'organization';
    const here = () => all.find(one => one.place.code === where.value) ?? all[0];
    const who = el('div', {}), absent = el('div', {});
    const from = el('input.form-control', { type: 'date', name: 'from', value: day(0) });
    const until = el('input.form-control', { type: 'date', name: 'until', value: day(7), min: day(0) });
    const reason = el('input.form-control', { type: 'text', name: 'reason', maxlength: 500 });
    const answer = el('div', {});
    const fill = () => {
      const one = here();
      const person = select(options(one).filter(option => option.value !== me.username || one.others), '');
      person.name = 'substitute';
      who.replaceChildren(field(t('substitute'), person));
      const somebody = select(options(one).filter(option => option.value !== me.username), '', t('myself'));
      somebody.name = 'absent';
      absent.replaceChildren(...(one.others ? [field(t('absent'), somebody, t('manageHint'))] : []));
    };
    where.addEventListener('change', fill);
    fill();
    const save = async () => {
      const substitute = who.querySelector('select').value;
      try {
        await post('/api/access/substitutions?organization=' + encodeURIComponent(here().place.code), {
          absent: absent.querySelector('select')?.value || null, substitute, validFrom: from.value, validUntil: until.value, reason: reason.value.trim() });
        await substitutes();
        root.prepend(notice('good', t('saved', { name: name(substitute) })));
      } catch (error) {
        answer.replaceChildren(notice('bad', error.message));
      }
    };
    return el('section.ch-decide', {}, el('h4', {}, t('enter')),
      el('div.ch-grid', {}, all.length > 1 ? field(t('organization'), where) : null, absent, who, field(t('from'), from), field(t('until'), until), field(t('reason'), reason, t('reasonHint'))),
      el('div.ch-row', {}, el('button.btn.btn-primary', { type: 'button', onclick: save }, t('save'))), answer);
  }

  function mails() {
    const email = el('input.form-control', { type: 'email', name: 'email', value: me.email, maxlength: 254 });
    const every = el('input', { type: 'checkbox', name: 'taskMails', checked: me.taskMails });
    const answer = el('div', {});
    const save = async () => {
      try {
        Object.assign(me, await put('/api/me/mail-settings', { email: email.value.trim(), taskMails: every.checked }));
        answer.replaceChildren(notice('good', t('savedMails')));
      } catch (error) {
        answer.replaceChildren(notice('bad', error.message));
      }
    };
    return el('section.ch-decide', {}, el('h4', {}, t('mails')), el('p.ch-muted', {}, t('mailsLead')),
      el('div.ch-grid', {}, field(t('email'), email)), el('label.ch-inline', {}, every, ' ', t('taskMails')),
      el('div.ch-row', {}, el('button.btn.btn-primary', { type: 'button', onclick: save }, t('saveMails'))), answer);
  }
}

try {
  await user();
  navigation();
  await (page === 'substitutes' ? substitutes() : several());
} catch (error) {
  console.error(error);
  root.replaceChildren(notice('bad', error.message));
}
