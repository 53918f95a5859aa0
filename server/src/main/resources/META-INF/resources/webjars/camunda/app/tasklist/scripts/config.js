// Tasklist of Countinghouse. An ordinary module: the lines before the export run when the page loads.

// an expired session ends on our login page, not on the engine's own form
const toLogin = () => { if (location.hash.startsWith('#/login')) location.replace('/login'); };
window.addEventListener('hashchange', toLogin);
toLogin();

const locales = { availableLocales: ['en', 'de'], fallbackLocale: 'en' };

// Tasklist shows keys such as CREATION_DATE where its texts arrive after its views, as on a first visit. It keeps
// the texts from visit to visit, for the language of the browser: lay them there before it starts.
async function layTextsReady() {
  const language = (navigator.languages?.[0] ?? navigator.language ?? '').split('-')[0].toLowerCase();
  const wanted = locales.availableLocales.includes(language) ? language : locales.fallbackLocale;
  const folder = document.querySelector('base').getAttribute('app-root') + '/app/tasklist/locales/';
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  const key = `${folder}_locales_data_${wanted}_${window.bust}`;
  if (kept[key]) return;
  const answer = await fetch(`${folder}${wanted}.json?bust=${window.bust}`);
  if (!answer.ok) return;
  kept[key] = JSON.stringify(await answer.json());
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}
// without them Tasklist still starts
await layTextsReady().catch(console.error);

export default {
  app: { name: 'Tasks', vendor: 'Countinghouse' },
  // the shared look and behaviour of all task forms
  customScripts: ['scripts/forms'],
  disableWelcomeMessage: true,
  locales
};
