// What stands beside every subject for its approver: exceptions, budgets, the difference, the document. Live figures,
// read with the task; nothing of it is sent.
import { el, get, money, date, section, t as common, factValue, warningText, language } from './forms-kit.js';
import { texts, notices } from './forms-approval-texts.js';

/** The text of this key in the user's language. */
export const t = (key, values = {}) =>
  (texts[language()][key] ?? texts.en[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** English as the server says it; in German what the code means, with the server's words and figures below. */
function noticeText(notice) {
  const known = notices[language()]?.[notice.code];
  return known ? [known, el('small', {}, notice.text)] : warningText({ code: notice.code, message: notice.text });
}

const tones = { EXCEPTION: 'bad', WARNING: 'warn', INFO: 'change' };

/** Exceptions before warnings before what is good to know. */
export function noticeList(sheet) {
  return ['EXCEPTION', 'WARNING', 'INFO'].map(severity => {
    const of = (sheet?.notices ?? []).filter(notice => notice.severity === severity);
    return of.length ? el('section.ch-notice.ch-' + tones[severity], severity === 'INFO' ? {} : { role: 'alert' },
      el('h4', {}, t(severity)), el('ul', {}, of.map(notice => el('li', { title: notice.text }, ...[noticeText(notice)].flat())))) : null;
  });
}

/** Planned, spent, ordered, this, left: of each budget this would be spent from. */
export function budgetTable(sheet) {
  const budgets = sheet?.budgets ?? [];
  if (!budgets.length) return null;
  const years = [...new Set(budgets.map(budget => budget.fiscalYear))];
  const heads = ['planned', 'actual', 'committed', 'requested', 'left'];
  return section(t('budget'), el('div.ch-scroll', {}, el('table.ch-table.ch-budgets', {},
    el('thead', {}, el('tr', {}, el('th', {}, years.map(year => t('year', { year })).join(', ')), heads.map(head => el('th.ch-num', {}, t(head))))),
    el('tbody', {}, budgets.map(budget => el('tr' + (budget.overrun ? '.ch-over' : ''), {},
      el('td', {}, `${budget.account ?? ''} ${budget.accountName ?? ''}`.trim(), el('small', {}, budget.costCentre ?? t('all')),
        budget.overrun ? el('small.ch-over-text', {}, t('overrun')) : null),
      heads.map(head => el('td.ch-num', {}, money(budget[head])))))))),
    el('p.ch-muted', {}, t('budgetHint', { currency: budgets[0].planned.currency })));
}

/** What changed since the last approval, or since the question before. */
export function difference(view, factLabel) {
  if (!view.difference.length) return null;
  const approved = view.comparedWith?.state === 'APPROVED';
  const on = date((view.comparedWith?.requestedAt ?? '').slice(0, 10));
  return el('section.ch-notice.ch-change', {},
    el('h4', {}, view.comparedWith ? t(approved ? 'changedSinceApproval' : 'changedSince', { date: on }) : common('changed')),
    el('p', {}, t(approved ? 'changedHintApproval' : 'changedHint')),
    el('table.ch-table', {}, el('tbody', {}, view.difference.map(change => el('tr', {},
      el('th', {}, factLabel(change)), el('td', {}, el('del', {}, factValue(change.before))), el('td', {}, el('ins', {}, factValue(change.after))))))));
}

const contentOf = document => `/api/documents/${document.id}/content`;

/** Pages of a PDF as pictures: a browser shows no PDF inside a task. */
async function pages(document) {
  const { pages: count } = await get(`/api/documents/${document.id}/pages`);
  let page = 1;
  const picture = el('img', { alt: document.title, loading: 'lazy' });
  const where = el('span.ch-muted', {});
  const turn = by => {
    page = Math.min(count, Math.max(1, page + by));
    picture.src = `/api/documents/${document.id}/pages/${page}`;
    where.textContent = t('page', { page, pages: count });
    back.disabled = page === 1;
    on.disabled = page === count;
  };
  const button = (label, sign, by) => el('button.btn.btn-default', { type: 'button', 'aria-label': label, onclick: () => turn(by) }, sign);
  const back = button(t('before'), '‹', -1), on = button(t('next'), '›', 1);
  turn(0);
  return [count > 1 ? el('div.ch-row', {}, back, where, on) : null, el('div.ch-paper', {}, picture)];
}

/** What we understand is shown as a page for people. */
async function readable(document) {
  const address = contentOf(document) + '?view=readable&language=' + language();
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(String(answer.status));
  return [el('iframe.ch-paper', { src: address, title: document.title, loading: 'lazy' })];
}

/** The documents, the first one beside the form as far as it can be shown. */
export async function documents(sheet) {
  const all = sheet?.documents ?? [];
  if (!all.length) return null;
  const links = el('ul.ch-plain', {}, all.map(document => el('li', {},
    el('a', { href: contentOf(document), target: '_blank', rel: 'noopener' }, `${t('open')}: ${document.title}`))));
  const shown = await (all[0].mediaType === 'application/pdf' ? pages(all[0]) : readable(all[0])).catch(() => [el('p.ch-muted', {}, t('notShown'))]);
  return section(t('documents'), links, ...shown.filter(Boolean));
}
