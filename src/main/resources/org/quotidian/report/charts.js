'use strict';
// Draws the tables of figures as charts; the tables stay, for whoever reads rather than looks.
(() => {
  const charts = [];

  /** The rows of a table: its row header, then its cells. */
  const rows = id => [...document.querySelectorAll('#' + id + ' tbody tr')].map(row => [...row.cells].map(cell => cell.textContent));

  function colour(name) {
    const probe = document.createElement('i');
    probe.style.color = 'var(--' + name + ')';
    document.body.append(probe);
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    return resolved;
  }

  const column = (row, i) => Number(row[i]);
  const shorten = (name, most) => (name.length > most ? name.slice(0, most - 1) + '…' : name);

  function axes(ink, line, extra) {
    const ticks = { color: ink, font: { size: 13 }, precision: 0 };
    return {
      x: { grid: { color: line, drawTicks: false }, border: { display: false }, ticks: { ...ticks, padding: 8 }, ...extra.x },
      y: { grid: { color: line, drawTicks: false }, border: { display: false }, beginAtZero: true, ticks: { ...ticks, padding: 8 }, ...extra.y },
    };
  }

  function draw(box, config) {
    box.hidden = false;
    charts.push(new Chart(box.querySelector('canvas'), config));
  }

  function options(tooltip, scales) {
    return {
      animation: false, maintainAspectRatio: false, scales,
      plugins: { legend: { display: false }, tooltip: { displayColors: false, ...tooltip } },
    };
  }

  function speakers(box, ink, line) {
    const data = rows(box.dataset.chart);
    const narrow = innerWidth < 700;
    box.style.height = data.length * (narrow ? 42 : 26) + 60 + 'px';
    const set = (type, i) => ({
      label: quotidian.text('type-' + type), data: data.map(row => column(row, i)), backgroundColor: colour(type),
      stack: 'all', barThickness: narrow ? 10 : 16,
    });
    const scales = axes(ink, line, {
      x: { stacked: true, beginAtZero: true },
      y: { stacked: true, grid: { display: false } },
    });
    scales.y.ticks = { color: ink, font: { size: 14 }, autoSkip: false, padding: 8,
      callback(value) { return shorten(this.getLabelForValue(value), 44); },
      // On a phone the name stands above its bar.
      ...(narrow ? { mirror: true, labelOffset: -13, padding: 0 } : {}) };
    const config = {
      type: 'bar',
      data: { labels: data.map(row => row[0]), datasets: [set('direct', 2), set('mixed', 3), set('indirect', 4)] },
      options: { ...options({}, scales), indexAxis: 'y' },
    };
    config.options.interaction = { mode: 'index', axis: 'y', intersect: false };
    config.options.onClick = (event, items) => {
      if (items.length) quotidian.showSpeaker(data[items[0].index][0]);
    };
    config.options.plugins.legend = { display: true, align: 'start', labels: { color: ink, boxWidth: 12, boxHeight: 12, font: { size: 13 } } };
    draw(box, config);
  }

  function columns(id, table, value, fill, ink, line) {
    const box = document.getElementById(id);
    const data = rows(table);
    if (!box || !data.length) return;
    draw(box, {
      type: 'bar',
      data: { labels: data.map(row => row[0]), datasets: [{ label: quotidian.text('quotes'), data: data.map(row => column(row, value)), backgroundColor: colour(fill), maxBarThickness: 56, categoryPercentage: .9, barPercentage: .92 }] },
      options: options({}, axes(ink, line, { x: { grid: { display: false } } })),
    });
  }

  function drawAll() {
    charts.splice(0).forEach(chart => chart.destroy());
    const ink = colour('soft');
    const line = colour('line');
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.locale = document.documentElement.lang;
    document.querySelectorAll('[data-chart]').forEach(box => speakers(box, ink, line));
    columns('time-chart', 'time-table', 2, 'direct', ink, line);
    columns('confidence-chart', 'confidence-table', 1, 'direct', ink, line);
  }

  let asked = 0;
  /** Once, however many changes come together; and again when the page becomes narrow or wide. */
  function ask() {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(drawAll);
  }
  quotidian.onChange(ask);
  let narrow = innerWidth < 700;
  addEventListener('resize', () => {
    if (narrow !== innerWidth < 700) { narrow = !narrow; ask(); }
  });
  ask();
})();
