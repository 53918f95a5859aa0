// Tasklist of Countinghouse. An ordinary module: the lines before the export run when the page loads.

// an expired session ends on our login page, not on the engine's own form
const toLogin = () => { if (location.hash.startsWith('#/login')) location.replace('/login'); };
window.addEventListener('hashchange', toLogin);
toLogin();

export default {
  app: { name: 'Tasks', vendor: 'Countinghouse' },
  // the shared look and behaviour of all task forms
  customScripts: ['scripts/forms'],
  disableWelcomeMessage: true,
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' }
};
