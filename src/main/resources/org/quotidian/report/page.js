'use strict';
// Language, theme, and what hovering or focusing a mark in an article shows. For every page.
const quotidian = (() => {
  const root = document.documentElement;
  const texts = JSON.parse(document.getElementById('texts').textContent);
  const listeners = [];
  const store = {
    get(key) { try { return localStorage.getItem('quotidian.' + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem('quotidian.' + key, value); } catch { /* a page from a file may have none */ } },
  };

  const number = value => new Intl.NumberFormat(root.lang).format(value);

  function text(key, ...values) {
    const found = texts[root.lang][key] ?? key;
    return found.replace(/\{(\d)\}/g, (all, i) => (/^\d{1,15}$/.test(values[i]) ? number(values[i]) : values[i] ?? ''));
  }

  function textOf(call) {
    const [key, ...values] = call.split('|');
    return text(key, ...values);
  }

  function setLanguage(language) {
    root.lang = language;
    document.querySelectorAll('[data-t]').forEach(e => { e.textContent = textOf(e.dataset.t); });
    document.querySelectorAll('[data-t-label]').forEach(e => { e.setAttribute('aria-label', textOf(e.dataset.tLabel)); });
    document.querySelectorAll('[data-n]').forEach(e => { e.textContent = number(e.dataset.n); });
    document.getElementById('language').value = language;
    listeners.forEach(listener => listener());
  }

  function isDark() {
    return (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  }

  function showTheme() {
    const button = document.getElementById('theme');
    button.setAttribute('aria-pressed', isDark());
    listeners.forEach(listener => listener());
  }

  /** An element with a class and a text; texts never become markup. */
  function element(name, className, content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (content !== undefined) made.textContent = content;
    return made;
  }

  function start() {
    const browser = (navigator.languages ?? [navigator.language]).map(l => l.slice(0, 2)).find(l => texts[l]);
    const wanted = store.get('language') ?? ('automatic' in root.dataset ? browser : null);
    setLanguage(texts[wanted] ? wanted : root.lang);
    document.getElementById('language').addEventListener('change', event => {
      store.set('language', event.target.value);
      setLanguage(event.target.value);
    });
    const theme = store.get('theme');
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
    showTheme();
    document.getElementById('theme').addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      store.set('theme', root.dataset.theme);
      showTheme();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme);
  }

  // Marks

  const tip = document.getElementById('tip');
  const MARK = '.page [data-quotes], .page [data-entity], .text .no';

  function describe(mark, page) {
    const lines = [];
    if (mark.dataset.entity) {
      const type = mark.dataset.entity;
      lines.push(mark.dataset.name + ' – ' + text(texts[root.lang]['kind-' + type] ? 'kind-' + type : 'kind-other'));
    }
    for (const quote of quotesOf(mark)) {
      const entry = document.getElementById(page.id + '-q' + quote);
      const get = selector => entry?.querySelector(selector)?.textContent;
      const cue = get('.says');
      lines.push(quote + ': ' + (get('.canonical') ?? text('unknown')) + (cue ? ' – ' + text('cue') + ': ' + cue : '')
        + ' – ' + text('confidence') + ' ' + get('.conf'));
    }
    return lines.join('\n');
  }

  function quotesOf(mark) {
    return (mark.dataset.quotes ?? mark.dataset.quote ?? '').split(' ').filter(q => q);
  }

  function show(mark) {
    const page = mark.closest('.page');
    hide();
    for (const quote of quotesOf(mark)) {
      page.querySelectorAll('[data-quotes~="' + quote + '"]').forEach(e => e.classList.add('on'));
      page.querySelector('li[data-quote="' + quote + '"]')?.classList.add('on');
    }
    tip.textContent = describe(mark, page);
    tip.hidden = false;
    const box = (mark.getClientRects()[0] ?? mark.getBoundingClientRect());
    const below = box.bottom + scrollY + 8;
    const above = box.top + scrollY - tip.offsetHeight - 8;
    tip.style.left = Math.max(8, Math.min(box.left + scrollX, innerWidth - tip.offsetWidth - 16)) + 'px';
    tip.style.top = (above > scrollY ? above : below) + 'px';
  }

  function hide() {
    document.querySelectorAll('.on').forEach(e => e.classList.remove('on'));
    tip.hidden = true;
  }

  /** The marks of an article are one stop of the Tab key; arrows go from one to the next. */
  function step(mark, by) {
    const marks = [...mark.closest('.text').querySelectorAll('[tabindex]')];
    const next = marks[marks.indexOf(mark) + by];
    if (next) {
      mark.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  }

  document.querySelectorAll('.text').forEach(article => {
    const first = article.querySelector('[tabindex]');
    if (first) first.tabIndex = 0;
  });
  document.addEventListener('mouseover', event => {
    const mark = event.target.closest?.(MARK);
    if (mark) show(mark); else if (!tip.hidden && !document.activeElement.matches(MARK)) hide();
  });
  document.addEventListener('focusin', event => { if (event.target.matches?.(MARK)) show(event.target); });
  document.addEventListener('focusout', hide);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') hide();
    if (event.target.matches?.('.text [tabindex]') && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault();
      step(event.target, event.key === 'ArrowRight' ? 1 : -1);
    }
  });

  start();
  return { text, number, element, onChange(listener) { listeners.push(listener); } };
})();
