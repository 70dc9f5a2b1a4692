'use strict';
// Shows the article that the address names (#a-id, #a-id-t1), or else the report.
(() => {
  const report = document.getElementById('report');
  const title = document.title;
  let before = 0;

  function go() {
    const id = /^#(a-[0-9a-f]{16})/.exec(location.hash)?.[1];
    const page = id && document.getElementById(id);
    const leaving = page && !report.hidden;
    if (leaving) before = scrollY;
    document.querySelectorAll('.page').forEach(other => { other.hidden = other !== page; });
    const returning = !page && report.hidden;
    report.hidden = Boolean(page);
    if (page) {
      const heading = page.querySelector('h1');
      document.title = page.dataset.title;
      const target = document.getElementById(location.hash.slice(1));
      (target === page || !target ? heading : target).focus({ preventScroll: true });
      if (target && target !== page) target.scrollIntoView({ block: 'center' }); else scrollTo(0, 0);
    } else {
      document.title = title;
      if (returning && (location.hash === '#read' || !location.hash)) scrollTo({ top: before, behavior: 'instant' });
    }
  }

  quotidian.onChange(() => { if (!report.hidden) document.title = quotidian.text('title', document.documentElement.dataset.corpus); });
  addEventListener('hashchange', go);
  if (location.hash) go();
})();
