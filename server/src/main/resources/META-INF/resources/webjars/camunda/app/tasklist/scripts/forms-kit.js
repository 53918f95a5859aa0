// What all forms are built of: texts, numbers in the reader's locale, elements, requests.
import { texts, warnings } from './forms-texts.js';

let me = null;

/** The user: name, locale, organizations. Asked once per page. */
export async function user() {
  if (!me) me = await get('/api/me');
  return me;
}

const locale = () => (me && me.locale) || navigator.language || 'en';
/** The language of texts: de or en. */
export const language = () => (locale().toLowerCase().startsWith('de') ? 'de' : 'en');

/** The text of this key in the user's language, {places} filled in. */
export function t(key, values = {}) {
  const text = texts[language()][key] ?? texts.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const warningText = finding => warnings[language()]?.[finding.code] ?? finding.message;

/** An amount {amount, currency}; the amount is text and may have more digits than a number keeps. */
export function money(value) {
  if (!value) return '';
  return new Intl.NumberFormat(locale(), { style: 'currency', currency: value.currency }).format(value.amount);
}
export const number = text => (text == null ? '' : new Intl.NumberFormat(locale(), { maximumFractionDigits: 10 }).format(text));
export const percent = text => (text == null ? '' : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 4 }).format(Number(text) / 100));
export const date = iso => (iso ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso + 'T00:00:00Z')) : '');
export const instant = iso => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
export const role = code => t('role.' + code).replace(/^role\./, '');

/** "in 5 days", "today", "overdue since 2 days" */
export function dueText(iso) {
  const today = new Date(); today.setHours(0, 0, 0, 0);
  const [year, month, day] = iso.split('-').map(Number);
  const days = Math.round((new Date(year, month - 1, day) - today) / 86400000);
  return days === 0 ? t('dueToday') : days > 0 ? t('dueIn', { days }) : t('overdue', { days: -days });
}

/** A fact's value: amounts and dates in the reader's locale, known words translated. */
export function factValue(value) {
  if (value == null) return t('gone');
  const amount = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value);
  if (amount) return money({ amount: amount[1], currency: amount[2] });
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return date(value);
  const word = t('value.' + value);
  return word.startsWith('value.') ? value : word;
}

/** An element; children are nodes or text, never markup. */
export function el(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name || 'div');
  if (classes.length) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, '');
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter(child => child != null && child !== false));
  return node;
}

// our own pages carry the token themselves: the cookie is for the engine's pages alone
const token = () => document.querySelector('meta[name=csrf-token]')?.content || decodeURIComponent((/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie) || [])[1] || '');

async function request(method, path, body, type = 'application/json') {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = type;
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = token();
    headers['Idempotency-Key'] = crypto.randomUUID ? crypto.randomUUID() : String(Math.random());
  }
  const response = await fetch(path, { method, headers, credentials: 'same-origin', body: body === undefined || body instanceof Blob ? body : JSON.stringify(body) });
  if (response.status === 401) { location.replace('/login'); throw new Error('401'); }
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (!response.ok) throw Object.assign(new Error(answer?.detail || answer?.title || String(response.status)), { problem: answer });
  return answer;
}
export const get = path => request('GET', path);
export const put = (path, body) => request('PUT', path, body);
export const post = (path, body) => request('POST', path, body);
export const remove = path => request('DELETE', path);
/** Sends a file as it is. */
export const upload = (path, file) => request('POST', path, file, file.type || 'application/octet-stream');

/** A labelled block. */
export const section = (title, ...children) => el('section.ch-section', {}, el('h4', {}, title), ...children);

/** Term and value pairs; pairs without a value are left out. */
export function pairs(entries) {
  const list = el('dl.ch-pairs');
  for (const [term, value] of entries) {
    if (value != null && value !== '') list.append(el('div', {}, el('dt', {}, term), el('dd', {}, value)));
  }
  return list;
}

/** Cards of which one is chosen. */
export function choices(name, options, onChange) {
  return el('div.ch-choices', { role: 'radiogroup' }, options.map(option =>
    el('label.ch-choice.ch-' + option.tone, {},
      el('input', { type: 'radio', name, value: option.value, onchange: () => onChange(option.value) }),
      el('span', {}, el('strong', {}, option.label), el('small', {}, option.hint)))));
}

export function field(label, input, hint) {
  return el('label.ch-field', {}, el('span', {}, label), input, hint ? el('small', {}, hint) : null);
}

export function select(options, value, placeholder) {
  const node = el('select.form-control', {}, el('option', { value: '' }, placeholder ?? t('choose')),
    options.map(option => el('option', { value: option.value, selected: option.value === value }, option.label)));
  node.value = value ?? '';
  return node;
}
