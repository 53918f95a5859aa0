// The units people order in, by their names; any other code of UN/ECE Recommendation 20 is shown and typed as it is.
import { language } from './forms-kit.js';

export const UNITS = [['C62', 'pcs', 'Stück'], ['H87', 'pcs', 'Stück'], ['HUR', 'hours', 'Stunden'], ['DAY', 'days', 'Tage'], ['KGM', 'kg', 'kg'], ['LTR', 'litres', 'Liter'],
  ['MTR', 'metres', 'Meter'], ['XBX', 'boxes', 'Kartons'], ['XPK', 'packages', 'Packungen'], ['SET', 'sets', 'Sätze'], ['MON', 'months', 'Monate']];

/** The name of this code, in the user's language. */
export const unitName = code => { const known = UNITS.find(unit => unit[0] === code); return known ? known[language() === 'de' ? 2 : 1] : code; };

/** The code of what was typed: a name in either language, or a code. */
export const unitCode = text => UNITS.find(unit => [unit[1], unit[2]].some(name => name.toLowerCase() === text.toLowerCase()))?.[0] ?? text.toUpperCase();
