// The units people order in, by their names; any other code of UN/ECE Recommendation 20 is shown and typed as it is.
import { language } from './forms-kit.js';

export const UNITS = [['C62', 'piece', 'Stück'], ['H87', 'piece', 'Stück'], ['HUR', 'hour', 'Stunde'], ['DAY', 'day', 'Tag'], ['KGM', 'kg', 'kg'], ['LTR', 'litre', 'Liter'], ['MTR', 'metre', 'Meter'],
  ['XBX', 'box', 'Karton'], ['XPK', 'package', 'Packung'], ['SET', 'set', 'Satz'], ['MON', 'month', 'Monat']];

/** The name of this code, in the user's language. */
export const unitName = code => { const known = UNITS.find(unit => unit[0] === code); return known ? known[language() === 'de' ? 2 : 1] : code; };

/** The code of what was typed: a name in either language, or a code. */
export const unitCode = text => UNITS.find(unit => [unit[1], unit[2]].some(name => name.toLowerCase() === text.toLowerCase()))?.[0] ?? text.toUpperCase();
